import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { productCatalogueWhole } from '#lib/catalogue/load-catalogue.ts';
import { draftFile } from '#lib/ingest/draft-file.ts';
import type { Draft } from '#lib/ingest/draft.ts';
import { progressCodes } from '#lib/ingest/progress-codes.ts';
import { encodeEntries } from '#lib/rollup/encode-entries.ts';
import { readProgress } from '#lib/rollup/read-progress.ts';
import { exampleUnits } from './example-units.ts';

const SHEETS = new URL('../fixtures/sheets/', import.meta.url);
const today = '2026-11-22';
const [catalogue, units] = [await productCatalogueWhole(), await exampleUnits()];

async function drafted(name: string, answers = {}): Promise<Draft[]> {
	const bytes = new Uint8Array(readFileSync(new URL(name, SHEETS)));
	return draftFile({ name, bytes, catalogue, units, today, answers });
}

function factsOf(drafts: readonly Draft[]) {
	const submissions = drafts.map(({ entries }, at) => ({
		sequence: at + 1,
		bytes: encodeEntries(entries)
	}));
	return readProgress(submissions).map(({ sequence: _, ...fact }) => fact);
}

async function draftText(rows: readonly string[]): Promise<Draft[]> {
	const head = 'STT,Mã chỉ tiêu,Đơn vị,Kỳ,Kế hoạch,Thực hiện,Trạng thái,Ngày nộp';
	const bytes = new TextEncoder().encode([head, ...rows, ''].join('\n'));
	return draftFile({ name: 'b8.csv', bytes, catalogue, units, today });
}

describe('a sheet B8', () => {
	test('brings the plan, what is done, the state and the day of each row', async () => {
		const city = { unit: 'MH' };
		expect(factsOf(await drafted('b8-example.csv', { 'unit:thanh pho': 'MH' }))).toEqual([
			{
				code: 'dn-2023-rotation-swap',
				...city,
				...{ period: '2023', plan: 5n, done: 5n, state: 'done', day: '2023-12-31', row: 11 }
			},
			{
				code: 'dn-2025-dti-top3',
				...city,
				...{ period: '2023', plan: 3n, done: 1n, state: 'met', day: '2025-02-06', row: 7 }
			},
			{
				code: 'dn-2025-party-database',
				...city,
				...{ period: '2024-Q4', plan: 44n, done: 31n, state: 'in-progress', row: 10 }
			},
			{
				code: 'vt-2023-pilot-cells',
				...city,
				...{ period: '2023-Q2', plan: 2n, done: 2n, state: 'done', day: '2023-06-28', row: 9 }
			},
			{
				...{ code: 'vt-report-6m', unit: 'MH02', period: '2024-H1', done: 1n },
				...{ state: 'late', day: '2024-06-16', row: 8 }
			}
		]);
	});

	test('is read from a workbook with other headers, days as Excel keeps them', async () => {
		expect(factsOf(await drafted('b8-excel-days.xlsx'))).toEqual([
			{
				...{ code: 'CTHĐ-TU-ĐN#III.10(3)', unit: 'MH03', period: '2024', done: 0n },
				...{ state: 'not-due', row: 9 }
			},
			{
				...{ code: 'dn-2025-party-database', unit: 'MH01', period: '2024', plan: 9n, done: 7n },
				...{ state: 'in-progress', row: 6 }
			},
			{
				...{ code: 'vt-report-6m', unit: 'MH03', period: '2024-H1', done: 1n },
				...{ state: 'on-time', day: '2024-06-12', row: 7 }
			},
			{
				...{ code: 'vt-report-annual', unit: 'MH03', period: '2023', done: 1n },
				...{ state: 'late', day: '2023-12-20', row: 8 }
			}
		]);
	});

	test('proposes the topmost unit where it says "Thành phố", and remembers the answer', async () => {
		const [draft] = await drafted('b8-city-asked.csv');
		expect(draft?.questions).toEqual([
			{
				...{ key: 'unit:thanh pho', kind: 'unit', params: { text: 'Thành phố' } },
				choices: [
					{ value: 'MH', label: 'Đảng bộ thành phố Minh Họa', why: 'topmost' },
					{ value: 'none' }
				],
				...{ required: true, row: 7, column: 'Đơn vị', rows: 4 }
			}
		]);
		const [answered] = await drafted('b8-city-asked.csv', { 'unit:thanh pho': 'MH' });
		expect(answered?.answers).toEqual({ 'unit:thanh pho': 'MH' });
	});

	test('takes back what a blank cell of a row no longer says', async () => {
		const [before] = await draftText(['1,dn-2025-party-database,MH01,2024,44,31,Đạt,1/2/2025']);
		const [after] = await draftText(['1,dn-2025-party-database,MH01,2024,44,33,,']);
		expect(factsOf([before!, after!])).toEqual([
			{
				...{ code: 'dn-2025-party-database', unit: 'MH01', period: '2024' },
				...{ plan: 44n, done: 33n, row: 2 }
			}
		]);
	});

	test('knows a day to be ahead by the day that it is told, and by none otherwise', async () => {
		const codesOf = ([draft]: Draft[]) => draft?.issues.map(({ code }) => code);
		expect(codesOf(await draftText(['1,vt-report-6m,MH01,2024-H1,,1,,22/11/2026']))).toEqual([]);
		expect(codesOf(await draftText(['1,vt-report-6m,MH01,2024-H1,,1,,23/11/2026']))).toEqual([
			'progress-day-future'
		]);
	});

	test.each([
		['256-kh/tu#v.4.2', '256-KH/TU#V.4.2'],
		[' 171/NQ-CP # phụ lục. 2', '171/NQ-CP#Phụ lục.2'],
		['171/NQ–CP#PHU LUC.2', '171/NQ-CP#Phụ lục.2'],
		['256KH/TU#V.4.2', '256-KH/TU#V.4.2'],
		['DN_2025_DTI_TOP3', 'dn-2025-dti-top3'],
		['171/NQ-CP#II.2.Đ', '171/NQ-CP#II.2.đ'],
		['171/NQ-CP#II.2.d', '171/NQ-CP#II.2.d']
	])('finds the code of "%s"', async (text, code) => {
		const [draft] = await draftText([`1,"${text}",MH01,2024,,1,,`]);
		expect(draft?.issues).toEqual([]);
		expect(draft?.entries.find(({ state }) => state === 'figure')?.measure).toBe(`b8/${code}/th`);
	});

	test('finds every code of the catalogue as it is spelled', () => {
		const ids = [...catalogue.targets, ...catalogue.undertakings].map(({ id }) => id);
		const codes = progressCodes(catalogue);
		expect(ids.map((id) => codes.find(id))).toEqual(ids);
	});

	test('suggests the nearest codes for one that it does not know', async () => {
		const [draft] = await draftText(['1,256-KH/TU#V.4.22,MH01,2024,,1,,']);
		expect(draft?.issues.map(({ code, params }) => [code, params])).toEqual([
			[
				'progress-unknown-code',
				{ similar: expect.stringMatching(/^256-KH\/TU#V\.4\.2;/) as string }
			]
		]);
	});
});
