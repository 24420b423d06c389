import { describe, expect, test } from 'vitest';
import type { ReportedCell } from '#lib/rollup/decode-entries.ts';
import { columnsOf } from '#lib/ingest/entry-columns.ts';
import { figuresInColumns } from '#lib/ingest/figures.ts';
import { compareCells } from '#lib/state/compare-cells.ts';

const figure = (unit: string, value: bigint): ReportedCell => ({
	...{ unit, period: '2024-Q4', measure: 'b1.xl', state: 'figure', value }
});
const blank = (unit: string): ReportedCell => ({ ...figure(unit, 0n), state: 'missing' });
const notApplicable = (unit: string): ReportedCell => ({
	...figure(unit, 0n),
	state: 'not-applicable'
});
const columns = (cells: readonly ReportedCell[]): ReturnType<typeof columnsOf> =>
	columnsOf(cells.map((cell, at) => ({ ...cell, row: at + 1, column: 1 })));
const compare = (
	drafted: readonly ReportedCell[],
	inForce: readonly ReportedCell[][]
): ReturnType<typeof compareCells> =>
	compareCells(columns(drafted), figuresInColumns(inForce.map(columns)));
const changed = { period: '2024-Q4', measure: 'b1.xl' };

describe('compareCells', () => {
	test('counts every cell as added where nothing is in force', () => {
		expect(compare([figure('MH01', 24n), notApplicable('MH02'), blank('MH03')], [])).toEqual({
			...{ added: 2, changed: 0, removed: 0, same: 0, cells: [] }
		});
	});

	test('tells added, changed, emptied and unchanged cells apart, and lists what would show something else', () => {
		const inForce = [[figure('MH01', 24n), figure('MH02', 20n), figure('MH03', 0n)]];
		const drafted = [
			...[figure('MH01', 24n), figure('MH02', 21n), blank('MH03'), figure('MH04', 17n)]
		];
		expect(compare(drafted, inForce)).toEqual({
			...{ added: 1, changed: 1, removed: 1, same: 1 },
			cells: [
				{ ...changed, unit: 'MH02', before: 20n, after: 21n },
				{ ...changed, unit: 'MH03', before: 0n, after: undefined }
			]
		});
	});

	test('keeps zero, "x" and nothing apart', () => {
		const inForce = [[figure('MH01', 0n), notApplicable('MH02'), blank('MH03')]];
		const drafted = [notApplicable('MH01'), figure('MH02', 0n), figure('MH03', 0n)];
		expect(compare(drafted, inForce)).toEqual({
			...{ added: 1, changed: 2, removed: 0, same: 0 },
			cells: [
				{ ...changed, unit: 'MH01', before: 0n, after: 'not-applicable' },
				{ ...changed, unit: 'MH02', before: 'not-applicable', after: 0n }
			]
		});
	});

	test('compares with the newest of the submissions in force', () => {
		const inForce = [[figure('MH01', 24n)], [figure('MH01', 25n)]];
		expect(compare([figure('MH01', 25n)], inForce)).toEqual({
			...{ added: 0, changed: 0, removed: 0, same: 1, cells: [] }
		});
	});
});
