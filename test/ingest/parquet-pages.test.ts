import fc from 'fast-check';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { describe, expect, it } from 'vitest';
import { readParquet } from '#lib/ingest/read-parquet.ts';
import { writeParquet } from './write-parquet.ts';

/** A column of few or many different texts, with runs of the same and, unless `nullable` is false, with gaps. */
const column = fc.record({
	nullable: fc.boolean(),
	codec: fc.constantFrom('SNAPPY' as const, 'UNCOMPRESSED' as const),
	runs: fc.array(
		fc.tuple(
			fc.option(fc.integer({ min: 0, max: 40 }), { freq: 4 }),
			fc.integer({ min: 1, max: 30 })
		),
		{ minLength: 1, maxLength: 40 }
	)
});

describe('pages that another program wrote in good order', () => {
	it('are read whole, whatever their runs, gaps and obligations', async () => {
		await fc.assert(
			fc.asyncProperty(column, async ({ nullable, codec, runs }) => {
				const data = runs.flatMap(([text, times]) =>
					Array<string | null>(times).fill(text === null ? (nullable ? null : 'x') : `t${text}`)
				);
				const columnData = [{ name: 'a', data, type: 'STRING' as const, nullable }];
				const bytes = new Uint8Array(parquetWriteBuffer({ columnData, codec }));
				expect((await readParquet(bytes)).rows).toEqual([['a'], ...data.map((text) => [text])]);
			}),
			{ numRuns: 200 }
		);
	});

	it.each(['V1', 'V2'])('of version %s are read with all their gaps and flags', async (version) => {
		const query = `SELECT range AS a, CASE WHEN range % 7 > 2 THEN 'Đảng bộ ' || range % 13 END AS b,
			CASE WHEN range % 5 > 0 THEN range % 3 = 1 END AS c, 'một' AS d, NULL::VARCHAR AS e,
			CASE WHEN range > 1990 THEN 'cuối' END AS f FROM range(2000)`;
		const { rows } = await readParquet(
			await writeParquet(query, `snappy, PARQUET_VERSION ${version}`)
		);
		expect(rows.length).toBe(2001);
		for (const [place, row] of rows.slice(1).entries())
			expect(row).toEqual([
				BigInt(place),
				place % 7 > 2 ? `Đảng bộ ${place % 13}` : null,
				place % 5 > 0 ? String(place % 3 === 1) : null,
				'một',
				null,
				place > 1990 ? 'cuối' : null
			]);
	});
});
