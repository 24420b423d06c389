import { PUBLISHED_MARK } from '#lib/package/published-mark.ts';
import type { LinkTarget } from './link-target.ts';

/** Whether the page belongs to a published site, which shows figures and changes none. */
export function isPublishedPage(): boolean {
	if (typeof document === 'undefined') return false;
	return document.querySelector(`meta[name="${PUBLISHED_MARK}"]`) !== null;
}

/** Where a link leads: on a published site the page of a code has no file of its own, and the code stands in the query. */
export function publishedPlaceOf({ page, own }: LinkTarget): Pick<LinkTarget, 'page' | 'own'> {
	const code = page && /^\/trace\/(.+)$/.exec(page)?.[1];
	if (!code || !isPublishedPage()) return { page, own };
	return { page: '/trace', own: { ...own, code: decodeURIComponent(code) } };
}
