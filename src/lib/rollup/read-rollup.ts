import type { IndicatorTotal, Totals } from '#lib/base/indicator-total.ts';
import type { IsoDate, Period } from '#lib/base/period.ts';
import { type Columns, columnOf, numbersOf, textAt } from '#lib/engine/columns.ts';
import { decodeColumns } from '#lib/engine/decode-columns.ts';
import { placesOf } from './rollup-keys.ts';

/** All totals of a workspace, by look-up. */
export interface Rollup extends Totals {
	/** The unit's totals of all indicators, in the catalogue's order; empty where it does not exist in the period. */
	totalsOf(unit: string, period: Period): IndicatorTotal[];
}

/** The rollup that `rollUp` made the bytes of, without a copy of its figures; throws where they are none. */
export function readRollup(bytes: Uint8Array): Rollup {
	return new StoredRollup(decodeColumns(bytes));
}

class StoredRollup implements Rollup {
	readonly periods: readonly Period[];
	readonly boundaries?: IsoDate;
	readonly #columns: Columns;
	readonly #units: readonly string[];
	readonly #indicators: readonly string[];
	readonly #unitPlaces: ReadonlyMap<string, number>;
	readonly #periodPlaces: ReadonlyMap<string, number>;
	readonly #indicatorPlaces: ReadonlyMap<string, number>;
	/** For each unit and period the row of its first indicator; −1 where the unit does not exist. */
	readonly #firstRows: Int32Array;

	constructor(columns: Columns) {
		const [unit, period] = [columnOf(columns, 'unit', 'text'), columnOf(columns, 'period', 'text')];
		this.#columns = withoutKeys(columns);
		if (columns['boundaries'])
			[this.boundaries] = columnOf(columns, 'boundaries', 'text').dictionary;
		this.#units = unit.dictionary;
		this.periods = period.dictionary;
		this.#indicators = columnOf(columns, 'indicator', 'text').dictionary;
		this.#unitPlaces = placesOf(this.#units);
		this.#periodPlaces = placesOf(this.periods);
		this.#indicatorPlaces = placesOf(this.#indicators);
		this.#firstRows = new Int32Array(this.#units.length * this.periods.length).fill(-1);
		for (let row = 0; row < unit.codes.length; row += this.#indicators.length) {
			this.#firstRows[(unit.codes[row] ?? 0) * this.periods.length + (period.codes[row] ?? 0)] =
				row;
		}
	}

	total(unit: string, period: Period, indicator: string): IndicatorTotal | undefined {
		const first = this.#firstRow(unit, period);
		const place = this.#indicatorPlaces.get(indicator);
		if (first === undefined || place === undefined) return undefined;
		return { unit, period, indicator, ...this.#contentOf(first + place) };
	}

	totalsOf(unit: string, period: Period): IndicatorTotal[] {
		const first = this.#firstRow(unit, period);
		if (first === undefined) return [];
		return this.#indicators.map((indicator, place) => ({
			unit,
			period,
			indicator,
			...this.#contentOf(first + place)
		}));
	}

	#firstRow(unit: string, period: Period): number | undefined {
		const [unitPlace, periodPlace] = [this.#unitPlaces.get(unit), this.#periodPlaces.get(period)];
		if (unitPlace === undefined || periodPlace === undefined) return undefined;
		const row = this.#firstRows[unitPlace * this.periods.length + periodPlace] ?? -1;
		return row < 0 ? undefined : row;
	}

	#contentOf(row: number): Omit<IndicatorTotal, 'unit' | 'period' | 'indicator'> {
		const numerator = this.#figure('numerator', row);
		const denominator = this.#figure('denominator', row);
		const asOf = textAt(columnOf(this.#columns, 'as_of', 'text'), row);
		return {
			...(numerator !== undefined && { numerator }),
			...(denominator !== undefined && { denominator }),
			reported: this.#count('reported', row),
			expected: this.#count('expected', row),
			pending: {
				units: this.#count('pending_units', row),
				unknown: this.#count('pending_unknown', row),
				lastDenominator: this.#figure('pending_last_denominator', row) ?? 0n,
				numerator: this.#figure('pending_numerator', row) ?? 0n,
				denominator: this.#figure('pending_denominator', row) ?? 0n
			},
			...(asOf !== undefined && { asOf }),
			stale: this.#count('stale', row),
			...(this.boundaries !== undefined && this.#rehungContentOf(row)),
			closed: columnOf(this.#columns, 'closed', 'boolean').values[row] === 1
		};
	}

	#rehungContentOf(row: number): Pick<IndicatorTotal, 'remainder' | 'unallocated'> {
		const numerator = this.#figure('remainder_numerator', row);
		const denominator = this.#figure('remainder_denominator', row);
		const remainder = {
			...(numerator !== undefined && { numerator }),
			...(denominator !== undefined && { denominator })
		};
		const isUnallocated = columnOf(this.#columns, 'unallocated', 'boolean').values[row] === 1;
		return {
			...(Object.keys(remainder).length > 0 && { remainder }),
			...(isUnallocated && { unallocated: true })
		};
	}

	#count(name: string, row: number): number {
		return Number(numbersOf(this.#columns, name).values[row] ?? 0);
	}

	#figure(name: string, row: number): bigint | undefined {
		const { values, absent } = numbersOf(this.#columns, name);
		return absent?.[row] ? undefined : BigInt(values[row] ?? 0);
	}
}

/** Rows are found by their places: what each is of need not be held. */
function withoutKeys(columns: Columns): Columns {
	const { unit: _unit, period: _period, indicator: _indicator, ...others } = columns;
	const { boundaries: _boundaries, ...figures } = others;
	return figures;
}
