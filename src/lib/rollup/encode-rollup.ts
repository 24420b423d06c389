import type { Period } from '#lib/base/period.ts';
import type { Columns, Int32Column, Int64Column, TextColumn } from '#lib/engine/columns.ts';
import { encodeColumns } from '#lib/engine/encode-columns.ts';
import type { RollupKeys } from './rollup-keys.ts';

/** The rows of `rollupRows`, and what the places in them stand for. */
interface RollupRows {
	rows: Columns;
	/** Oldest first. */
	periods: readonly { slot: number; isYear: boolean }[];
	keys: RollupKeys;
}

/** The rollup as an Arrow IPC stream: units, periods and indicators by name, numbers in as few bytes as hold them all. */
export function encodeRollup({ rows, periods, keys }: RollupRows): Uint8Array {
	const { unit, period, indicator, as_of_slot, is_yearly, ...figures } = rows;
	return encodeColumns({
		unit: { type: 'text', dictionary: keys.units, codes: int32(unit).values },
		period: {
			type: 'text',
			dictionary: periods.map(({ slot, isYear }) => periodAt(slot, isYear)),
			codes: int32(period).values
		},
		indicator: {
			type: 'text',
			dictionary: keys.indicators.map(({ id }) => id),
			codes: int32(indicator).values
		},
		...Object.fromEntries(
			Object.entries(figures).map(([name, column]) => [
				name,
				column.type === 'int64' ? narrowed(column) : column
			])
		),
		as_of: asOf(int32(as_of_slot), flags(is_yearly))
	});
}

function periodAt(slot: number, isYear: boolean): Period {
	const year = Math.floor(slot / 4);
	return isYear ? `${year}` : `${year}-Q${(slot % 4) + 1}`;
}

function asOf({ values, absent }: Int32Column, isYearly: Uint8Array): TextColumn {
	const codeOf = new Map<string, number>();
	const codes = values.map((slot, row) => {
		if (absent?.[row]) return -1;
		const period = periodAt(slot, isYearly[row] === 1);
		const code = codeOf.get(period) ?? codeOf.size;
		codeOf.set(period, code);
		return code;
	});
	return { type: 'text', dictionary: [...codeOf.keys()], codes };
}

function narrowed({ values, absent }: Int64Column): Int64Column | Int32Column {
	const narrow = new Int32Array(values.length);
	for (const [row, value] of values.entries()) {
		if (absent?.[row]) continue;
		narrow[row] = Number(value);
		if (BigInt(narrow[row] ?? 0) !== value) return { type: 'int64', values, absent };
	}
	return { type: 'int32', values: narrow, absent };
}

function int32(column: Columns[string] | undefined): Int32Column {
	if (column?.type !== 'int32') throw new TypeError('a rollup without its keys');
	return column;
}

function flags(column: Columns[string] | undefined): Uint8Array {
	if (column?.type !== 'boolean') throw new TypeError('a rollup without its flags');
	return column.values;
}
