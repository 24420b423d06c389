import {
	type Column,
	type Columns,
	lengthOf,
	type NumberColumn,
	numbersOf
} from '#lib/engine/columns.ts';

/** The rows of some of the indicators: for each unit and period one row for each of them, next to one another. */
export interface Part {
	rows: Columns;
	/** How many indicators they are. */
	count: number;
}

/** The rows of all indicators, part after part within each unit and period; the parts stand on the same ones. */
export function interleaved(parts: readonly Part[]): Columns {
	const [only, ...others] = parts;
	if (!only || others.length === 0) return only?.rows ?? {};
	const names = Object.keys(only.rows);
	return Object.fromEntries(names.map((name): [string, Column] => [name, columnOf(parts, name)]));
}

function columnOf(parts: readonly Part[], name: string): Column {
	const isFlag = parts[0]?.rows[name]?.type === 'boolean';
	return isFlag ? flags(parts, name) : numbers(parts, name);
}

function flags(parts: readonly Part[], name: string): Column {
	const values = spread(parts, {
		into: new Uint8Array(lengthOfAll(parts, name)),
		from: ({ rows }) => (rows[name]?.type === 'boolean' ? rows[name].values : undefined)
	});
	return { type: 'boolean', values };
}

function numbers(parts: readonly Part[], name: string): NumberColumn {
	const length = lengthOfAll(parts, name);
	const columns = new Map(parts.map((part) => [part, numbersOf(part.rows, name)]));
	const absent = [...columns.values()].some((column) => column.absent)
		? spread(parts, { into: new Uint8Array(length), from: (part) => columns.get(part)?.absent })
		: undefined;
	const isWide = [...columns.values()].some(({ type }) => type === 'int64');
	if (isWide) {
		const from = (part: Part): BigInt64Array | undefined => {
			const values = columns.get(part)?.values;
			return values instanceof BigInt64Array
				? values
				: values && BigInt64Array.from(values, BigInt);
		};
		return {
			type: 'int64',
			values: spread(parts, { into: new BigInt64Array(length), from }),
			absent
		};
	}
	const from = (part: Part): Int32Array | Int16Array | undefined => {
		const values = columns.get(part)?.values;
		return values instanceof BigInt64Array ? undefined : values;
	};
	return { type: 'int32', values: spread(parts, { into: new Int32Array(length), from }), absent };
}

interface Numbers {
	length: number;
	[place: number]: number | bigint;
}

/** Sets each part's numbers to their places; a part without any leaves zeros. */
function spread<Into extends Numbers>(
	parts: readonly Part[],
	{ into, from }: { into: Into; from: (part: Part) => Numbers | undefined }
): Into {
	const all = parts.reduce((sum, { count }) => sum + count, 0);
	const target: Numbers = into;
	let offset = 0;
	for (const part of parts) {
		const values = from(part);
		const { count } = part;
		for (let row = 0; values && row < values.length; row += 1) {
			const place = Math.floor(row / count) * all + offset + (row % count);
			target[place] = values[row] ?? 0;
		}
		offset += count;
	}
	return into;
}

function lengthOfAll(parts: readonly Part[], name: string): number {
	return parts.reduce((sum, { rows }) => sum + (rows[name] ? lengthOf(rows[name]) : 0), 0);
}
