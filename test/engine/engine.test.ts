import { describe, expect, test } from 'vitest';
import { int32Column, int64Column, textColumn } from '#lib/engine/columns.ts';
import { encodeColumns } from '#lib/engine/encode-columns.ts';
import { QueryError } from '#lib/engine/engine.ts';
import { sql } from '#lib/engine/sql.ts';
import { useEngine } from './use-engine.ts';

const engine = useEngine();

const wards = encodeColumns({
	unit: textColumn(['An Bình', 'Bến Đá', undefined, 'An Bình']),
	value: {
		type: 'int64',
		values: BigInt64Array.of(9_007_199_254_740_993n, -5n, 0n, 7n),
		absent: Uint8Array.of(0, 0, 0, 1)
	},
	quarter: int32Column([1, 2, 3, undefined]),
	isClosed: { type: 'boolean', values: Uint8Array.of(1, 0, 1, 0) }
});

describe('the engine on Node', () => {
	test('gives back a table with coded texts, absent numbers and flags', async () => {
		await engine().load('ward', [wards]);
		expect(await engine().query(sql`SELECT * FROM ward`, (row) => row)).toEqual([
			{ unit: 'An Bình', value: 9_007_199_254_740_993n, quarter: 1, isClosed: true },
			{ unit: 'Bến Đá', value: -5n, quarter: 2, isClosed: false },
			{ unit: null, value: 0n, quarter: 3, isClosed: true },
			{ unit: 'An Bình', value: null, quarter: null, isClosed: false }
		]);
	});

	test('puts streams with dictionaries of their own into one table', async () => {
		const one = encodeColumns({ unit: textColumn(['a', 'b']), value: int64Column([1n, 2n]) });
		const two = encodeColumns({ unit: textColumn(['b', 'c']), value: int64Column([3n, 4n]) });
		await engine().load('entry', [one, two]);
		expect(
			await engine().query(
				sql`SELECT unit, sum(value)::BIGINT AS total FROM entry GROUP BY unit ORDER BY unit`,
				(row) => row
			)
		).toEqual([
			{ unit: 'a', total: 1n },
			{ unit: 'b', total: 5n },
			{ unit: 'c', total: 4n }
		]);
	});

	test('replaces a table of the same name', async () => {
		await engine().load('again', [wards]);
		await engine().load('again', [encodeColumns({ unit: textColumn([undefined, undefined]) })]);
		expect(await engine().query(sql`SELECT * FROM again`, (row) => row)).toEqual([
			{ unit: null },
			{ unit: null }
		]);
	});

	test('takes a table without rows', async () => {
		await engine().load('nothing', [
			encodeColumns({ unit: textColumn([]), value: int64Column([]) })
		]);
		expect(await engine().query(sql`SELECT * FROM nothing`, (row) => row)).toEqual([]);
		expect(await engine().queryColumns(sql`SELECT * FROM nothing`)).toEqual({
			unit: textColumn([]),
			value: int64Column([])
		});
	});

	test('gives many rows as typed arrays', async () => {
		const columns = await engine().queryColumns(sql`
			SELECT CAST(range % 3 AS VARCHAR) AS unit, range AS value, range % 5 = 0 AS is_fifth
			FROM range(10000)
			ORDER BY value`);
		const numbers = Array.from({ length: 10_000 }, (_, index) => index);
		expect(columns).toEqual({
			unit: textColumn(numbers.map((number) => String(number % 3))),
			value: int64Column(numbers.map(BigInt)),
			is_fifth: {
				type: 'boolean',
				values: Uint8Array.from(numbers, (number) => (number % 5 === 0 ? 1 : 0))
			}
		});
	});

	test('tells absent numbers from zero among many rows', async () => {
		const { count } = await engine().queryColumns(sql`
			SELECT CASE WHEN range % 3 > 0 THEN CAST(range % 3 - 1 AS INTEGER) END AS count
			FROM range(10000)`);
		if (count?.type !== 'int32') throw new TypeError('no integers');
		const found = Array.from(count.values, (value, row) =>
			count.absent?.[row] ? undefined : value
		);
		expect(found).toEqual(
			Array.from({ length: 10_000 }, (_, index) => (index % 3 > 0 ? (index % 3) - 1 : undefined))
		);
	});

	test('reads back any text as it was written', async () => {
		const text = `'; DROP TABLE ward; -- \\ "Đảng bộ" 😀`;
		expect(await engine().query(sql`SELECT ${text} AS text`, (row) => row.text)).toEqual([text]);
	});

	test('a refused query throws an error that keeps its SQL', async () => {
		const failed = engine().query(sql`SELECT nope FROM ward`, (row) => row);
		await expect(failed).rejects.toThrow(QueryError);
		await expect(failed).rejects.toMatchObject({ sql: 'SELECT nope FROM ward' });
		await expect(failed).rejects.toThrow(/"nope" not found[^]*SELECT nope FROM ward/);
	});

	test('a function of an extension is refused without a request, and the engine lives on', async () => {
		await expect(engine().run(sql`SELECT icu_sort_key('a', 'b')`)).rejects.toThrow(/icu extension/);
		expect(await engine().query(sql`SELECT 1 AS one`, (row) => row)).toEqual([{ one: 1 }]);
	});
});
