/** An exact fraction, as its two integers; the denominator is positive. */
export interface Fraction {
	numerator: bigint;
	denominator: bigint;
}

const DECIMAL = /^(\d+)(?:\.(\d+))?$/;

/** The exact fraction that a plain decimal text such as `90` or `2.5` stands for; throws on any other text. */
export function parseDecimal(text: string): Fraction {
	const [, whole, decimals = ''] = DECIMAL.exec(text) ?? [];
	if (whole === undefined) throw new RangeError(`not a decimal number: ${text}`);
	return { numerator: BigInt(whole + decimals), denominator: 10n ** BigInt(decimals.length) };
}

/** −1, 0 or 1 as `a` is below, equal to or above `b`; exact. */
export function compareFractions(a: Fraction, b: Fraction): -1 | 0 | 1 {
	const left = a.numerator * b.denominator;
	const right = b.numerator * a.denominator;
	if (left === right) return 0;
	return left < right ? -1 : 1;
}

/** The fraction that per cent stand for: 90 → 90/100. */
export function perCent(value: Fraction): Fraction {
	return { numerator: value.numerator, denominator: value.denominator * 100n };
}

/** ⌊numerator ÷ denominator⌋ for a non-negative numerator. */
export function floorOf({ numerator, denominator }: Fraction): bigint {
	return numerator / denominator;
}

/** ⌈numerator ÷ denominator⌉ for a non-negative numerator. */
export function ceilOf({ numerator, denominator }: Fraction): bigint {
	return (numerator + denominator - 1n) / denominator;
}

/** The fraction times ten to the power `decimals`, rounded half up to a whole number: what is printed. */
export function scaledRound({ numerator, denominator }: Fraction, decimals: number): bigint {
	return (numerator * 10n ** BigInt(decimals) * 2n + denominator) / (denominator * 2n);
}
