import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { productCatalogue } from '#lib/catalogue/load-catalogue.ts';
import { draftColumns } from '#lib/ingest/draft-columns.ts';
import { draftGrid } from '#lib/ingest/draft-grid.ts';
import { entriesOf } from '#lib/ingest/entry-columns.ts';
import { gridOf } from '#lib/ingest/cell-columns.ts';
import { readColumns } from '#lib/ingest/read-columns.ts';
import { readFile } from '#lib/ingest/read-file.ts';
import { encodeEntries, encodeReported } from '#lib/rollup/encode-entries.ts';
import { dirtyLines, longFile, longUnits } from '#test/ingest/long-file.ts';

const catalogue = productCatalogue();
const units = await longUnits();

/** What both paths say of a text, as a CSV file; the columnar one may leave it to the other. */
async function bothPaths(
	text: string,
	said: { answers?: Record<string, string>; period?: string } = {}
) {
	const bytes = new TextEncoder().encode(text);
	const about = { file: 'long.csv', sha256: 'x', catalogue, units, ...said };
	const [grid] = await readFile({ name: 'long.csv', bytes });
	const cells = await readColumns(bytes);
	if (cells) expect(gridOf(cells)).toEqual(grid);
	const columnar = cells && draftColumns({ ...about, cells });
	const drafts = draftGrid({ ...about, grid: grid ?? { rows: [] } });
	if (columnar && drafts[0])
		expect(encodeReported(columnar.entries)).toEqual(encodeEntries(drafts[0].entries));
	return { drafts, columnar: columnar && [{ ...columnar, entries: entriesOf(columnar.entries) }] };
}

describe('draftColumns', () => {
	test('says of a clean file what the path of single rows says', async () => {
		const { drafts, columnar } = await bothPaths(longFile({ units: 12, quarters: 6 }));
		expect(columnar).toEqual(drafts);
		expect(drafts[0]?.entries).toHaveLength(12 * 6 * 20);
	});

	test('says the same of files with all kinds of doubtful rows', async () => {
		let alone = 0;
		await fc.assert(
			fc.asyncProperty(dirtyLines(), async ({ text, said }) => {
				const { drafts, columnar } = await bothPaths(text, said);
				if (columnar) expect(columnar).toEqual(drafts);
				else alone += 1;
			}),
			{ numRuns: Number(process.env.LONG_FILES ?? 20) }
		);
		expect(alone).toBeLessThan(Number(process.env.LONG_FILES ?? 20) / 2);
	});
});
