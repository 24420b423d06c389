const KEY = 'thuocdo.makers';

/** Makers whose key the reader has compared and trusts: their names by fingerprint, kept in this browser. */
export function knownMakers(): ReadonlyMap<string, string> {
	try {
		const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
		return new Map(Array.isArray(kept) ? kept.filter(isMaker) : []);
	} catch {
		// Whatever another hand has written there names nobody.
		return new Map();
	}
}

/** Keeps the maker as one whose key was compared. */
export function rememberMaker(fingerprint: string, maker: string): void {
	const makers = new Map(knownMakers()).set(fingerprint, maker);
	localStorage.setItem(KEY, JSON.stringify([...makers]));
}

function isMaker(entry: unknown): entry is [string, string] {
	return (
		Array.isArray(entry) && entry.length === 2 && entry.every((each) => typeof each === 'string')
	);
}
