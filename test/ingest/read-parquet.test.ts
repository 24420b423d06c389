import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AppError } from '#lib/base/app-error.ts';
import { readParquet } from '#lib/ingest/read-parquet.ts';
import { writeParquet } from './write-parquet.ts';

const SHEET = `
	SELECT * FROM (VALUES
		(1, 'Đảng bộ phường An Bình', 3120::BIGINT, 91.67, true, DATE '2024-12-31'),
		(2, 'Đảng bộ xã Hòa Thịnh', NULL, 87.5, false, NULL),
		(3, NULL, 9007199254740993, NULL, NULL, DATE '1999-01-01')
	) AS t("STT", "Đơn vị", "Tổng số", "Tỷ lệ", "Đã duyệt", "Ngày")`;
const GRID = {
	rows: [
		['STT', 'Đơn vị', 'Tổng số', 'Tỷ lệ', 'Đã duyệt', 'Ngày'],
		[1, 'Đảng bộ phường An Bình', 3120n, 91.67, 'true', '2024-12-31'],
		[2, 'Đảng bộ xã Hòa Thịnh', null, 87.5, 'false', null],
		[3, null, 9007199254740993n, null, null, '1999-01-01']
	]
};

async function cellsOf(columns: string): Promise<unknown> {
	const { rows } = await readParquet(await writeParquet(`SELECT ${columns}`));
	return rows[1];
}

describe('reading Parquet', () => {
	it.each(['uncompressed', 'snappy', 'gzip', 'zstd', 'brotli', 'lz4_raw'])(
		'reads a sheet compressed with %s',
		async (codec) => {
			expect(await readParquet(await writeParquet(SHEET, codec))).toEqual(GRID);
		}
	);

	it('reads texts that zstd packs with trees of many kinds', async () => {
		const query = `SELECT md5(range::VARCHAR) AS a, 'Đảng bộ ' || (range * 7919 % 1009) AS b,
			repeat(chr((65 + range % 26)::INTEGER), (range % 40)::INTEGER + 1) AS c FROM range(6000)`;
		const [zstd, plain] = [await writeParquet(query), await writeParquet(query, 'uncompressed')];
		expect(zstd.length).toBeLessThan(plain.length * 0.9);
		expect(JSON.stringify(await readParquet(zstd))).toBe(JSON.stringify(await readParquet(plain)));
	});

	it('keeps decimals exact', async () => {
		expect(
			await cellsOf(
				`12.00::DECIMAL(9, 2), -0.05::DECIMAL(4, 2), 1.234::DECIMAL(10, 3),
				 0.1::DECIMAL(18, 1), 12345678901234567890.5::DECIMAL(38, 1),
				 99999999999999999999999999999999999999::DECIMAL(38, 0), -7::DECIMAL(38, 0)`
			)
		).toEqual([
			...[12n, -0.05, 1.234, 0.1, '12345678901234567890.5'],
			...[99999999999999999999999999999999999999n, -7n]
		]);
	});

	it('reads whole numbers of every width', async () => {
		expect(
			await cellsOf(
				`255::UTINYINT, (-128)::TINYINT, 4294967295::UINTEGER, 18446744073709551615::UBIGINT`
			)
		).toEqual([255, -128, 4294967295, 18446744073709551615n]);
	});

	it('writes days and times as ISO text', async () => {
		expect(
			await cellsOf(
				`TIMESTAMP '2025-07-01 00:00:00', TIMESTAMP '2025-07-01 08:30:15.250',
				 TIMESTAMP_NS '2025-07-01 08:30:15', TIMESTAMP_S '2025-07-01 08:30:15', TIME '08:30:15'`
			)
		).toEqual([
			'2025-07-01',
			'2025-07-01T08:30:15.250Z',
			'2025-07-01T08:30:15Z',
			'2025-07-01T08:30:15Z',
			'08:30:15'
		]);
	});

	it('reads text marks composed, an empty text as nothing and what is no number as text', async () => {
		expect(
			await cellsOf(
				`'Ho' || chr(97) || chr(768), '', 'NaN'::DOUBLE, '{"a":1}'::JSON, encode('chữ')`
			)
		).toEqual(['Hoà', null, 'NaN', '{"a":1}', 'chữ']);
	});

	it('reads a table without rows as its header', async () => {
		const bytes = await writeParquet('SELECT 1 AS a, 2 AS b WHERE false');
		expect(await readParquet(bytes)).toEqual({ rows: [['a', 'b']] });
	});

	it('reads many row groups in order', async () => {
		const { rows } = await readParquet(
			await writeParquet(`SELECT i, 'đơn vị ' || i % 7 AS name FROM range(300000) AS t(i)`)
		);
		expect(rows.length).toBe(300_001);
		expect(rows[300_000]).toEqual([299_999n, `đơn vị ${299_999 % 7}`]);
		expect(rows.slice(1).every(([i], place) => i === BigInt(place))).toBe(true);
	});

	it.each([
		['a list', "[1, 2] AS x, 'a' AS y"],
		['a structure', "{'a': 1} AS x, 'a' AS y"],
		['a map', "MAP {'a': 1} AS x, 'a' AS y"]
	])('refuses %s, naming the column', async (_, columns) => {
		const bytes = await writeParquet(`SELECT ${columns}`);
		await expect(readParquet(bytes)).rejects.toEqual(
			new AppError('file.parquet-nested', { column: 'x' })
		);
	});

	it.each([
		['an interval', 'INTERVAL 1 DAY'],
		['bytes that are no text', "'\\xFF\\xFE'::BLOB"]
	])('refuses %s, naming the column', async (_, value) => {
		const bytes = await writeParquet(`SELECT 1 AS a, ${value} AS x`);
		await expect(readParquet(bytes)).rejects.toEqual(
			new AppError('file.parquet-type', { column: 'x' })
		);
	});

	it('refuses a file cut short', async () => {
		const bytes = await writeParquet(SHEET);
		await expect(readParquet(bytes.subarray(0, -100))).rejects.toMatchObject({
			code: 'file.damaged'
		});
	});

	it('either reads a file with broken bytes or says that it is damaged, and always ends', async () => {
		const bytes = await writeParquet(SHEET, 'snappy');
		const breaks = fc.array(fc.tuple(fc.nat({ max: bytes.length - 1 }), fc.nat({ max: 255 })), {
			minLength: 1,
			maxLength: 4
		});
		await fc.assert(
			fc.asyncProperty(breaks, async (places) => {
				const broken = new Uint8Array(bytes);
				for (const [place, byte] of places) broken[place] = byte;
				const code = await readParquet(broken).then(
					() => 'read',
					(cause: unknown) => (cause instanceof AppError ? cause.code : String(cause))
				);
				expect(code).toMatch(/^(read|file\.(damaged|parquet-nested|parquet-type))$/);
			}),
			{ numRuns: 300 }
		);
	});
});
