import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AppError } from '#lib/base/app-error.ts';
import { readReportOptions } from '#scripts/commands/report-options.ts';
import { findChromium } from '#scripts/install-chromium.mjs';
import { runThuocdo } from './run-thuocdo.ts';

const EXAMPLES = 'test/fixtures/examples';
const FILES = ['B1', 'B2', 'B4'].map((sheet) => join(EXAMPLES, `${sheet}.csv`));
const QUESTION = [
	...['--units', join(EXAMPLES, 'units.csv'), '--unit', 'MH', '--period', '2024'],
	...['--today', '2026-11-22']
];
const SLOW = 180_000;
const chromium = await findChromium();
const hasPdfTools = canRun('pdftotext', '-v');

let folder: string;
beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'thuocdo-report-'));
});
afterAll(() => {
	rmSync(folder, { recursive: true });
});

function canRun(command: string, ...args: string[]): boolean {
	try {
		execFileSync(command, args, { stdio: 'ignore' });
		return true;
	} catch {
		return false;
	}
}

/** The file that the command wrote. */
function written(name: string, ...args: string[]): string {
	const out = join(folder, name);
	const run = runThuocdo('report', ...FILES, ...QUESTION, '--out', out, ...args);
	expect(run).toEqual({ code: 0, stdout: `${out}\n`, stderr: '' });
	return out;
}

describe('thuocdo report', () => {
	it(
		'writes a briefing in both languages whose figures are those of `values`',
		() => {
			const html = readFileSync(written('báo cáo.html'), 'utf8');
			const values = runThuocdo('values', ...FILES, ...QUESTION.slice(0, -2), '--json');
			const good = (
				JSON.parse(values.stdout) as {
					indicator: string;
					numerator: number;
					denominator: number;
					value: string;
				}[]
			).find(({ indicator }) => indicator === 'grassroots-rated-good');
			expect(good).toMatchObject({ numerator: 122, denominator: 132, value: '92.42' });
			const [, data = ''] = /id="data">(.*?)<\/script>/s.exec(html) ?? [];
			const { tables } = JSON.parse(data) as { tables: { rows: (string | number)[][] }[] };
			const rows = tables.flatMap((table) => table.rows);
			expect(
				rows.some((row) => [122, 132, 0.924242424242].every((number) => row.includes(number)))
			).toBe(true);
			expect(html).toContain('92,42%');
			expect(html).toContain('92.42%');
		},
		SLOW
	);

	it(
		'writes a Word document that holds the same figures',
		() => {
			const parts = unzipSync(readFileSync(written('report.docx')));
			expect(strFromU8(parts['word/document.xml'] ?? new Uint8Array())).toContain('92,42%');
		},
		SLOW
	);

	it.skipIf(chromium === undefined || !hasPdfTools)(
		'writes a PDF with selectable text, the number of every page, and table headers on each page',
		() => {
			const out = written('report.pdf', '--indicator', 'grassroots-rated-good');
			const text = execFileSync('pdftotext', ['-layout', out, '-'], { encoding: 'utf8' });
			const pages = text.split('\f').slice(0, -1);
			expect(pages.length).toBeGreaterThan(2);
			const numbers = pages.map((page) => /^\s*(\d+\/\d+)$/m.exec(page)?.[1]);
			expect(numbers).toEqual(
				pages.map((_, at) => (at === 0 ? undefined : `${at + 1}/${pages.length}`))
			);
			expect(text).toContain('BÁO CÁO');
			expect(text).toContain('92,42%');
			const tasks = pages.filter((page) => /Thời hạn/.test(page) && /Chủ trì/.test(page));
			expect(tasks.length).toBeGreaterThan(1);
		},
		SLOW
	);

	it(
		'writes one file for each unit that a definition names, by their names',
		() => {
			const definition = join(folder, 'definition.json');
			const settled = {
				...{ id: 'one', name: 'Báo cáo quý', language: 'en', profile: 'state' },
				...{ units: ['MH', 'MH01'], period: 'newest-year', boundaries: 'reported' },
				...{ indicators: ['grassroots-rated-good'], rows: 'children' },
				...{ sections: ['summary'], fields: {}, guardsSmallCells: false }
			};
			writeFileSync(definition, JSON.stringify(settled));
			const out = join(folder, 'many');
			const run = runThuocdo(
				...['report', ...FILES, '--units', join(EXAMPLES, 'units.csv')],
				...['--definition', definition, '--format', 'html', '--out', out]
			);
			expect({ code: run.code, stderr: run.stderr }).toEqual({ code: 0, stderr: '' });
			expect(readdirSync(out).length).toBe(2);
			for (const name of readdirSync(out)) {
				expect(name).toMatch(/^Báo cáo quý Đảng bộ .* 2024\.html$/);
				expect(readFileSync(join(out, name), 'utf8')).toContain('<html lang="en"');
			}
		},
		SLOW
	);

	it.each([
		[['--unit', 'MH', '--period', '2024'], 'cli.missing-option', { option: 'out' }],
		[['--period', '2024', '--out', 'x.html'], 'cli.missing-option', { option: 'unit' }],
		[['--unit', 'MH', '--out', 'x.html'], 'cli.missing-option', { option: 'period' }],
		[
			['--unit', 'MH', '--period', '2024', '--out', 'x.doc'],
			'cli.bad-choice',
			{ option: 'format', value: 'doc', known: 'docx, pptx, xlsx, html, pdf' }
		],
		[
			['--definition', 'package.json', '--out', 'x.html'],
			'cli.bad-definition',
			{ file: 'package.json' }
		],
		[
			['--unit', 'MH', '--period', '2024', '--out', 'x.pdf', '--today', 'nay'],
			'cli.bad-day',
			{ day: 'nay' }
		]
	])('refuses %j', async (args, code, params) => {
		await expect(readReportOptions(['B1.csv', ...args])).rejects.toThrow(
			new AppError(code, params)
		);
	});
});
