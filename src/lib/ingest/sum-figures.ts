import { lastDayOf, type Period } from '#lib/base/period.ts';
import type { UnitTree } from '#lib/units/unit-tree.ts';

/** One figure of a measure, and whose it is. */
export interface Figure {
	unit?: string;
	period?: Period;
	measure: string;
	value: bigint;
}

/**
 * Σ of the figures by measure, in order of appearance. A unit's own figure is left out where a unit below it has one
 * for the same measure and period: nothing is counted twice (MODEL "Parent totals").
 */
export function sumFigures(figures: readonly Figure[], tree: UnitTree): Record<string, bigint> {
	const covered = coveredFigures(figures, tree);
	const isCounted = (figure: Figure): boolean => covered.size === 0 || !covered.has(keyOf(figure));
	const sums: Record<string, bigint> = {};
	for (const figure of figures) {
		const sum = sums[figure.measure] ?? 0n;
		sums[figure.measure] = isCounted(figure) ? sum + figure.value : sum;
	}
	return sums;
}

/** The units in the list that have another one of it below them, with the codes of those, by period. */
export function unitsAbove(
	places: readonly { unit?: string; period?: Period }[],
	tree: UnitTree
): (unit: string, period: Period) => string[] {
	const present = new Set(places.map(({ unit }) => unit));
	const answers = new Map<string, string[]>();
	return (unit, period) => {
		const key = `${unit} ${period}`;
		const known = answers.get(key);
		if (known) return known;
		const above = tree
			.pathOn(unit, lastDayOf(period))
			.map(({ code }) => code)
			.filter((code) => code !== unit && present.has(code));
		answers.set(key, above);
		return above;
	};
}

function coveredFigures(figures: readonly Figure[], tree: UnitTree): Set<string> {
	const above = unitsAbove(figures, tree);
	const covered = new Set<string>();
	let last: { unit: string; period: Period; codes: string[] } | undefined;
	for (const { unit, period, measure } of figures) {
		if (unit === undefined || period === undefined) continue;
		// The figures of a row come one after the other.
		if (last?.unit !== unit || last.period !== period)
			last = { unit, period, codes: above(unit, period) };
		for (const code of last.codes) covered.add(keyOf({ unit: code, period, measure }));
	}
	return covered;
}

function keyOf({ unit, period, measure }: Omit<Figure, 'value'>): string {
	return `${unit} ${period} ${measure}`;
}
