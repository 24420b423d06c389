import { describe, expect, test } from 'vitest';
import { defaultPeriod, defaultUnit, placeOf } from '#lib/state/view-place.ts';
import type { LineageEvent } from '#lib/units/lineage.ts';
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

describe('placeOf a unit that changed', () => {
	const organisation = createUnitTree([
		unit({ code: 'T' }),
		unit({ code: 'Q1', parent: 'T', validTo: '2025-06-30' }),
		unit({ code: 'P1', parent: 'Q1', validTo: '2025-06-30' }),
		unit({ code: 'P2', parent: 'Q1', validTo: '2025-06-30' }),
		unit({ code: 'K', parent: 'T' }),
		unit({ code: 'K1', parent: 'K', validTo: '2025-06-30' }),
		unit({ code: 'N', parent: 'T', validFrom: '2025-07-01' }),
		unit({ code: 'K2', parent: 'K', validFrom: '2025-07-01' }),
		unit({ code: 'K3', parent: 'K', validFrom: '2025-07-01', validTo: '2025-12-31' }),
		unit({ code: 'K4', parent: 'K', validFrom: '2026-01-01' }),
		unit({ code: 'D', parent: 'T', validTo: '2025-06-30' })
	]);
	const date = '2025-07-01';
	const changing = {
		tree: organisation,
		periods: ['2024', '2025', '2026'],
		lineage: [
			{ date, kind: 'merge', from: 'P1', to: 'N' },
			{ date, kind: 'merge', from: 'P2', to: 'N' },
			{ date, kind: 'split', from: 'K1', to: 'K2', share: '0.6' },
			{ date, kind: 'split', from: 'K1', to: 'K3', share: '0.4' },
			{ date: '2026-01-01', kind: 'rename', from: 'K3', to: 'K4' },
			{ date, kind: 'close', from: 'D' }
		] as LineageEvent[]
	};

	test('is that of the unit it was merged into', () => {
		expect(placeOf(changing, { unit: 'P1', period: '2025' })).toEqual({
			path: ['T', 'N'],
			missing: { code: 'P1', reason: 'not-in-period', kin: { relation: 'heir', units: ['N'] } }
		});
	});

	test('is that of its new code where it was renamed', () => {
		expect(placeOf(changing, { unit: 'K3', period: '2026' })).toEqual({
			path: ['T', 'K', 'K4'],
			missing: { code: 'K3', reason: 'not-in-period', kin: { relation: 'heir', units: ['K4'] } }
		});
	});

	test('is what its parts are under, with the parts to choose from, where it was split', () => {
		expect(placeOf(changing, { unit: 'K1', period: '2026' })).toEqual({
			path: ['T', 'K'],
			missing: {
				code: 'K1',
				reason: 'not-in-period',
				kin: { relation: 'heir', units: ['K2', 'K4'] }
			}
		});
	});

	test('offers before its first day the units that it was made of', () => {
		expect(placeOf(changing, { unit: 'N', period: '2024' })).toEqual({
			path: ['T', 'Q1'],
			missing: {
				code: 'N',
				reason: 'not-in-period',
				kin: { relation: 'forebear', units: ['P1', 'P2'] }
			}
		});
		expect(placeOf(changing, { unit: 'K4', period: '2024' }).path).toEqual(['T', 'K', 'K1']);
	});

	test('is where the units below it went, where it was dissolved itself', () => {
		expect(placeOf(changing, { unit: 'Q1', period: '2026' })).toEqual({
			path: ['T', 'N'],
			missing: { code: 'Q1', reason: 'not-in-period', kin: { relation: 'below', units: ['N'] } }
		});
	});

	test('is the root where it closed and nothing stands for it', () => {
		expect(placeOf(changing, { unit: 'D', period: '2026' })).toEqual({
			path: ['T'],
			missing: { code: 'D', reason: 'not-in-period' }
		});
	});
});
