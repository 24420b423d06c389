import type { Check, MissingPolicy } from '#lib/catalogue/catalogue.ts';

/** What stands for one term of a rule: its figure, "x", a blank cell, or nothing that could be read. */
export type Weight = bigint | 'not-applicable' | 'missing' | undefined;

/** One term of a side, added or subtracted. */
export interface Addend {
	minus: boolean;
	weight: Weight;
}

/** Both sides of a rule added up. */
export interface Weighed {
	left: bigint;
	right: bigint;
	holds: boolean;
	/** True where a blank cell was counted as zero, which may be why the rule does not hold. */
	hasBlanks: boolean;
}

/** Measure and sign of a term: `-b2.tu_tran` is subtracted. */
export function splitTerm(term: string): { measure: string; minus: boolean } {
	const minus = term.startsWith('-');
	return { measure: minus ? term.slice(1) : term, minus };
}

/** Both sides of a rule, weighed by its policy on missing figures; `undefined` where that says to skip it. */
export function weighCheck(
	{ comparator, missing, tolerance }: Pick<Check, 'comparator' | 'missing' | 'tolerance'>,
	sides: { left: readonly Addend[]; right: readonly Addend[] }
): Weighed | undefined {
	const left = sumSide(sides.left, missing);
	const right = sumSide(sides.right, missing);
	if (left === undefined || right === undefined) return undefined;
	const holds = comparator === '=' ? isNear(left, right, tolerance) : left <= right;
	const hasBlanks = [...sides.left, ...sides.right].some(({ weight }) => weight === 'missing');
	return { left, right, holds, hasBlanks };
}

function sumSide(addends: readonly Addend[], missing: MissingPolicy): bigint | undefined {
	if (!addends.some(({ weight }) => typeof weight === 'bigint')) return undefined;
	let sum = 0n;
	for (const { minus, weight } of addends) {
		const value = valueOf(weight, missing);
		if (value === undefined) return undefined;
		sum += minus ? -value : value;
	}
	return sum;
}

function valueOf(weight: Weight, missing: MissingPolicy): bigint | undefined {
	if (weight === 'not-applicable') return missing === 'skip' ? undefined : 0n;
	if (weight === 'missing') return missing === 'blank-is-zero' ? 0n : undefined;
	return weight;
}

function isNear(left: bigint, right: bigint, tolerance: Check['tolerance']): boolean {
	const difference = left > right ? left - right : right - left;
	if (!tolerance) return difference === 0n;
	const larger = left > right ? left : right;
	const { percent, units } = tolerance;
	return difference <= BigInt(units) || difference * 100n <= BigInt(percent) * larger;
}
