import { expect, test } from 'vitest';
import { decodeColumns } from '#lib/engine/decode-columns.ts';
import { columnOf } from '#lib/engine/columns.ts';
import { encodeEntries } from '#lib/rollup/encode-entries.ts';
import { readRollup } from '#lib/rollup/read-rollup.ts';
import { rollUp } from '#lib/rollup/roll-up.ts';
import { catalogueOf } from './random-reports.ts';

const UNITS = [
	{ code: 'P', name: 'P', kind: 'Tỉnh', level: 'tinh', validFrom: '2020-01-01' },
	{ code: 'A', name: 'A', kind: 'Phường', level: 'xa', parent: 'P', validFrom: '2020-01-01' },
	{ code: 'B', name: 'B', kind: 'Xã', level: 'xa', parent: 'P', validFrom: '2020-01-01' }
];
const wards = { kind: ['Phường'] };
const CATALOGUE = catalogueOf([
	{ id: 'silent', numerator: ['end.b'], denominator: [] },
	{ id: 'told', numerator: ['end.a'], denominator: ['end.b'] },
	{ id: 'silent-too', numerator: ['sum.a'], denominator: ['sum.b'] },
	{ id: 'silent-wards', numerator: ['end.b'], denominator: [], select: wards },
	{ id: 'silent-cumulative', numerator: ['ytd.a'], denominator: [] },
	{ id: 'silent-yearly', numerator: ['year.a'], denominator: ['year.b'] }
]);

test('indicators of which nobody told anything share their rows where the same units owe them', () => {
	const told = { unit: 'A', period: '2024-Q4', measure: 'end.a', row: 1, column: 1 };
	const bytes = encodeEntries([
		{ ...told, state: 'figure', value: 3n },
		// Taken back, so never told.
		{ ...told, measure: 'sum.a', state: 'missing', value: 0n }
	]);
	const rollup = rollUp({
		submissions: [{ sequence: 1, bytes }],
		units: UNITS,
		catalogue: CATALOGUE
	});
	const { dictionary } = columnOf(decodeColumns(rollup), 'indicator', 'text');
	expect(dictionary).toEqual([
		'silent silent-too',
		'told',
		'silent-wards',
		'silent-cumulative silent-yearly'
	]);
	const totals = readRollup(rollup);
	const toldOf = (indicator: string) => {
		const { numerator, expected, pending, closed } = totals.total('P', '2024-Q4', indicator)!;
		return { numerator, expected, pending: pending.units, closed };
	};
	expect(toldOf('told')).toEqual({ numerator: 3n, expected: 2, pending: 2, closed: true });
	expect(toldOf('silent-too')).toEqual({
		numerator: undefined,
		expected: 2,
		pending: 2,
		closed: true
	});
	expect(toldOf('silent-wards')).toMatchObject({ expected: 1, pending: 1 });
	expect(toldOf('silent-yearly')).toMatchObject({ expected: 2, closed: false });
});
