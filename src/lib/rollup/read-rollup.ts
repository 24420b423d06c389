import type { IndicatorTotal, Totals } from '#lib/base/indicator-total.ts';
import type { Period } from '#lib/base/period.ts';
import { type Column, type Columns, type TextColumn, textAt } from '#lib/engine/columns.ts';
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
	readonly #columns: Columns;
	readonly #units: ReadonlyMap<string, number>;
	readonly #periods: ReadonlyMap<string, number>;
	readonly #indicators: ReadonlyMap<string, number>;
	/** For each unit and period the row of its first indicator; −1 where the unit does not exist. */
	readonly #firstRows: Int32Array;

	constructor(columns: Columns) {
		const [unit, period] = [text(columns, 'unit'), text(columns, 'period')];
		this.#columns = columns;
		this.periods = period.dictionary;
		this.#units = placesOf(unit.dictionary);
		this.#periods = placesOf(period.dictionary);
		this.#indicators = placesOf(text(columns, 'indicator').dictionary);
		this.#firstRows = new Int32Array(this.#units.size * this.#periods.size).fill(-1);
		for (let row = 0; row < unit.codes.length; row += this.#indicators.size) {
			this.#firstRows[(unit.codes[row] ?? 0) * this.#periods.size + (period.codes[row] ?? 0)] = row;
		}
	}

	total(unit: string, period: Period, indicator: string): IndicatorTotal | undefined {
		const [first, place] = [this.#firstRow(unit, period), this.#indicators.get(indicator)];
		return first < 0 || place === undefined ? undefined : this.#totalAt(first + place);
	}

	totalsOf(unit: string, period: Period): IndicatorTotal[] {
		const first = this.#firstRow(unit, period);
		if (first < 0) return [];
		return Array.from({ length: this.#indicators.size }, (_, place) =>
			this.#totalAt(first + place)
		);
	}

	#firstRow(unit: string, period: Period): number {
		const [unitPlace, periodPlace] = [this.#units.get(unit), this.#periods.get(period)];
		if (unitPlace === undefined || periodPlace === undefined) return -1;
		return this.#firstRows[unitPlace * this.#periods.size + periodPlace] ?? -1;
	}

	#totalAt(row: number): IndicatorTotal {
		const asOf = textAt(text(this.#columns, 'as_of'), row);
		const numerator = this.#optional('numerator', row);
		const denominator = this.#optional('denominator', row);
		return {
			unit: textAt(text(this.#columns, 'unit'), row) ?? '',
			period: textAt(text(this.#columns, 'period'), row) ?? '',
			indicator: textAt(text(this.#columns, 'indicator'), row) ?? '',
			...(numerator !== undefined && { numerator }),
			...(denominator !== undefined && { denominator }),
			reported: this.#count('reported', row),
			expected: this.#count('expected', row),
			pending: {
				units: this.#count('pending_units', row),
				unknown: this.#count('pending_unknown', row),
				lastDenominator: this.#sum('pending_last_denominator', row),
				numerator: this.#sum('pending_numerator', row),
				denominator: this.#sum('pending_denominator', row)
			},
			...(asOf !== undefined && { asOf }),
			stale: this.#count('stale', row),
			closed: this.#count('closed', row) === 1
		};
	}

	#optional(name: string, row: number): bigint | undefined {
		const column = valued(this.#columns, name);
		if (column.type !== 'boolean' && column.absent?.[row]) return undefined;
		return BigInt(column.values[row] ?? 0);
	}

	#sum(name: string, row: number): bigint {
		return this.#optional(name, row) ?? 0n;
	}

	#count(name: string, row: number): number {
		return Number(valued(this.#columns, name).values[row]);
	}
}

function text(columns: Columns, name: string): TextColumn {
	const column = columns[name];
	if (column?.type !== 'text') throw new TypeError(`a rollup without the column ${name}`);
	return column;
}

function valued(columns: Columns, name: string): Exclude<Column, TextColumn> {
	const column = columns[name];
	if (!column || column.type === 'text') {
		throw new TypeError(`a rollup without the column ${name}`);
	}
	return column;
}
