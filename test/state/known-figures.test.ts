import { expect, test } from 'vitest';
import type { ReportedCell } from '#lib/rollup/decode-entries.ts';
import { knownFigures } from '#lib/state/known-figures.ts';

const search = { measures: new Set(['b1.tccsd', 'b5.qh_tong']), before: '2024-Q4' };

function cell(
	period: string,
	value: number | 'x' | '-',
	fields: Partial<ReportedCell> = {}
): ReportedCell {
	const states = { x: 'not-applicable', '-': 'missing' } as const;
	return {
		...{ unit: 'MH01', period, measure: 'b1.tccsd' },
		...(typeof value === 'number'
			? { state: 'figure', value: BigInt(value) }
			: { state: states[value], value: 0n }),
		...fields
	};
}

test('the newest figure before the period is known, whenever it was submitted', () => {
	const contents = [[cell('2024-Q3', 24)], [cell('2023', 22), cell('2024-Q4', 25)]];
	expect(knownFigures(contents, search)).toEqual([
		{ unit: 'MH01', measure: 'b1.tccsd', period: '2024-Q3', value: 24n }
	]);
});

test('a later submission supersedes an earlier one, also with what does not apply', () => {
	const contents = [[cell('2024-Q3', 24)], [cell('2024-Q3', 'x')]];
	expect(knownFigures(contents, search)).toEqual([
		{ unit: 'MH01', measure: 'b1.tccsd', period: '2024-Q3', value: 'x' }
	]);
});

test('a figure that was taken back gives way to the one before', () => {
	const contents = [[cell('2024-Q2', 23), cell('2024-Q3', 24)], [cell('2024-Q3', '-')]];
	expect(knownFigures(contents, search)).toEqual([
		{ unit: 'MH01', measure: 'b1.tccsd', period: '2024-Q2', value: 23n }
	]);
});

test('rows of one submission that split a unit are added up', () => {
	const measure = 'b5.qh_tong';
	const contents = [[cell('2023-Q4', 100, { measure }), cell('2023-Q4', 20, { measure })]];
	expect(knownFigures(contents, search)).toEqual([
		{ unit: 'MH01', measure, period: '2023-Q4', value: 120n }
	]);
});

test('measures that were not asked for are left out', () => {
	expect(knownFigures([[cell('2024-Q3', 5, { measure: 'b1.xs' })]], search)).toEqual([]);
});
