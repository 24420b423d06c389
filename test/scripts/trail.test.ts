import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runThuocdo } from './run-thuocdo.ts';

const EXAMPLES = 'test/fixtures/examples';
const B1 = join(EXAMPLES, 'B1.csv');
const QUESTION = [
	...['--units', join(EXAMPLES, 'units.csv'), '--unit', 'MH'],
	...['--period', '2024', '--indicator', 'grassroots-rated-good']
];
const SLOW = 120_000;

interface Figure {
	unit: string;
	value: number;
	counted: number;
	file: string;
	cells: { row: number; column: number; address: string; value: number }[];
}

interface Trail {
	numerator: number;
	denominator: number;
	value: string;
	terms: { side: string; measure: string; header: string; sum: number; figures: Figure[] }[];
	missing: unknown[];
	history: object[];
}

let folder: string;
beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'thuocdo-trail-'));
});
afterAll(() => {
	rmSync(folder, { recursive: true });
});

function trailOf(...files: string[]): Trail {
	const run = runThuocdo('trail', ...files, ...QUESTION, '--json');
	expect({ code: run.code, stderr: run.stderr }).toEqual({ code: 0, stderr: '' });
	return JSON.parse(run.stdout) as Trail;
}

/** The cells of a CSV file, read without any code of the product. */
function cellsOf(path: string): string[][] {
	return Papa.parse<string[]>(readFileSync(path, 'utf8'), { skipEmptyLines: false }).data;
}

describe('thuocdo trail', () => {
	it(
		'names cells of the file that hold the figures and add up to the total',
		() => {
			const trail = trailOf(B1);
			expect([trail.numerator, trail.denominator, trail.value]).toEqual([122, 132, '92.42']);
			const cells = cellsOf(B1);
			const sums = { numerator: 0, denominator: 0 };
			for (const { side, sum, figures } of trail.terms) {
				expect(figures.length).toBeGreaterThan(0);
				for (const { value, cells: places } of figures) {
					const read = places.map(({ row, column }) => Number(cells[row - 1]?.[column - 1]));
					expect(read.reduce((total, each) => total + each, 0)).toBe(value);
				}
				expect(figures.reduce((total, { counted }) => total + counted, 0)).toBe(sum);
				sums[side as keyof typeof sums] += sum;
			}
			expect(sums).toEqual({ numerator: 122, denominator: 132 });
		},
		SLOW
	);

	it(
		'tells what the figure was after each file, in the order given',
		() => {
			const corrected = join(folder, 'B1-sua.csv');
			const lines = readFileSync(B1, 'utf8').split('\n');
			// Of the 24 organisations 23 instead of 22 are rated good or better.
			const row = '1,Đảng bộ phường An Bình,24,9,15,86,24,6,17,1,0,0,"95,83"';
			writeFileSync(corrected, [...lines.slice(0, 3), row, ''].join('\n'));
			expect(trailOf(B1, corrected).history).toEqual([
				{ file: 'B1.csv', sheet: null, table: null, numerator: 122, denominator: 132, own: true },
				{
					file: 'B1-sua.csv',
					sheet: null,
					table: null,
					numerator: 123,
					denominator: 132,
					own: true
				}
			]);
		},
		SLOW
	);

	it(
		'asks for the indicator where none is named',
		() => {
			const run = runThuocdo('trail', B1, '--unit', 'MH', '--period', '2024');
			expect(run.code).toBe(2);
			expect(run.stderr).toContain('--indicator');
		},
		SLOW
	);
});
