/** Vietnamese letters in their order (a, ă, â … d, đ), and "Phường 2" before "Phường 10". */
const COLLATOR = new Intl.Collator('vi', { numeric: true });

/** The order of two names of units, bodies or documents, which are Vietnamese in every language of the screen. */
export function compareNames(a: string, b: string): number {
	return COLLATOR.compare(a, b);
}
