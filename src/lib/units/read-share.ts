import { type Fraction, parseDecimal } from '#lib/base/fraction.ts';

/** Shares are given to a millionth: chains of splits then stay whole numbers of 64 bits. */
const SHAPE = /^(\d{1,3})(?:[.,](\d{1,6}))?\s*(%?)$/;

/** The share that a text names, as an exact decimal from 0 to 1: `0.35` for "0,35" and "35%"; `undefined` for others. */
export function readShare(text: string): string | undefined {
	const [, whole, decimals = '', percent] = SHAPE.exec(text) ?? [];
	if (whole === undefined) return undefined;
	const moved = percent ? 2 : 0;
	const digits = (whole + decimals).padStart(decimals.length + moved + 1, '0');
	const point = digits.length - decimals.length - moved;
	const [before, after] = [digits.slice(0, point), digits.slice(point)];
	const share = `${before.replace(/^0+(?=\d)/, '')}.${after}`.replace(/\.?0*$/, '');
	const { numerator, denominator } = parseDecimal(share);
	return numerator <= denominator ? share : undefined;
}

/** The exact sum of shares. */
export function sumOfShares(shares: readonly string[]): Fraction {
	return shares.map(parseDecimal).reduce(
		(sum, share) => ({
			numerator: sum.numerator * share.denominator + share.numerator * sum.denominator,
			denominator: sum.denominator * share.denominator
		}),
		{ numerator: 0n, denominator: 1n }
	);
}
