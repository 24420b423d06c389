import type { Totals } from '#lib/base/indicator-total.ts';
import { lastDayOf, type Period } from '#lib/base/period.ts';
import type { Catalogue } from '#lib/catalogue/catalogue.ts';
import { groupBy } from '#lib/base/group-by.ts';
import { guardCellsStepwise, type Withheld } from './guard-cells.ts';
import type { GuardedCount, GuardedSum } from './guard-ground.ts';
import { type CountedFamily, type CountedSum, familiesOf } from './guard-sums.ts';

/** A figure that a document shows, or lets be worked out by a difference that it shows. */
export interface ShownFigure {
	/** The codes from the root down to the unit, on the map that the document stands on. */
	path: readonly string[];
	period: Period;
	/** The indicator's id. */
	indicator: string;
}

/** What of a figure is withheld; percentage, shortfall, differences, status and trace code go with either of the two. */
export interface WithheldFigure {
	numerator?: Withheld;
	denominator?: Withheld;
}

/** Tells of each figure of a document what of it is withheld; `undefined` where all of it may be shown. */
export type FigureGuard = (
	unit: string,
	period: Period,
	indicator: string
) => WithheldFigure | undefined;

/** What a guard is made of. */
export interface FigureGuardGround {
	catalogue: Catalogue;
	totals: Totals;
	/** Counts above zero and below this are small: `settings.smallCellBelow`. */
	below: number;
	/** Every figure of the whole document: what one table shows must not give away what another withholds. */
	figures: readonly ShownFigure[];
}

/**
 * The guard of a document that leaves the unit which owns its figures: small counts of the measures that the catalogue marks,
 * and those from which they could be worked out along the units shown, between indicators with measures in common, and
 * between a year and the quarter that it takes its stock from.
 */
export function guardFigures(ground: FigureGuardGround): FigureGuard {
	const steps = guardFiguresStepwise(ground);
	for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
}

/** The same, pausing often: a document of many units takes seconds. */
export function* guardFiguresStepwise(
	ground: FigureGuardGround
): Generator<undefined, FigureGuard> {
	const { catalogue, below } = ground;
	const families = familiesOf(
		catalogue,
		new Set(ground.figures.map(({ indicator }) => indicator))
	).filter(({ sums }) => sums.some(({ isMarked }) => isMarked));
	const cells: Cells[] = [];
	for (const family of families) {
		cells.push(cellsOf(family, ground));
		yield;
	}
	const withheld = yield* guardCellsStepwise({
		counts: cells.flatMap(({ counts }) => counts),
		sums: cells.flatMap(({ sums }) => sums),
		below
	});
	const sumOf = new Map(
		families.flatMap(({ sums }) =>
			sums.flatMap((sum) => sum.sides.map((side) => [sideKey(side), sum]))
		)
	);
	const told = (
		side: 'numerator' | 'denominator',
		{ unit, period, indicator }: { unit: string; period: Period; indicator: string }
	): Withheld | undefined => {
		const sum = sumOf.get(sideKey({ indicator, side }));
		return sum && withheld.get(countId(sum, { unit, period }));
	};
	return (unit, period, indicator) => {
		const [numerator, denominator] = (['numerator', 'denominator'] as const).map((side) =>
			told(side, { unit, period, indicator })
		);
		if (!numerator && !denominator) return undefined;
		return { ...(numerator && { numerator }), ...(denominator && { denominator }) };
	};
}

interface Cells {
	counts: GuardedCount[];
	sums: GuardedSum[];
}

/** Where a count stands. */
interface Spot {
	unit: string;
	period: Period;
}

const sideKey = ({ indicator, side }: { indicator: string; side: string }): string =>
	`${indicator}/${side}`;

const countId = (sum: CountedSum, { unit, period }: Spot): string => `${sum.id}|${unit}|${period}`;

function cellsOf(family: CountedFamily, ground: FigureGuardGround): Cells {
	const indicators = new Set(
		family.sums.flatMap(({ sides }) => sides.map((side) => side.indicator))
	);
	const figures = ground.figures.filter(({ indicator }) => indicators.has(indicator));
	const values = valuesOf(family, { figures, totals: ground.totals });
	const counts = [...values.values()];
	const paths = new Map(
		figures.map(({ path, period }) => [`${path.at(-1) ?? ''}|${period}`, { path, period }])
	);
	const trees = family.sums.map((sum) => alongUnits(sum, { values, places: [...paths.values()] }));
	return {
		counts: [...counts, ...trees.flatMap((tree) => tree.counts)],
		sums: [
			...trees.flatMap((tree) => tree.sums),
			...betweenSums(family, { values, places: [...paths.values()] }),
			...betweenPeriods(family, values)
		]
	};
}

/** The counts shown, by id; those that were not reported are none. */
function valuesOf(
	{ sums }: CountedFamily,
	{ figures, totals }: { figures: readonly ShownFigure[]; totals: Totals }
): Map<string, GuardedCount> {
	const found = new Map<string, GuardedCount>();
	const sides = sums.flatMap((sum) => sum.sides.map((side) => ({ ...side, sum })));
	const sidesOf = groupBy(sides, ({ indicator }) => indicator);
	for (const { path, period, indicator } of figures) {
		const spot = { unit: path.at(-1) ?? '', period };
		const total = totals.total(spot.unit, period, indicator);
		for (const { side, sum, whole } of sidesOf.get(indicator) ?? []) {
			const value = total?.[side];
			if (value === undefined) continue;
			const id = countId(sum, spot);
			const within = whole && total?.denominator !== undefined ? countId(whole, spot) : undefined;
			const count = { id, value: Number(value), isMarked: sum.isMarked };
			found.set(id, { ...found.get(id), ...count, ...(within !== undefined && { within }) });
		}
	}
	return found;
}

interface Ground {
	values: ReadonlyMap<string, GuardedCount>;
	places: readonly { path: readonly string[]; period: Period }[];
}

/** Each unit is the sum of those shown next below it, and of a rest where they do not make it up. */
function alongUnits(sum: CountedSum, { values, places }: Ground): Cells {
	const shown = ({ unit, period }: Spot): GuardedCount | undefined =>
		values.get(countId(sum, { unit, period }));
	const children = groupBy(
		places.flatMap(({ path, period }) => {
			const unit = path.at(-1) ?? '';
			const above = path.slice(0, -1).findLast((code) => shown({ unit: code, period }));
			const count = shown({ unit, period });
			return above !== undefined && count ? [{ above, period, count }] : [];
		}),
		({ above, period }) => countId(sum, { unit: above, period })
	);
	const found: Cells = { counts: [], sums: [] };
	for (const [id, below] of children) {
		const rest =
			(values.get(id)?.value ?? 0) - below.reduce((all, { count }) => all + count.value, 0);
		const restId = `${id}|rest`;
		if (rest < 0) continue;
		if (rest > 0)
			found.counts.push({ id: restId, value: rest, isMarked: sum.isMarked, isUnprinted: true });
		found.sums.push([
			{ count: id, factor: 1 },
			...below.map(({ count }) => ({ count: count.id, factor: -1 })),
			...(rest > 0 ? [{ count: restId, factor: -1 }] : [])
		]);
	}
	return found;
}

/** What measures in common tell: excellent and good make good or better, in each unit and period that shows all three. */
function betweenSums({ sums, relations }: CountedFamily, { values, places }: Ground): GuardedSum[] {
	const byId = new Map(sums.map((sum) => [sum.id, sum]));
	return places.flatMap(({ path, period }) =>
		relations.flatMap((relation) => {
			const terms = relation.map(({ sum, factor }) => {
				const counted = byId.get(sum);
				const id = counted && countId(counted, { unit: path.at(-1) ?? '', period });
				return { count: id ?? '', factor };
			});
			const isWhole = terms.every(({ count }) => values.has(count));
			return isWhole && adds(terms, values) ? [terms] : [];
		})
	);
}

/** A year or half-year whose figure is that of a quarter shown beside it. */
function betweenPeriods({ sums }: CountedFamily, values: Ground['values']): GuardedSum[] {
	const spots = [...values.keys()].map((id) => id.split('|') as [string, string, Period]);
	const ids = new Set(sums.map(({ id }) => id));
	return [...groupBy(spots, ([sum, unit]) => `${sum}|${unit}`)].flatMap(([key, each]) => {
		if (!ids.has(key.slice(0, key.indexOf('|')))) return [];
		const periods = each.map(([, , period]) => period);
		return periods.flatMap((outer) =>
			periods
				.filter((inner) => isWithin(inner, outer))
				.flatMap((inner) => {
					const terms = [
						{ count: `${key}|${outer}`, factor: 1 },
						{ count: `${key}|${inner}`, factor: -1 }
					];
					return adds(terms, values) ? [terms] : [];
				})
		);
	});
}

function isWithin(inner: Period, outer: Period): boolean {
	return inner.length > outer.length
		? inner.startsWith(outer)
		: inner !== outer &&
				inner.includes('Q') &&
				outer.includes('H') &&
				lastDayOf(inner) === lastDayOf(outer);
}

function adds(terms: GuardedSum, values: Ground['values']): boolean {
	return (
		terms.reduce((all, { count, factor }) => all + factor * (values.get(count)?.value ?? 0), 0) ===
		0
	);
}
