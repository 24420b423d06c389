import type { IsoDate, Period } from '#lib/base/period.ts';
import type { Catalogue } from '#lib/catalogue/catalogue.ts';
import { columnOf } from '#lib/engine/columns.ts';
import { encodeColumns } from '#lib/engine/encode-columns.ts';
import type { LineageEvent } from '#lib/units/lineage.ts';
import type { Unit } from '#lib/units/unit.ts';
import { alikeIndicators } from './alike-indicators.ts';
import { type AddingGround, addUp, type Asked } from './add-up.ts';
import { outputPeriodsOf, reportedSlots, shapeDaysOf } from './calendar.ts';
import { selectionKey, selectionsOf, termsOf } from './input-tables.ts';
import { type RollupSubmission, SPAN } from './key-entries.ts';
import { rehang } from './rehang.ts';
import { rollupKeys, type RollupKeys } from './rollup-keys.ts';
import { rowName } from './row-names.ts';
import { rehung, shapeMapOf } from './shape-map.ts';
import { type MeasureCells, Statements } from './statements.ts';
import { TotalRows } from './total-rows.ts';

/** What a rollup is computed from. */
export interface RollupInput extends RollupOrganisation {
	/** The submissions in force, in any order; of two that name the same cell the one with the higher sequence holds. */
	submissions: readonly RollupSubmission[];
	catalogue: Catalogue;
}

/** On which maps a rollup stands. */
export interface RollupOrganisation {
	units: readonly Unit[];
	/** What became of units; of use only in a boundary mode. */
	lineage?: readonly LineageEvent[];
	/** The day whose units all periods are shown on; without it each period stands on its own map, as reported. */
	boundaries?: IsoDate;
}

/**
 * Every indicator's total for every unit and period, as `readRollup` reads it: `IndicatorTotal`s for each quarter,
 * half-year and year with figures and each unit of the organisation as it was then, or as it is on the day of the
 * boundaries, those included that reported nothing. The rules are MODEL's: measures, parent totals, coverage; which
 * figures count is settled on each period's own map, boundaries only hang them anew.
 */
export function rollUp({ submissions, catalogue, ...organisation }: RollupInput): Uint8Array {
	const statements = new Statements(rollupKeys(organisation.units, catalogue));
	for (const submission of submissions) statements.add(submission);
	return rollUpStatements(statements, organisation);
}

/** The same of what submissions say, the keys being those of the organisation; told how many periods are done. */
export function rollUpStatements(
	statements: Statements,
	organisation: RollupOrganisation,
	onProgress?: (done: number, total: number) => void
): Uint8Array {
	const ground = groundOf(organisation, statements);
	const rows = new TotalRows(ground);
	// Period by period: its rows lie close together.
	const all = ground.asked.map((asked) => addUp(asked, ground));
	for (const period of ground.periods.keys()) {
		for (const [row, sums] of all.entries()) {
			const { value } = sums.next();
			if (value) rows.take(row, value);
		}
		rows.write(period);
		onProgress?.(period + 1, ground.periods.length);
	}
	return encodeColumns(rows.columns);
}

function groundOf({ units, lineage = [], boundaries }: RollupOrganisation, statements: Statements) {
	const { keys, width } = statements;
	const measures = statements.inForce();
	const reported = reportedSlots(measures);
	const periods = outputPeriodsOf(reported);
	const turningDays = boundaries === undefined ? [] : lineage.map(({ date }) => date);
	const { shapeOf, shapes } = shapeDaysOf(reported, units, turningDays);
	const selections = selectionsOf(keys);
	const tables =
		boundaries === undefined
			? undefined
			: rehang({ units, lineage, boundaries, keys, shapes, periods: 1 });
	const maps = new Map(
		shapes.map(({ shape, day }) => {
			const map = shapeMapOf(units, { day, keys, selections });
			return [shape, tables ? rehung(map, shape, tables) : map];
		})
	);
	const mapOf: AddingGround['mapOf'] = (slot) => {
		const map = maps.get(shapeOf.get(slot) ?? -1);
		if (!map) throw new RangeError(`nothing was reported in quarter ${slot}`);
		return map;
	};
	const alike = alikeIndicators(keys, measures);
	const hung = tables && columnOf(tables['shown'] ?? {}, 'unit', 'int32').values;
	return {
		...{ keys, periods, mapOf, width, units: keys.units.length, boundaries },
		asked: askedOf(keys, { alike, measures }),
		rowNames: alike.map((places) =>
			rowName(places.map((place) => keys.indicators[place]?.id ?? ''))
		),
		periodNames: periods.map(({ slot, span }) => periodAt(slot, span)),
		shown: periods.map(({ mapSlot }) => hung ?? mapOf(mapSlot).present),
		isYearly: isYearly(keys, alike)
	};
}

function isYearly(keys: RollupKeys, alike: readonly number[][]): boolean[] {
	const terms = termsOf(keys);
	return alike.map(([first]) =>
		terms
			.filter(({ indicator }) => indicator === first)
			.every(({ overTime }) => overTime === 'year')
	);
}

/** What is added up for each row of a unit and period: the first of the indicators that share it. */
function askedOf(
	keys: RollupKeys,
	{ alike, measures }: { alike: readonly number[][]; measures: readonly MeasureCells[] }
): Asked[] {
	const terms = termsOf(keys);
	const selections = selectionsOf(keys).map(selectionKey);
	const nothing = { quarters: new Map(), yearSums: new Map() };
	return alike.map(([first = 0]) => {
		const indicator = keys.indicators[first];
		return {
			terms: terms
				.filter((term) => term.indicator === first)
				.map((term) => ({ ...term, cells: measures[term.measure] ?? nothing })),
			selection: indicator ? selections.indexOf(selectionKey(indicator)) : -1
		};
	});
}

function periodAt(slot: number, span: number): Period {
	const year = Math.floor(slot / 4);
	if (span === SPAN.year) return `${year}`;
	return span === SPAN.half ? `${year}-H${((slot % 4) + 1) / 2}` : `${year}-Q${(slot % 4) + 1}`;
}
