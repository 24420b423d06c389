/** What SvelteKit tells of the page that is open, where none is: the first page of a site. */

/** The version of the app; put in by scripts/finish-site.mjs. */
declare const SITE_VERSION: string;

/** The page that is drawn. */
export const page = {
	url: new URL('http://localhost/'),
	route: { id: '/' },
	params: {},
	state: {}
};
export const version = SITE_VERSION;
export const dev = false;

/** Addresses are seen and not followed. */
export function resolve(path: string): string {
	return path;
}

/** The same of a file. */
export function asset(path: string): string {
	return path;
}

/** Nothing is gone to. */
export async function goto(): Promise<void> {}

/** A browser that keeps nothing: what is drawn depends on nobody's own choices. */
export const localStorage = keepsNothing();
export const sessionStorage = keepsNothing();
export const navigator = { onLine: true };

function keepsNothing(): Storage {
	return {
		...{ length: 0, key: () => null, getItem: () => null },
		...{ setItem: () => undefined, removeItem: () => undefined, clear: () => undefined }
	};
}
