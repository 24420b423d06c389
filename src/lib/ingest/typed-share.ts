const VALUES = [
	/^[-–+]?[\d.,\s\u00a0]*\d\s*(?:%|e[-+]?\d+)?$/i,
	/^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}(?:[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?)?$/,
	/^\d{1,2}:\d{2}(?::\d{2})?$/,
	/^https?:\/\/\S+$|^[\w.+-]+@[\w-]+\.[\w.-]+$/
];
const WORDS = /^[\p{L}\p{N}\p{M}(][\p{L}\p{N}\p{M}\p{Zs}\n.,:'’“”"()/&%+–_#?!*<>=≥≤@-]*$/u;
const SIGN = /^[-–—x/.…]?$/i;

/** True where the text is a number, a day, a time or an address. */
export function isTypedValue(text: string): boolean {
	return VALUES.some((type) => type.test(text.trim()));
}

/** The share of cells that are blank, a number, a day, a time, an address or plain words; 0 of no cells. */
export function typedShare(records: readonly (readonly string[])[]): number {
	let [typed, all] = [0, 0];
	for (const record of records) {
		for (const cell of record) {
			const text = cell.trim();
			all += 1;
			if (SIGN.test(text) || isTypedValue(text) || WORDS.test(text)) typed += 1;
		}
	}
	return all === 0 ? 0 : typed / all;
}
