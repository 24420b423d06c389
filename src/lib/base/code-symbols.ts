/** Crockford's 32 symbols: no I, L, O and U, which are taken for others when read aloud or typed. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** What the weighted sum of a code comes to, so that the code of nothing but zeros is none. */
const CHECK_SUM = 21;

/** x⁵ + x² + 1: the field of 32 elements, whose powers of 2 run through all others. */
const FIELD = 0b100101;

/** A symbol that was typed, as the number it stands for; O is read as 0, I and L as 1. `undefined` where it is none. */
export function symbolValue(symbol: string): number | undefined {
	const read = symbol.toUpperCase().replace('O', '0').replace(/[IL]/, '1');
	const value = ALPHABET.indexOf(read);
	return read.length === 1 && value >= 0 ? value : undefined;
}

/** The symbols of numbers from 0 to 31. */
export function symbolsOf(values: readonly number[]): string {
	return values.map((value) => ALPHABET[value]).join('');
}

/** The numbers with one before them that guards them: one wrong symbol, or two that changed places, are always found. */
export function withCheck(values: readonly number[]): number[] {
	return [checkFault([0, ...values]), ...values];
}

/** 0 where the first number, the check, agrees with the others; else by how much it does not. Up to 31 numbers. */
export function checkFault(values: readonly number[]): number {
	return values.reduce((sum, value, place) => sum ^ times(value, power(place)), CHECK_SUM);
}

/** Each way to mend numbers that do not agree with their check, by one other number or by two neighbours changing places. */
export function mendings(values: readonly number[]): number[][] {
	const fault = checkFault(values);
	if (fault === 0) return [];
	const replaced = values.map((value, at) => values.with(at, value ^ times(fault, power(31 - at))));
	const swapped = values
		.slice(1)
		.map((value, at) => values.with(at, value).with(at + 1, values[at] ?? 0));
	return [...replaced, ...swapped.filter((each) => checkFault(each) === 0)];
}

function power(exponent: number): number {
	let product = 1;
	for (let step = 0; step < exponent % 31; step += 1) product = times(product, 2);
	return product;
}

function times(a: number, b: number): number {
	let product = 0;
	for (let bit = 0; bit < 5; bit += 1) if (b & (1 << bit)) product ^= a << bit;
	for (let bit = 9; bit >= 5; bit -= 1) if (product & (1 << bit)) product ^= FIELD << (bit - 5);
	return product;
}
