import { describe, expect, test } from 'vitest';
import { AppError } from '#lib/base/app-error.ts';
import type { ProgressFact } from '#lib/base/progress.ts';
import { productCatalogueWhole } from '#lib/catalogue/load-catalogue.ts';
import { NOTHING_OWN } from '#lib/catalogue/own-catalogue.ts';
import { draftFile } from '#lib/ingest/draft-file.ts';
import { readFile } from '#lib/ingest/read-file.ts';
import { encodeEntries } from '#lib/rollup/encode-entries.ts';
import { readProgress } from '#lib/rollup/read-progress.ts';
import { drawProgressTemplate } from '#lib/state/draw-progress-template.ts';
import { fillCells } from '#test/export/fill-template.ts';
import { exampleUnits } from '#test/ingest/example-units.ts';

const units = await exampleUnits();
const catalogue = await productCatalogueWhole();
const today = '2026-11-22';

function drawn(choice: { unit?: string; period?: string; progress?: ProgressFact[] } = {}) {
	const { unit = 'MH', period = '2024-Q2', progress = [] } = choice;
	const order = { unit, period, progress, units, own: NOTHING_OWN, language: 'vi' as const };
	return drawProgressTemplate({ ...order, at: 0 });
}

/** The rows of the sheet that have a code: where each stands, and what its code, unit and period are. */
async function rowsOf(bytes: Uint8Array) {
	const [grid] = await readFile({ name: 'b8.xlsx', bytes });
	return (grid?.rows ?? []).flatMap((cells, at) => {
		const [unit, , code, , , period] = cells.map((cell) => String(cell ?? ''));
		return code && unit && at > 5 ? [{ row: at + 1, code, unit, period }] : [];
	});
}

describe('a blank sheet B8', () => {
	test('comes back without a question, and says what was filled in', async () => {
		const blank = await drawn();
		const rows = await rowsOf(blank);
		const report = rows.find(({ code, unit }) => code === 'vt-report-6m' && unit === 'MH02');
		const database = rows.find(({ code }) => code === 'dn-2025-party-database');
		const cells = new Map<string, number | string>([
			[`H${report?.row}`, 1],
			[`J${report?.row}`, 'Nộp muộn'],
			[`K${report?.row}`, '16/6/2024'],
			[`G${database?.row}`, 44],
			[`H${database?.row}`, 31],
			[`J${database?.row}`, 'Đang thực hiện']
		]);
		const filled = await fillCells(blank, 1, cells);
		const drafts = await draftFile({ name: 'b8.xlsx', bytes: filled, catalogue, units, today });
		expect(
			drafts.map(({ template, rows: counts, questions, issues }) => ({
				...{ template, counts, questions },
				issues: issues.map(({ code, severity }) => [code, severity])
			}))
		).toEqual([
			{
				...{ template: 'B8', counts: { read: 2, accepted: 2, rejected: 0 }, questions: [] },
				issues: [['progress-untouched', 'info']]
			}
		]);
		const submissions = drafts.map(({ entries }) => ({
			sequence: 1,
			bytes: encodeEntries(entries)
		}));
		expect(readProgress(submissions)).toEqual([
			{
				...{ code: 'dn-2025-party-database', unit: 'MH', period: '2024-Q2', plan: 44n, done: 31n },
				...{ state: 'in-progress', sequence: 1, row: database?.row }
			},
			{
				...{ code: 'vt-report-6m', unit: 'MH02', period: '2024-H1', done: 1n, state: 'late' },
				...{ day: '2024-06-16', sequence: 1, row: report?.row }
			}
		]);
	});

	test('comes back blank without an error', async () => {
		const bytes = await drawn();
		const [draft] = await draftFile({ name: 'b8.xlsx', bytes, catalogue, units, today });
		expect(draft?.issues.map(({ code }) => code)).toEqual(['progress-untouched']);
		expect([draft?.rows.read, draft?.entries, draft?.questions]).toEqual([0, [], []]);
	});

	test('asks the top for what is not done, and every unit for the reports due', async () => {
		const codesIn = async (...choice: Parameters<typeof drawn>) =>
			(await rowsOf(await drawn(...choice))).map(({ code, unit, period }) => [code, unit, period]);
		const ofQuarter = await codesIn();
		expect(ofQuarter).toContainEqual(['vt-report-6m', 'MH04', '6 tháng đầu năm 2024']);
		expect(ofQuarter).toContainEqual(['256-KH/TU#V.2.2a', 'MH', 'Quý II/2024']);
		expect(ofQuarter).toContainEqual(['dn-2025-women-committee', 'MH', 'Năm 2024']);
		expect(ofQuarter.map(([code]) => code)).not.toContain('vt-report-annual');
		const yearEnd = await codesIn({ unit: 'MH02', period: '2024-Q4' });
		expect(yearEnd.filter(([, unit]) => unit !== 'MH02')).toEqual([]);
		expect(yearEnd).toContainEqual(['vt-report-annual', 'MH02', 'Năm 2024']);
		const progress: ProgressFact[] = [
			{
				...{ code: 'dn-2025-party-database', unit: 'MH', period: '2024-Q1' },
				...{ state: 'done', sequence: 1, row: 4 }
			}
		];
		const afterwards = await codesIn({ progress });
		expect(afterwards).toHaveLength(ofQuarter.length - 1);
	});

	test('is not drawn for a unit that does not exist in the period', async () => {
		await expect(drawn({ period: '2019-Q4' })).rejects.toThrow(AppError);
	});
});
