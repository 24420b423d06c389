import type { IsoDate } from '#lib/base/period.ts';
import type { Indicator, OverTime } from '#lib/catalogue/catalogue.ts';
import { type BooleanColumn, type Columns, int32Column, textColumn } from '#lib/engine/columns.ts';
import type { Unit } from '#lib/units/unit.ts';
import { type RollupKeys, placesOf } from './rollup-keys.ts';

/** One measure in the numerator or the denominator of one indicator. */
interface IndicatorTerm {
	indicator: number;
	measure: number;
	overTime: OverTime;
	isDenominator: boolean;
}

/**
 * The tables, by name, in which the engine finds units, measures and indicators under their places in the keys, and the
 * days between which the organisation is another one though no unit begins or ends.
 */
export function inputTables(
	units: readonly Unit[],
	keys: RollupKeys,
	turningDays: readonly IsoDate[] = []
): Record<string, Columns> {
	return {
		unit_record: unitRecords(units, keys),
		turning_day: { day: textColumn([...new Set(turningDays)]) },
		selected: selectedRecords(units, selectionsOf(keys)),
		measure: measureTable(keys),
		...askedTables(keys)
	};
}

/** Table `measure`: how the quarters of each make a year. */
export function measureTable({ measures }: RollupKeys): Columns {
	return {
		measure: int32Column(measures.map((_, place) => place)),
		over_time: textColumn(measures.map(({ overTime }) => overTime))
	};
}

/** The tables, by name, of the indicators that are asked for, and of what they add up; without places of all. */
export function askedTables(
	keys: RollupKeys,
	places: readonly number[] = keys.indicators.map((_, place) => place)
): Record<string, Columns> {
	const asked = new Set(places);
	const terms = termsOf(keys).filter(({ indicator }) => asked.has(indicator));
	return {
		indicator: indicators(keys, { terms, places }),
		term: {
			term: int32Column(terms.map((_, place) => place)),
			indicator: int32Column(terms.map(({ indicator }) => indicator)),
			measure: int32Column(terms.map(({ measure }) => measure)),
			over_time: textColumn(terms.map(({ overTime }) => overTime)),
			is_denominator: booleanColumn(terms.map(({ isDenominator }) => isDenominator))
		}
	};
}

function unitRecords(units: readonly Unit[], keys: RollupKeys): Columns {
	const places = placesOf(keys.units);
	return {
		record: int32Column(units.map((_, record) => record)),
		unit: int32Column(units.map(({ code }) => places.get(code))),
		parent: int32Column(units.map(({ parent }) => places.get(parent ?? ''))),
		valid_from: textColumn(units.map(({ validFrom }) => validFrom)),
		valid_to: textColumn(units.map(({ validTo }) => validTo))
	};
}

/** Which records each selection of units holds. */
function selectedRecords(units: readonly Unit[], selections: readonly Indicator[]): Columns {
	const pairs = selections.flatMap((indicator, selection) =>
		units.flatMap((unit, record) => (isSelected(unit, indicator) ? [{ selection, record }] : []))
	);
	return {
		selection: int32Column(pairs.map(({ selection }) => selection)),
		record: int32Column(pairs.map(({ record }) => record))
	};
}

function isSelected({ level, kind }: Unit, { select }: Indicator): boolean {
	return (select?.level?.includes(level) ?? true) && (select?.kind?.includes(kind) ?? true);
}

/** One indicator for every way of selecting units. */
export function selectionsOf({ indicators }: RollupKeys): Indicator[] {
	return [...new Map(indicators.map((indicator) => [selectionKey(indicator), indicator])).values()];
}

/** What tells one way of selecting units from another. */
export function selectionKey({ select }: Indicator): string {
	return JSON.stringify([select?.level, select?.kind]);
}

function indicators(
	keys: RollupKeys,
	{ terms, places }: { terms: readonly IndicatorTerm[]; places: readonly number[] }
): Columns {
	const selections = selectionsOf(keys).map(selectionKey);
	const asked = places.flatMap((place) => keys.indicators[place] ?? []);
	const own = places.map((place) => terms.filter(({ indicator }) => indicator === place));
	return {
		indicator: int32Column(places),
		selection: int32Column(asked.map((indicator) => selections.indexOf(selectionKey(indicator)))),
		terms: int32Column(own.map((terms) => terms.length)),
		denominators: int32Column(
			own.map((terms) => terms.filter(({ isDenominator }) => isDenominator).length)
		),
		is_yearly: booleanColumn(
			own.map((terms) => terms.every(({ overTime }) => overTime === 'year'))
		),
		closes_with_year: booleanColumn(own.map((terms) => closesWithYear(terms)))
	};
}

/** True where what the terms add up to is final with the year's last quarter alone. */
export function closesWithYear(terms: readonly Pick<IndicatorTerm, 'overTime'>[]): boolean {
	return terms.some(({ overTime }) => overTime === 'ytd' || overTime === 'year');
}

/** Throws where an indicator names a measure that no template has: the catalogue is checked when it is read. */
export function termsOf({ indicators, measures }: RollupKeys): IndicatorTerm[] {
	const places = placesOf(measures.map(({ id }) => id));
	return indicators.flatMap(({ numerator, denominator }, indicator) =>
		[...numerator, ...denominator].map((id, place) => {
			const measure = places.get(id) ?? -1;
			const overTime = measures[measure]?.overTime;
			if (overTime === undefined) throw new RangeError(`no measure ${id}`);
			return { indicator, measure, overTime, isDenominator: place >= numerator.length };
		})
	);
}

function booleanColumn(flags: readonly boolean[]): BooleanColumn {
	return { type: 'boolean', values: Uint8Array.from(flags, (flag) => (flag ? 1 : 0)) };
}
