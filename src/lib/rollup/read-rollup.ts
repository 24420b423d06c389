import type { IndicatorTotal, Totals } from '#lib/base/indicator-total.ts';
import type { IsoDate, Period } from '#lib/base/period.ts';
import {
	type Columns,
	columnOf,
	type NumberColumn,
	numbersOf,
	textAt
} from '#lib/engine/columns.ts';
import { decodeColumns } from '#lib/engine/decode-columns.ts';
import { placesOf } from './rollup-keys.ts';
import { indicatorsOfRow } from './row-names.ts';

/** The rollup that `rollUp` made the bytes of, without a copy of its figures; throws where they are none. */
export function readRollup(bytes: Uint8Array): Totals {
	return new StoredRollup(decodeColumns(bytes));
}

class StoredRollup implements Totals {
	readonly periods: readonly Period[];
	readonly boundaries?: IsoDate;
	readonly #columns: ContentColumns;
	readonly #units: readonly string[];
	readonly #unitPlaces: ReadonlyMap<string, number>;
	readonly #periodPlaces: ReadonlyMap<string, number>;
	/** In which of the rows of a unit and period each indicator stands; several may share one. */
	readonly #indicatorRows: ReadonlyMap<string, number>;
	/** For each unit and period the row of its first indicator; −1 where the unit does not exist. */
	readonly #firstRows: Int32Array;

	constructor(columns: Columns) {
		const [unit, period] = [columnOf(columns, 'unit', 'text'), columnOf(columns, 'period', 'text')];
		this.#columns = contentColumns(columns);
		if (columns['boundaries'])
			[this.boundaries] = columnOf(columns, 'boundaries', 'text').dictionary;
		this.#units = unit.dictionary;
		this.periods = period.dictionary;
		const rowNames = columnOf(columns, 'indicator', 'text').dictionary;
		this.#unitPlaces = placesOf(this.#units);
		this.#periodPlaces = placesOf(this.periods);
		this.#indicatorRows = new Map(
			rowNames.flatMap((name, row) => indicatorsOfRow(name).map((id) => [id, row] as const))
		);
		this.#firstRows = new Int32Array(this.#units.length * this.periods.length).fill(-1);
		for (let row = 0; row < unit.codes.length; row += rowNames.length) {
			this.#firstRows[(unit.codes[row] ?? 0) * this.periods.length + (period.codes[row] ?? 0)] =
				row;
		}
	}

	total(unit: string, period: Period, indicator: string): IndicatorTotal | undefined {
		const first = this.#firstRow(unit, period);
		const row = this.#indicatorRows.get(indicator);
		if (first === undefined || row === undefined) return undefined;
		return { unit, period, indicator, ...this.#contentOf(first + row) };
	}

	#firstRow(unit: string, period: Period): number | undefined {
		const [unitPlace, periodPlace] = [this.#unitPlaces.get(unit), this.#periodPlaces.get(period)];
		if (unitPlace === undefined || periodPlace === undefined) return undefined;
		const row = this.#firstRows[unitPlace * this.periods.length + periodPlace] ?? -1;
		return row < 0 ? undefined : row;
	}

	#contentOf(row: number): Omit<IndicatorTotal, 'unit' | 'period' | 'indicator'> {
		const columns = this.#columns;
		const numerator = figureAt(columns.numerator, row);
		const denominator = figureAt(columns.denominator, row);
		const asOf = textAt(columns.asOf, row);
		return {
			...(numerator !== undefined && { numerator }),
			...(denominator !== undefined && { denominator }),
			reported: countAt(columns.reported, row),
			expected: countAt(columns.expected, row),
			pending: {
				units: countAt(columns.pendingUnits, row),
				unknown: countAt(columns.pendingUnknown, row),
				lastDenominator: figureAt(columns.pendingLastDenominator, row) ?? 0n,
				numerator: figureAt(columns.pendingNumerator, row) ?? 0n,
				denominator: figureAt(columns.pendingDenominator, row) ?? 0n
			},
			...(asOf !== undefined && { asOf }),
			stale: countAt(columns.stale, row),
			...(columns.rehung && rehungContentAt(columns.rehung, row)),
			closed: columns.closed.values[row] === 1
		};
	}
}

/** The columns that totals are read from; found once, for a page reads thousands of totals. */
type ContentColumns = ReturnType<typeof contentColumns>;
type RehungColumns = ReturnType<typeof rehungColumns>;

function contentColumns(columns: Columns) {
	return {
		numerator: numbersOf(columns, 'numerator'),
		denominator: numbersOf(columns, 'denominator'),
		reported: numbersOf(columns, 'reported'),
		expected: numbersOf(columns, 'expected'),
		pendingUnits: numbersOf(columns, 'pending_units'),
		pendingUnknown: numbersOf(columns, 'pending_unknown'),
		pendingLastDenominator: numbersOf(columns, 'pending_last_denominator'),
		pendingNumerator: numbersOf(columns, 'pending_numerator'),
		pendingDenominator: numbersOf(columns, 'pending_denominator'),
		asOf: columnOf(columns, 'as_of', 'text'),
		stale: numbersOf(columns, 'stale'),
		closed: columnOf(columns, 'closed', 'boolean'),
		rehung: columns['boundaries'] && rehungColumns(columns)
	};
}

function rehungColumns(columns: Columns) {
	return {
		numerator: numbersOf(columns, 'remainder_numerator'),
		denominator: numbersOf(columns, 'remainder_denominator'),
		unallocated: columnOf(columns, 'unallocated', 'boolean')
	};
}

function rehungContentAt(
	columns: RehungColumns,
	row: number
): Pick<IndicatorTotal, 'remainder' | 'unallocated'> {
	const numerator = figureAt(columns.numerator, row);
	const denominator = figureAt(columns.denominator, row);
	const remainder = {
		...(numerator !== undefined && { numerator }),
		...(denominator !== undefined && { denominator })
	};
	return {
		...(Object.keys(remainder).length > 0 && { remainder }),
		...(columns.unallocated.values[row] === 1 && { unallocated: true })
	};
}

function countAt({ values }: NumberColumn, row: number): number {
	return Number(values[row] ?? 0);
}

function figureAt({ values, absent }: NumberColumn, row: number): bigint | undefined {
	return absent?.[row] ? undefined : BigInt(values[row] ?? 0);
}
