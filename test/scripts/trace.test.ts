import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { traceCode } from '#lib/base/trace-code.ts';
import { runThuocdo } from './run-thuocdo.ts';

const EXAMPLES = 'test/fixtures/examples';
const B1 = join(EXAMPLES, 'B1.csv');
const GROUND = ['--units', join(EXAMPLES, 'units.csv')];
const SLOW = 120_000;
/** The figure of TEMPLATES.md for the sheet B1. */
const PRINTED = {
	...{ indicator: 'grassroots-rated-good', unit: 'MH', period: '2024', sequence: 1 },
	...{ boundaries: 'reported' as const, numerator: 122n, denominator: 132n }
};
const CODE = traceCode(PRINTED);
const THEN = { numerator: 122, denominator: 132, value: '92.42' };

let folder: string;
let corrected: string;
beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'thuocdo-trace-'));
	corrected = join(folder, 'B1-sua.csv');
	const lines = readFileSync(B1, 'utf8').replace(
		'24,9,15,86,24,4,18,2,0',
		'24,9,15,86,24,4,20,0,0'
	);
	writeFileSync(corrected, lines.replace('"91,67"', '"100,00"').replace(/^Tổng.*\n/m, ''));
});
afterAll(() => {
	rmSync(folder, { recursive: true });
});

describe('thuocdo trace', () => {
	it(
		'says what a figure was when it was printed, what it is now and which file changed it',
		() => {
			const run = runThuocdo('trace', CODE, B1, corrected, ...GROUND, '--json');
			const now = { numerator: 124, denominator: 132, value: '93.94' };
			const change = { sequence: 2, file: 'B1-sua.csv', sheet: null, table: null };
			expect(JSON.parse(run.stdout)).toEqual({
				...{ code: CODE, period: '2024', boundaries: 'reported', sequence: 1 },
				found: [
					{
						...{ indicator: 'grassroots-rated-good', unit: 'MH', agreement: 'agrees' },
						...{ boundaries: null, then: THEN, now, changes: [{ ...change, ...now, own: true }] }
					}
				]
			});
		},
		SLOW
	);

	it(
		'says it in words',
		() => {
			const run = runThuocdo('trace', CODE.toLowerCase(), B1, ...GROUND);
			expect(run).toEqual({
				code: 0,
				stderr: '',
				stdout: [
					'Tổ chức cơ sở đảng được xếp loại từ hoàn thành tốt nhiệm vụ trở lên · Đảng bộ thành phố Minh Họa · Năm 2024',
					'Khi in: 92,42% (122/132)',
					'Bây giờ: 92,42% (122/132) (không đổi)',
					'Con số bây giờ vẫn đúng như khi in.',
					''
				].join('\n')
			});
		},
		SLOW
	);

	it(
		'ends with 1 where the figure of the files is not the one that was printed',
		() => {
			const other = traceCode({ ...PRINTED, numerator: 121n });
			const run = runThuocdo('trace', other, B1, ...GROUND, '--lang', 'en');
			expect([run.code, run.stdout.split('\n').slice(3)]).toEqual([
				1,
				[
					'The code says that what was printed is not the figure here after the same submission. This may be because:',
					'- The report was made from the data of another place, not from those open here.',
					''
				]
			]);
		},
		SLOW
	);

	it(
		'names the symbol that is in no code',
		() => {
			const run = runThuocdo('trace', 'K7QM-2UX9-04TB-N3DE', B1, '--lang', 'en');
			expect([run.code, run.stderr.split('\n')[0]]).toEqual([
				2,
				'The code “K7QM-2UX9-04TB-N3DE” cannot be read: Symbol 6, “U”, is in no code. A code has digits and plain letters only, and no I, L, O or U.'
			]);
		},
		SLOW
	);
});
