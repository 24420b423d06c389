import { sitePages } from './site-pages.ts';

/** Files that a published site has no use for: the list of the app's files, and the page that stands for all. */
const LEFT_OUT = /^(files\.json|200\.html|service-worker\.js)$/;

/** What the lists and sheets of the sample city hold: of no use beside other figures. */
const SAMPLE_LINE = /\bMH-\d{3},|Đảng bộ (phường Gò Trắng|Công an thành phố|xã Phú Sơn)/;

/** A service worker that keeps nothing: published figures are as new as their server has them. */
const WORKER = 'addEventListener("install", () => skipWaiting());\n';

/** Whether a file of the app belongs into a published site; scripts are looked into, for sample data. */
export function isOfSite(path: string, bytes: Uint8Array): boolean {
	if (LEFT_OUT.test(path) || path.endsWith('.br') || path.endsWith('.gz')) return false;
	return !path.endsWith('.js') || !SAMPLE_LINE.test(new TextDecoder().decode(bytes));
}

/**
 * What a published site has beside the app's own files, by path: the page at every address, and a service worker that
 * keeps nothing.
 */
export function siteFrame(page: string, indicators: readonly string[]): Map<string, Uint8Array> {
	const frame = new Map([...sitePages(page, indicators), ['service-worker.js', WORKER]]);
	const encoder = new TextEncoder();
	return new Map([...frame].map(([path, content]) => [path, encoder.encode(content)]));
}
