import type { Standing } from '#lib/assess/standing.ts';
import { compareNames } from '#lib/base/compare-names.ts';
import { compareFractions } from '#lib/base/fraction.ts';
import { foldMarks } from '#lib/base/fold.ts';
import { groupBy } from '#lib/base/group-by.ts';
import type { MetCount } from './scorecard-tally.ts';
import type { ScorecardUnit, UnitScope } from './scorecard-units.ts';

/** By what units are ordered: as the list has them, by name, by targets met, or by an indicator's value or shortfall. */
export type ScorecardOrder =
	{ by: 'list' | 'name' | 'met' } | { by: 'value' | 'shortfall'; indicator: string };

/** Which units stay: those that miss any of the targets shown, or that of one indicator. */
export type MissFilter = { any: true } | { indicator: string };

/** What is looked for, and in which order. */
export interface UnitsChoice {
	scope: UnitScope;
	/** Every word must begin a word of the name, or the code, accents or none; empty for all. */
	text: string;
	misses?: MissFilter;
	order: ScorecardOrder;
	/** The other way round; units without a value stay last. */
	isReversed: boolean;
}

/** What units are ordered and filtered by. */
export interface UnitFigures {
	/** The counts of each listed unit, by its code; absent while they are counted. */
	counts?: ReadonlyMap<string, MetCount>;
	/** How a unit stands at an indicator, by the indicator's id. */
	standingAt: (unit: ScorecardUnit, indicator: string) => Standing;
}

type Compare = (a: ScorecardUnit, b: ScorecardUnit) => number;

/**
 * The units found, in order; in the branch as a tree those above a unit that was found stay, and the order is that among
 * the units below one. What must be counted first is left as it is until it is counted.
 */
export function orderedUnits(
	units: readonly ScorecardUnit[],
	choice: UnitsChoice,
	figures: UnitFigures
): ScorecardUnit[] {
	const isFound = foundBy(choice, figures);
	const compare = comparing(choice, figures);
	if (choice.scope !== 'branch') {
		const found = units.filter(isFound);
		return compare ? found.toSorted(compare) : found;
	}
	const leading = new Set(units.filter(isFound).flatMap(({ path }) => path));
	const shown = units.filter((unit) => leading.has(unit.unit));
	return compare ? sortedTree(shown, compare) : shown;
}

function foundBy(
	{ text, misses }: UnitsChoice,
	{ counts, standingAt }: UnitFigures
): (unit: ScorecardUnit) => boolean {
	const words = foldMarks(text).split(' ').filter(Boolean);
	const doesMiss = (unit: ScorecardUnit): boolean => {
		if (!misses) return true;
		if ('any' in misses) return !counts || (counts.get(unit.unit)?.missed ?? 0) > 0;
		return standingAt(unit, misses.indicator).leading?.status === 'not-met';
	};
	return (unit) =>
		words.every((word) => ` ${unit.searched}`.includes(` ${word}`)) && doesMiss(unit);
}

function comparing({ order, isReversed }: UnitsChoice, figures: UnitFigures): Compare | undefined {
	const turn = isReversed ? -1 : 1;
	switch (order.by) {
		case 'list':
			return undefined;
		case 'name':
			return (a, b) => turn * byName(a, b);
		case 'met': {
			const { counts } = figures;
			return counts && byRank((unit) => shareMet(counts.get(unit.unit)), turn);
		}
		case 'value':
		case 'shortfall': {
			const keys = keysOf(order, figures.standingAt);
			return byRank(keys, turn);
		}
	}
}

const byName: Compare = (a, b) => compareNames(a.name, b.name);

interface Rank {
	numerator: bigint;
	denominator: bigint;
}

/** Units without a rank come last whichever way the others go. */
function byRank(rankOf: (unit: ScorecardUnit) => Rank | undefined, turn: number): Compare {
	const ranks = new Map<string, Rank | undefined>();
	const kept = (unit: ScorecardUnit): Rank | undefined => {
		if (!ranks.has(unit.unit)) ranks.set(unit.unit, rankOf(unit));
		return ranks.get(unit.unit);
	};
	return (a, b) => {
		const [rankA, rankB] = [kept(a), kept(b)];
		if (!rankA || !rankB) return Number(!rankA) - Number(!rankB) || byName(a, b);
		return turn * compareFractions(rankA, rankB) || byName(a, b);
	};
}

function keysOf(
	{ by, indicator }: Extract<ScorecardOrder, { indicator: string }>,
	standingAt: UnitFigures['standingAt']
): (unit: ScorecardUnit) => Rank | undefined {
	return (unit) => {
		const { value, leading } = standingAt(unit, indicator);
		if (by === 'value') return value;
		const shortfall = leading?.shortfall;
		return shortfall === undefined ? undefined : { numerator: -shortfall, denominator: 1n };
	};
}

function shareMet(count: MetCount | undefined): Rank | undefined {
	if (!count || count.judged === 0) return undefined;
	return { numerator: BigInt(count.met), denominator: BigInt(count.judged) };
}

/** The units of a tree in its order, with those below one unit sorted among themselves. */
function sortedTree(units: readonly ScorecardUnit[], compare: Compare): ScorecardUnit[] {
	const below = groupBy(units, ({ path }) => path.at(-2));
	const walk = (parent: string | undefined): ScorecardUnit[] =>
		(below.get(parent) ?? []).toSorted(compare).flatMap((unit) => [unit, ...walk(unit.unit)]);
	return walk(units[0]?.path.at(-2));
}
