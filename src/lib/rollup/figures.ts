/**
 * Whole numbers that add up without loss: floats where no sum can pass 2^53, else integers of 64 bits, which go by the same
 * type, since all that is done with either is written alike.
 */
export type Figures = Float64Array;

/** Zeros; `wide` ones hold 64 bits. */
export function zeros(length: number, width: 'narrow' | 'wide'): Figures {
	return width === 'narrow'
		? new Float64Array(length)
		: (new BigInt64Array(length) as unknown as Figures);
}

/** The same numbers with 64 bits each. */
export function widened(figures: Figures): Figures {
	return BigInt64Array.from(figures, BigInt) as unknown as Figures;
}

/** A part of a figure: from `lower` to `upper`, whole numbers over `scale`. */
export interface Share {
	lower: bigint;
	upper: bigint;
	scale: bigint;
}

/** ⌊figure · upper ÷ scale⌋ − ⌊figure · lower ÷ scale⌋, of the figure's own kind. */
export function partOf(figure: number, { lower, upper, scale }: Share): number {
	const whole = BigInt(figure);
	const part = (whole * upper) / scale - (whole * lower) / scale;
	return typeof figure === 'bigint' ? (part as unknown as number) : Number(part);
}
