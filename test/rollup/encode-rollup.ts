import type { IsoDate, Period } from '#lib/base/period.ts';
import {
	type Columns,
	type NumberColumn,
	type TextColumn,
	columnOf,
	narrowed,
	numbersOf
} from '#lib/engine/columns.ts';
import { encodeColumns } from '#lib/engine/encode-columns.ts';
import { SPAN } from '#lib/rollup/key-entries.ts';
import type { RollupKeys } from '#lib/rollup/rollup-keys.ts';

/** The rows of `rollupRows`, and what the places in them stand for. */
interface RollupRows {
	rows: Columns;
	/** Oldest first. */
	periods: readonly { slot: number; span: number }[];
	keys: RollupKeys;
	/** The day whose units all periods are shown on. */
	boundaries?: IsoDate;
}

/** The columns of whole numbers: sums of figures, and counts of units. */
const NUMBERS = [
	'numerator',
	'denominator',
	'pending_last_denominator',
	'pending_numerator',
	'pending_denominator',
	...['reported', 'expected', 'pending_units', 'pending_unknown', 'stale']
];

/** The rollup as an Arrow IPC stream: units, periods and indicators by name, numbers in as few bytes as hold them all. */
export function encodeRollup({ rows, periods, keys, boundaries }: RollupRows): Uint8Array {
	return encodeColumns({
		unit: named(rows, 'unit', keys.units),
		period: named(
			rows,
			'period',
			periods.map(({ slot, span }) => periodAt(slot, span))
		),
		indicator: named(
			rows,
			'indicator',
			keys.indicators.map(({ id }) => id)
		),
		as_of: asOf(rows),
		...Object.fromEntries(NUMBERS.map((name) => [name, smallest(rows, name)])),
		closed: columnOf(rows, 'closed', 'boolean'),
		...(boundaries !== undefined && rehungColumns(rows, boundaries))
	});
}

/** What only a rollup on the map of another day has. */
function rehungColumns(rows: Columns, boundaries: IsoDate): Columns {
	const unallocated = columnOf(rows, 'unallocated', 'boolean');
	const codes = new Int32Array(unallocated.values.length);
	return {
		boundaries: { type: 'text', dictionary: [boundaries], codes },
		remainder_numerator: smallest(rows, 'remainder_numerator'),
		remainder_denominator: smallest(rows, 'remainder_denominator'),
		unallocated
	};
}

/** Places in a list as the texts that stand there. */
function named(rows: Columns, name: string, dictionary: readonly string[]): TextColumn {
	return { type: 'text', dictionary, codes: Int32Array.from(numbersOf(rows, name).values, Number) };
}

function periodAt(slot: number, span: number): Period {
	const year = Math.floor(slot / 4);
	if (span === SPAN.year) return `${year}`;
	return span === SPAN.half ? `${year}-H${((slot % 4) + 1) / 2}` : `${year}-Q${(slot % 4) + 1}`;
}

function asOf(rows: Columns): TextColumn {
	const column = numbersOf(rows, 'as_of_slot');
	const [values, { absent }] = [Int32Array.from(column.values, Number), column];
	const isYearly = columnOf(rows, 'is_yearly', 'boolean').values;
	const slots = [...new Set(values.filter((_, row) => !absent?.[row]))];
	const codeOf = new Map(slots.map((slot, place) => [slot, place]));
	return {
		type: 'text',
		dictionary: [SPAN.quarter, SPAN.year].flatMap((span) =>
			slots.map((slot) => periodAt(slot, span))
		),
		codes: values.map((slot, row) => {
			if (absent?.[row]) return -1;
			return (codeOf.get(slot) ?? 0) + (isYearly[row] ? slots.length : 0);
		})
	};
}

function smallest(rows: Columns, name: string): NumberColumn {
	const column = numbersOf(rows, name);
	return column.type === 'int16' ? column : narrowed(column);
}
