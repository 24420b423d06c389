import type { Check, MissingPolicy } from '#lib/catalogue/catalogue.ts';

/** What stands for a term: a figure, "x", a blank cell, or nothing at all. */
export const WEIGHT = { figure: 1, 'not-applicable': 2, missing: 3, nothing: 0 } as const;

/** A term of a rule: the place of its measure, and +1 or −1. */
export interface NumberTerm {
	at: number;
	sign: number;
}

/** A rule over figures that lie in typed arrays, as plain numbers: they are far below 2^53. */
export interface NumberRule {
	left: readonly NumberTerm[];
	right: readonly NumberTerm[];
	rule: Pick<Check, 'comparator' | 'missing' | 'tolerance'>;
}

/** True where the rule speaks of the figures and they break it: `weighCheck` says the same of them. */
export function breaksRule(
	{ left, right, rule }: NumberRule,
	states: Uint8Array,
	values: Float64Array
): boolean {
	const [a, b] = [left, right].map((terms) => sideOf(terms, { rule, states, values }));
	if (a === undefined || b === undefined) return false;
	if (rule.comparator !== '=') return a > b;
	const difference = Math.abs(a - b);
	if (!rule.tolerance) return difference !== 0;
	const { percent, units } = rule.tolerance;
	return !(difference <= units || difference * 100 <= percent * Math.max(a, b));
}

function sideOf(
	terms: readonly NumberTerm[],
	{
		rule,
		states,
		values
	}: { rule: { missing: MissingPolicy }; states: Uint8Array; values: Float64Array }
): number | undefined {
	let [sum, figures] = [0, 0];
	for (const { at, sign } of terms) {
		const state = states[at];
		if (state === WEIGHT.figure) {
			sum += sign * (values[at] ?? 0);
			figures += 1;
		} else if (
			state === WEIGHT['not-applicable'] ? rule.missing === 'skip' : !isZero(state, rule)
		) {
			return undefined;
		}
	}
	return figures > 0 ? sum : undefined;
}

function isZero(state: number | undefined, { missing }: { missing: MissingPolicy }): boolean {
	return state === WEIGHT.missing && missing === 'blank-is-zero';
}
