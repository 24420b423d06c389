/** No server takes a longer address, and the app writes none: whoever does means no good. */
const LONGEST = 16_000;

/** What an address asks, without anything where it is longer than one may be. */
export function queryOf({ pathname, search }: Pick<URL, 'pathname' | 'search'>): URLSearchParams {
	return new URLSearchParams(pathname.length + search.length > LONGEST ? '' : search);
}

/** The code in the address of a trace, as a part of its path or under `code`; empty where there is none. */
export function tracedCodeOf(
	url: Pick<URL, 'pathname' | 'search'>,
	{ code }: { code?: string | undefined }
): string {
	if (url.pathname.length > LONGEST) return '';
	return code ?? queryOf(url).get('code') ?? '';
}
