import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import verdicts from '#test/fixtures/examples/verdicts.json' with { type: 'json' };
import { writeParquet } from '#test/ingest/write-parquet.ts';
import { runThuocdo } from './run-thuocdo.ts';

const EXAMPLES = 'test/fixtures/examples';
const UNITS = `${EXAMPLES}/units.csv`;
const SHEETS = readdirSync(EXAMPLES).filter((name) => /^B\d\.csv$/.test(name));
const SLOW = 60_000;

interface Row {
	indicator: string;
	numerator: number | null;
	denominator: number | null;
	value: string | null;
	coverage: { reported: number; expected: number };
	targets: { target: string; status: string; shortfall: number | null }[];
}

let folder: string;
beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'thuocdo-'));
});
afterAll(() => {
	rmSync(folder, { recursive: true });
});

function valuesOf(files: string[], period: string, unit = 'MH'): Row[] {
	const run = runThuocdo(
		'values',
		...files,
		'--units',
		UNITS,
		'--unit',
		unit,
		'--period',
		period,
		'--json'
	);
	expect({ code: run.code, stderr: run.stderr }).toEqual({ code: 0, stderr: '' });
	return JSON.parse(run.stdout) as Row[];
}

function verdictsIn(rows: Row[], wanted: typeof verdicts) {
	return wanted.map(({ target, year, shortfall }) => {
		const row = rows.find(({ targets }) => targets.some((each) => each.target === target));
		const verdict = row?.targets.find((each) => each.target === target);
		return {
			target,
			year,
			numerator: row?.numerator,
			denominator: row?.denominator,
			value: row?.value,
			status: verdict?.status,
			shortfall: shortfall === null ? null : verdict?.shortfall
		};
	});
}

/** The example sheets, dated to the fourth quarter of another year. */
function datedTo(year: number): string[] {
	return SHEETS.map((name) => {
		const path = join(folder, `${year}-${name}`);
		writeFileSync(
			path,
			readFileSync(join(EXAMPLES, name), 'utf8').replaceAll('2024', String(year))
		);
		return path;
	});
}

async function asParquet(): Promise<string[]> {
	const paths: string[] = [];
	for (const name of SHEETS) {
		const path = join(folder, name.replace('.csv', '.parquet'));
		const source = `read_csv('${join(EXAMPLES, name)}', all_varchar = true, header = true, skip = 2)`;
		writeFileSync(path, await writeParquet(`SELECT * FROM ${source}`));
		paths.push(path);
	}
	return paths;
}

describe('values', () => {
	const years = [...new Set(verdicts.map(({ year }) => year))];
	it.each(years)(
		'gives the verdicts that the example sheets have in %i',
		{ timeout: SLOW },
		(year) => {
			const wanted = verdicts.filter((verdict) => verdict.year === year);
			expect(verdictsIn(valuesOf(datedTo(year), String(year)), wanted)).toEqual(wanted);
		}
	);

	it('gives the same for the quarter and for Parquet', { timeout: SLOW }, async () => {
		const wanted = verdicts.filter(({ year }) => year === 2024);
		const parquet = await asParquet();
		expect(verdictsIn(valuesOf(parquet, '2024-Q4'), wanted)).toEqual(wanted);
	});

	it('takes a file without a period to speak of the period asked for', { timeout: SLOW }, () => {
		const path = join(folder, 'undated.csv');
		const [, , ...table] = readFileSync(`${EXAMPLES}/B1.csv`, 'utf8').split('\n');
		writeFileSync(path, table.join('\n'));
		const target = 'dn-annual-tccsd-good-or-better';
		const run = runThuocdo(
			...['values', path, '--units', UNITS, '--unit', 'MH', '--period', '2024'],
			...['--indicator', target, '--json']
		);
		const rows = JSON.parse(run.stdout) as Row[];
		expect(rows.map(({ indicator, value }) => ({ indicator, value }))).toEqual([
			{ indicator: 'grassroots-rated-good', value: '92.42' }
		]);
	});

	it('passes 18 of 20 at "từ 90%" and fails it at "trên 90%"', { timeout: SLOW }, () => {
		const rows = valuesOf([`${EXAMPLES}/B1.csv`], '2024', 'MH02');
		const rated = rows.find(({ indicator }) => indicator === 'grassroots-rated-good');
		expect(rated).toEqual({
			indicator: 'grassroots-rated-good',
			unit: 'MH02',
			period: '2024',
			numerator: 18,
			denominator: 20,
			value: '90.00',
			asOf: '2024',
			coverage: { reported: 1, expected: 1 },
			targets: [
				{
					target: 'nq21-2025-tccsd-good-or-better',
					kind: 'ratio',
					layer: 'central',
					leading: true,
					comparator: '>',
					threshold: '90',
					status: 'not-met',
					shortfall: 1,
					side: 'below',
					document: '21-NQ/TW',
					section: 'II.2.2 (đến 2025)'
				},
				{
					target: 'nq21-2030-tccsd-good-or-better',
					kind: 'ratio',
					layer: 'central',
					leading: false,
					comparator: '>',
					threshold: '90',
					status: 'not-applicable',
					shortfall: null,
					document: '21-NQ/TW',
					section: expect.any(String) as string
				},
				{
					target: 'dn-annual-tccsd-good-or-better',
					kind: 'ratio',
					layer: 'city',
					leading: false,
					comparator: '>=',
					threshold: '90',
					status: 'met',
					shortfall: 0,
					document: expect.any(String) as string,
					section: expect.any(String) as string
				}
			]
		});
	});

	it(
		'prints range, pace and the layer asked for while a unit is still missing',
		{ timeout: 2 * SLOW },
		() => {
			const [before] = datedTo(2023).filter((path) => path.endsWith('B1.csv'));
			const partial = join(folder, 'B1-partial.csv');
			const rows = readFileSync(`${EXAMPLES}/B1.csv`, 'utf8').split('\n');
			writeFileSync(partial, rows.filter((row) => !/Hòa Thịnh|Tổng cộng/.test(row)).join('\n'));
			const asked = ['--units', UNITS, '--unit', 'MH', '--period', '2024'];
			const flags = ['--indicator', 'grassroots-rated-good', '--range', '--pace'];
			const run = runThuocdo(
				...['values', before ?? '', partial, ...asked, ...flags],
				...['--layer', 'central', '--json']
			);
			// 108 of 116 so far; of the unit that had 16 organisations rated 13 to 19 are still to come.
			const [row] = JSON.parse(run.stdout) as Record<string, unknown>[];
			expect(row).toMatchObject({
				numerator: 108,
				denominator: 116,
				coverage: { reported: 4, expected: 5 },
				range: {
					low: '80.00',
					high: '94.07',
					exact: {
						low: { numerator: 108, denominator: 135 },
						high: { numerator: 127, denominator: 135 }
					}
				},
				targets: [
					{
						target: 'nq21-2025-tccsd-good-or-better',
						layer: 'central',
						leading: true,
						status: 'undecided',
						pace: {
							word: 'no-pace',
							due: '2025-12-31',
							goal: '90.00',
							baseline: '2023',
							required: null
						}
					},
					{ target: 'nq21-2030-tccsd-good-or-better', layer: 'central', status: 'not-applicable' }
				]
			});
		}
	);

	it(
		'refuses a unit, a period or an indicator that it does not know, without a stack trace',
		() => {
			const refused = (...args: string[]) => {
				const { code, stdout, stderr } = runThuocdo(
					'values',
					`${EXAMPLES}/B1.csv`,
					'--units',
					UNITS,
					...args
				);
				return { code, stdout, trace: stderr.includes('    at '), isSaid: stderr.trim() !== '' };
			};
			const plainly = { code: 2, stdout: '', trace: false, isSaid: true };
			expect(refused('--unit', 'NOBODY', '--period', '2024')).toEqual(plainly);
			expect(refused('--unit', 'MH', '--period', '2024-Q5')).toEqual(plainly);
			expect(refused('--unit', 'MH', '--period', '2024', '--indicator', 'none')).toEqual(plainly);
			expect(refused('--unit', 'MH')).toEqual(plainly);
		},
		SLOW
	);
});
