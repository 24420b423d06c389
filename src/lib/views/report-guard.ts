import { standingOf } from '#lib/assess/standing.ts';
import type { Facts } from '#lib/assess/standing.ts';
import { groupBy } from '#lib/base/group-by.ts';
import type { Period } from '#lib/base/period.ts';
import type { Catalogue, Indicator } from '#lib/catalogue/catalogue.ts';
import { measuresOf } from '#lib/catalogue/find-in-catalogue.ts';
import { guardCells, type GuardedCount, type GuardedSum, type Withheld } from './guard-cells.ts';

/** A figure that a report shows: the unit as the codes from the root down to it. */
export interface GuardedFigure {
	path: readonly string[];
	period: Period;
	indicator: Indicator;
}

/** What of a figure is not to be shown; empty where all of it is. */
export interface HiddenParts {
	numerator?: Withheld;
	denominator?: Withheld;
}

/** What a report shows: by indicator and period the unit that it is made for, and the parts that add up to it. */
export interface GuardedTable {
	whole: GuardedFigure;
	parts: readonly GuardedFigure[];
}

const NOTHING: HiddenParts = {};

/** True where any part of a figure is hidden: then nothing that is computed of it may be shown. */
export function isHidden({ numerator, denominator }: HiddenParts): boolean {
	return numerator !== undefined || denominator !== undefined;
}

/** The measures whose small counts may point at a person, by their ids. */
export function markedMeasures(catalogue: Catalogue): ReadonlySet<string> {
	const measures = [...measuresOf(catalogue).values()];
	return new Set(measures.flatMap(({ id, smallCell }) => (smallCell ? [id] : [])));
}

/**
 * Settles what must not be shown of tables of marked indicators, one sheet after another, and answers what of a figure is
 * hidden. A figure that is in no table hides nothing.
 */
export function* guardTables(
	facts: Facts,
	tables: readonly GuardedTable[]
): Generator<undefined, (figure: GuardedFigure) => HiddenParts> {
	const withheld = new Map<string, Withheld>();
	const below = facts.settings.smallCellBelow;
	const marked = markedMeasures(facts.catalogue);
	for (const group of groupBy(tables, sheetOf).values()) {
		const into: Collected = { marked, counts: new Map(), sums: [] };
		for (const table of group) addTable(facts, table, into);
		const { counts, sums } = into;
		const hidden = guardCells({ counts: [...counts.values()], sums, below });
		for (const [id, why] of hidden) withheld.set(id, why);
		yield;
	}
	return (figure) => {
		if (withheld.size === 0) return NOTHING;
		const numerator = withheld.get(countId(figure, 'numerator'));
		const denominator = withheld.get(countId(figure, 'denominator'));
		return { ...(numerator && { numerator }), ...(denominator && { denominator }) };
	};
}

type Side = 'numerator' | 'denominator';

interface Collected {
	marked: ReadonlySet<string>;
	counts: Map<string, GuardedCount>;
	sums: GuardedSum[];
}

function addTable(facts: Facts, { whole, parts }: GuardedTable, into: Collected): void {
	for (const figure of [whole, ...parts]) addFigure(facts, figure, into);
	for (const side of ['numerator', 'denominator'] as const) {
		const total = into.counts.get(countId(whole, side));
		const addends = parts.flatMap((part) => into.counts.get(countId(part, side)) ?? []);
		if (!total || addends.length === 0) continue;
		const rest = total.value - addends.reduce((sum, { value }) => sum + value, 0);
		const restId = `${total.id} rest`;
		const size = Math.abs(rest);
		if (rest !== 0) into.counts.set(restId, { id: restId, value: size, isMarked: false });
		into.sums.push([
			{ count: total.id, factor: 1 },
			...addends.map(({ id }) => ({ count: id, factor: -1 })),
			...(rest === 0 ? [] : [{ count: restId, factor: -Math.sign(rest) }])
		]);
	}
}

function addFigure(facts: Facts, figure: GuardedFigure, { marked, counts }: Collected): void {
	const { total } = standingOf(facts, figure);
	const add = (side: Side, within?: string): void => {
		const value = total?.[side];
		if (value === undefined) return;
		const id = countId(figure, side);
		const known = counts.get(id)?.isMarked === true;
		const isMarked = known || figure.indicator[side].some((measure) => marked.has(measure));
		counts.set(id, { id, value: Number(value), isMarked, ...(within && { within }) });
	};
	const isPart = total?.denominator !== undefined && !figure.indicator.mayExceed;
	add('denominator');
	add('numerator', isPart ? countId(figure, 'denominator') : undefined);
}

/** The same for the same count, whichever indicator asks for it. */
function countId({ path, period, indicator }: GuardedFigure, side: Side): string {
	const select = indicator.select ? JSON.stringify(indicator.select) : '';
	return [path.at(-1), period, indicator[side].toSorted().join('+'), select].join(' ');
}

/** Counts of one sheet may be the same, those of different ones never are. */
function sheetOf({ whole: { indicator } }: GuardedTable): string {
	return indicator.numerator[0]?.split('.')[0] ?? '';
}
