import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { describeIssue } from '#lib/base/describe-issue.ts';
import { productCatalogue } from '#lib/catalogue/load-catalogue.ts';
import { decodeText } from '#lib/ingest/decode-text.ts';
import { draftFile } from '#lib/ingest/draft-file.ts';
import type { Draft } from '#lib/ingest/draft.ts';
import { readCsv } from '#lib/ingest/read-csv.ts';
import { readLineage } from '#lib/units/read-lineage.ts';
import { readUnits } from '#lib/units/read-units.ts';

const gridOf = (path: string) => readCsv(decodeText(readFileSync(path)));
const { units } = readUnits(gridOf('data/units/minh-hoa.csv'));
const { events: lineage } = readLineage(gridOf('data/units/minh-hoa-lineage.csv'), units);
const SHEET = readFileSync('data/samples/B5-2024-Q4.csv', 'utf8');

async function draftOf(text: string): Promise<Draft> {
	const bytes = new TextEncoder().encode(text);
	const context = { catalogue: productCatalogue(), units, lineage, layouts: [] };
	const [draft] = await draftFile({ name: 'B5.csv', bytes, ...context });
	if (!draft) throw new Error('no table');
	return draft;
}

const unitFaults = ({ issues }: Draft) => issues.filter(({ code }) => code === 'unit-not-valid');

describe('a sheet that names units of before the merger', () => {
	it('is read for a period in which they were there', async () => {
		const draft = await draftOf(SHEET);
		expect(unitFaults(draft)).toEqual([]);
		expect(draft.entries.some(({ unit }) => unit === 'MH-105')).toBe(true);
	});

	it('is refused for a later period, row by row with the name of the successor', async () => {
		const later = await draftOf(SHEET.replaceAll('2024', '2025'));
		const faults = unitFaults(later).map((issue) => describeIssue(issue, 'vi'));
		expect(faults).toContainEqual(
			expect.stringContaining(
				'“Đảng bộ phường Cầu Ngói” không tồn tại trong quý IV/2025. Hãy ghi đơn vị của kỳ đó: Đảng bộ phường An Bình (MH-802).'
			)
		);
		expect(later.entries.some(({ unit }) => unit === 'MH-105')).toBe(false);
	});
});
