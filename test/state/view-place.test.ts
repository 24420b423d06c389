import { describe, expect, test } from 'vitest';
import { defaultPeriod, defaultUnit, placeOf } from '#lib/state/view-place.ts';
import type { Unit } from '#lib/units/unit.ts';
import { createUnitTree } from '#lib/units/unit-tree.ts';

const tree = createUnitTree([
	unit({ code: 'MH', level: 'tinh' }),
	unit({ code: 'MH-100', level: 'huyen', parent: 'MH', validTo: '2025-06-30' }),
	unit({ code: 'MH-101', parent: 'MH-100', validTo: '2025-06-30' }),
	unit({ code: 'MH-801', parent: 'MH', validFrom: '2025-07-01' })
]);

const ground = { tree, periods: ['2024-Q4', '2024', '2025-Q1', '2025-Q3', '2025'] };

function unit(fields: Partial<Unit> & { code: string }): Unit {
	return { name: fields.code, kind: 'Phường', level: 'xa', validFrom: '2020-01-01', ...fields };
}

describe('defaultPeriod', () => {
	test('is the newest year that has figures', () => {
		expect(defaultPeriod(['2024-Q4', '2024', '2025-Q1', '2025', '2026-Q1'], 2026)).toBe('2025');
	});

	test('is the newest period where no year has figures', () => {
		expect(defaultPeriod(['2024-Q3', '2024-Q4'], 2026)).toBe('2024-Q4');
	});

	test('is this year where nothing has figures', () => {
		expect(defaultPeriod([], 2026)).toBe('2026');
	});
});

describe('placeOf', () => {
	test('is the root where no unit was asked for', () => {
		expect(placeOf(ground, { period: '2024' })).toEqual({ path: ['MH'] });
	});

	test('leads from the root down to the unit on the map of the period', () => {
		expect(placeOf(ground, { unit: 'MH-101', period: '2024' })).toEqual({
			path: ['MH', 'MH-100', 'MH-101']
		});
		expect(placeOf(ground, { unit: 'MH-801', period: '2025-Q3' })).toEqual({
			path: ['MH', 'MH-801']
		});
	});

	test('falls back to the root, and says so, for a unit that does not exist in the period', () => {
		expect(placeOf(ground, { unit: 'MH-101', period: '2025' })).toEqual({
			path: ['MH'],
			missing: { code: 'MH-101', reason: 'not-in-period' }
		});
	});

	test('leads down on the map of the boundary mode, whatever the period', () => {
		const today = { ...ground, boundaries: '2026-11-22' };
		expect(placeOf(today, { unit: 'MH-801', period: '2024' })).toEqual({ path: ['MH', 'MH-801'] });
		expect(placeOf(today, { unit: 'MH-101', period: '2024' })).toEqual({
			path: ['MH'],
			missing: { code: 'MH-101', reason: 'not-on-map' }
		});
	});

	test('falls back to the root, and says so, for a code that no unit has', () => {
		expect(placeOf(ground, { unit: 'XX', period: '2025' })).toEqual({
			path: ['MH'],
			missing: { code: 'XX', reason: 'unknown' }
		});
	});

	test('shows a year under way on the map of its newest quarter with figures', () => {
		const early = { tree, periods: ['2025-Q1', '2025'] };
		expect(placeOf(early, { unit: 'MH-101', period: '2025' })).toEqual({
			path: ['MH', 'MH-100', 'MH-101']
		});
	});

	test('leads nowhere in a period before every unit', () => {
		expect(placeOf(ground, { period: '2019' })).toEqual({ path: [] });
		expect(defaultUnit(ground, '2019')).toBeUndefined();
	});
});
