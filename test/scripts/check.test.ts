import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Layout } from '#lib/base/layout.ts';
import type { Matches } from '#lib/ingest/draft.ts';
import type { Question } from '#lib/ingest/question.ts';
import { present } from '#test/store/additions.ts';
import { runThuocdo } from './run-thuocdo.ts';

const UNITS = 'test/fixtures/examples/units.csv';
const SHEETS = 'test/fixtures/sheets';
const SLOW = 60_000;

interface Checked {
	files: {
		file: string;
		template: string | null;
		period: string | null;
		rows: { read: number; accepted: number; rejected: number };
		totals: Record<string, number>;
		issues: {
			severity: string;
			code: string;
			row: number | null;
			column: string | null;
			message: string;
		}[];
		questions: Question[];
		matches: Matches;
		layout: Layout | null;
	}[];
}

let folder: string;
beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'thuocdo-'));
});
afterAll(() => {
	rmSync(folder, { recursive: true });
});

function check(...files: string[]) {
	const run = runThuocdo('check', ...files, '--units', UNITS, '--json');
	return { ...run, checked: JSON.parse(run.stdout) as Checked };
}

function firstErrors({ files }: Checked) {
	return files.map(({ file, issues }) => {
		const error = issues.find(({ severity }) => severity === 'error');
		return {
			file,
			code: error?.code,
			row: error?.row,
			column: error?.column,
			isSaid: !!error?.message
		};
	});
}

describe('check', () => {
	it(
		'accepts an example sheet, with its period, its rows and its totals',
		{ timeout: SLOW },
		() => {
			const { code, checked } = check('test/fixtures/examples/B1.csv');
			expect(code).toBe(0);
			const [sheet] = checked.files;
			const { matches, layout, ...rest } = present(sheet);
			expect({ ...rest, totals: rest.totals['b1.tccsd'] }).toEqual({
				file: 'B1.csv',
				sheet: null,
				table: null,
				template: 'B1',
				period: '2024-Q4',
				periods: ['2024-Q4'],
				rows: { read: 5, accepted: 5, rejected: 0 },
				totals: 134,
				issues: [],
				questions: []
			});
			expect(layout).toEqual({
				...{ template: 'B1', name: 'B1.csv', headers: matches.headers, answers: {} }
			});
		}
	);

	it('names each fault with its place, and ends with 1', { timeout: SLOW }, () => {
		const faults = [
			{ file: 'missing-column.csv', code: 'missing-column', row: 3, column: 'HTXSNV' },
			{ file: 'text-in-number.csv', code: 'not-a-number', row: 5, column: 'HTXSNV' },
			{
				file: 'part-over-whole.csv',
				code: 'sums-differ',
				row: 4,
				column: 'Số TCCSĐ được đánh giá, xếp loại'
			},
			{ file: 'wrong-total.csv', code: 'total-mismatch', row: 9, column: 'HTXSNV' },
			{ file: 'unknown-unit.csv', code: 'unknown-unit', row: 4, column: 'Đơn vị' },
			{ file: 'people-by-heading.csv', code: 'people-refused', row: 2, column: 'B' }
		];
		const { code, checked } = check(...faults.map(({ file }) => `${SHEETS}/${file}`));
		expect(code).toBe(1);
		expect(firstErrors(checked)).toEqual(faults.map((fault) => ({ ...fault, isSaid: true })));
	});

	it(
		'says of a file that it cannot read why, without a stack trace, and ends with 2',
		{ timeout: SLOW },
		() => {
			const [empty, binary] = [join(folder, 'empty.csv'), join(folder, 'binary.csv')];
			writeFileSync(empty, '');
			writeFileSync(
				binary,
				Uint8Array.from({ length: 4096 }, (_, i) => i % 256)
			);
			const { code, checked, stderr } = check(empty, binary);
			expect(code).toBe(2);
			expect(checked.files.flatMap(({ issues }) => issues.map((issue) => issue.code))).toEqual([
				'file.empty',
				'file.not-a-table'
			]);
			expect(stderr).not.toContain('    at ');

			const absent = runThuocdo('check', join(folder, 'absent.csv'));
			expect({ code: absent.code, trace: absent.stderr.includes('    at ') }).toEqual({
				code: 2,
				trace: false
			});
		}
	);
});

describe('table', () => {
	it('prints the grid as read, and refuses a table that is not there', { timeout: SLOW }, () => {
		const path = join(folder, 'grid.csv');
		writeFileSync(path, Buffer.from('\ufeffĐơn vị;Ghi chú\r\n"P; 1";"a ""b""\nc"\r\n', 'utf16le'));
		expect(runThuocdo('table', path).stdout).toBe('Đơn vị,Ghi chú\r\nP; 1,"a ""b""\nc"\r\n');
		expect(runThuocdo('table', path, '--sheet', '2').code).toBe(2);
	});
});
