/** What a text that should be a number is: its exact decimal with a point, or why it is none. */
export type DecimalReading =
	{ decimal: string } | { fault: 'targets.fault-number' | 'targets.fault-ambiguous' };

const NUMBER = /^(\d+)(?:[.,](\d+))?$/;

/**
 * The exact decimal that a person typed, `3,5` and `3.5` alike, with or without a per cent sign. Three digits after the
 * mark may be thousands in either language: such a text is refused rather than guessed.
 */
export function readDecimal(text: string): DecimalReading {
	const [, whole, decimals = ''] = NUMBER.exec(text.replace(/[\s%]/gu, '')) ?? [];
	if (whole === undefined) return { fault: 'targets.fault-number' };
	if (decimals.length === 3 && /^[1-9]\d{0,2}$/.test(whole))
		return { fault: 'targets.fault-ambiguous' };
	const kept = decimals.replace(/0+$/, '');
	const trimmed = whole.replace(/^0+(?=\d)/, '');
	return { decimal: kept === '' ? trimmed : `${trimmed}.${kept}` };
}
