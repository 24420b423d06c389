import { PUBLISHED_MARK } from '#lib/package/published-site.ts';

/** Whether the page belongs to a published site, which shows figures and changes none. */
export function isPublishedPage(): boolean {
	if (typeof document === 'undefined') return false;
	return document.querySelector(`meta[name="${PUBLISHED_MARK}"]`) !== null;
}
