import { describe, expect, it } from 'vitest';
import { findRowUnit, type UnitCells } from '#lib/ingest/find-row-unit.ts';
import { createUnitFinder } from '#lib/units/find-unit.ts';
import type { Unit } from '#lib/units/unit.ts';

const ward: Unit = {
	code: 'P1',
	name: 'Đảng bộ phường An Bình',
	kind: 'Phường',
	level: 'xa',
	validFrom: '2020-01-01',
	validTo: '2025-06-30'
};
const commune: Unit = { ...ward, code: 'X1', name: 'Đảng bộ xã An Bình', kind: 'Xã' };
const finder = createUnitFinder([ward, commune]);

function find(cells: Partial<UnitCells>): ReturnType<typeof findRowUnit> {
	return findRowUnit(
		{ name: '', code: '', row: 4, column: 'Đơn vị', period: '2024-Q4', ...cells },
		finder
	);
}

describe('findRowUnit', () => {
	it.each(['P1', 'Đảng bộ phường An Bình', 'phường an bình', '1. Đảng bộ phường An Bình'])(
		'finds the unit that %j names',
		(name) => {
			expect(find({ name })).toEqual({ unit: 'P1' });
		}
	);

	it('goes by the code where there is one', () => {
		expect(find({ code: 'X1', name: 'tên gọi khác' })).toEqual({ unit: 'X1' });
	});

	it('lists the units where several could be meant', () => {
		expect(find({ name: 'An Bình' })).toEqual({
			issue: {
				severity: 'error',
				code: 'ambiguous-unit',
				row: 4,
				column: 'Đơn vị',
				value: 'An Bình',
				params: { units: 'Đảng bộ phường An Bình (P1); Đảng bộ xã An Bình (X1)' }
			}
		});
	});

	it('says from when to when a unit existed', () => {
		expect(find({ name: 'P1', period: '2025' })).toEqual({
			issue: {
				severity: 'error',
				code: 'unit-not-valid',
				row: 4,
				column: 'Đơn vị',
				value: 'P1',
				params: {
					name: 'Đảng bộ phường An Bình',
					from: '2020-01-01',
					to: '2025-06-30',
					period: '2025'
				}
			}
		});
	});

	it('suggests similar names for an unknown one', () => {
		const { issue } = find({ name: 'Đảng bộ xã An Bìn' }) as { issue: { params: unknown } };
		expect(issue).toMatchObject({
			code: 'unknown-unit',
			params: { similar: expect.stringContaining('Đảng bộ xã An Bình (X1)') as string }
		});
	});

	it('quotes no name of a person', () => {
		expect(find({ name: 'Nguyễn Thị Minh' })).toEqual({
			issue: { severity: 'error', code: 'unknown-unit', row: 4, column: 'Đơn vị' }
		});
	});
});
