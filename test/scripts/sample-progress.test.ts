import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { productCatalogueWhole } from '#lib/catalogue/load-catalogue.ts';
import { draftFile } from '#lib/ingest/draft-file.ts';
import { readFile } from '#lib/ingest/read-file.ts';
import { encodeEntries } from '#lib/rollup/encode-entries.ts';
import { readProgress } from '#lib/rollup/read-progress.ts';
import { readUnits } from '#lib/units/read-units.ts';

const ROOT = new URL('../../data/', import.meta.url);

async function sheets() {
	const [catalogue, list] = [
		await productCatalogueWhole(),
		new Uint8Array(readFileSync(new URL('units/minh-hoa.csv', ROOT)))
	];
	const [grid] = await readFile({ name: 'minh-hoa.csv', bytes: list });
	const { units } = readUnits(grid ?? { rows: [] });
	const names = readdirSync(new URL('samples', ROOT)).filter((name) => name.startsWith('B8-'));
	const drafts = names.sort().map((name) => {
		const bytes = new Uint8Array(readFileSync(new URL(`samples/${name}`, ROOT)));
		return draftFile({ name, bytes, catalogue, units, today: '2026-01-31' });
	});
	return { catalogue, drafts: (await Promise.all(drafts)).flat() };
}

test('the sheets B8 of the sample are taken whole, without an error or a question', async () => {
	const { drafts } = await sheets();
	expect(drafts).toHaveLength(9);
	for (const { template, rows, issues, questions } of drafts) {
		const remarks = issues.filter(({ severity }) => severity !== 'info');
		expect([template, rows.rejected, remarks, questions]).toEqual(['B8', 0, [], []]);
	}
});

test('the sample sets two thresholds of the six that the documents leave to others', async () => {
	const { catalogue, drafts } = await sheets();
	const submissions = drafts.map(({ entries }, sequence) => ({
		sequence,
		bytes: encodeEntries(entries)
	}));
	const external = catalogue.targets.filter(({ kind }) => kind === 'external').map(({ id }) => id);
	const facts = readProgress(submissions).filter(({ code }) => external.includes(code));
	expect([external.length, facts.map(({ code, plan }) => [code, plan])]).toEqual([
		6,
		[
			['dn-2025-women-committee', 25n],
			['dn-2025-women-leaders', 30n]
		]
	]);
});
