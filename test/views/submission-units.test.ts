import { expect, test } from 'vitest';
import { readUnits } from '#lib/units/read-units.ts';
import type { Unit } from '#lib/units/unit.ts';
import { unitKinds, unitListRows } from '#lib/views/submission-units.ts';

const units: Unit[] = [
	{ code: 'MH', name: 'Đảng bộ A', kind: 'Thành phố', level: 'tinh', validFrom: '2020-01-01' },
	ward({ code: 'MH-1', validTo: '2025-06-30' }),
	ward({ code: 'MH-2' })
];

function ward(fields: Partial<Unit> & { code: string }): Unit {
	const { code } = fields;
	const name = `Đảng bộ phường ${code}`;
	return { name, kind: 'Phường', level: 'xa', parent: 'MH', validFrom: '2020-01-01', ...fields };
}

test('units are counted by kind in the order of the list', () => {
	expect(unitKinds(units, 'vi')).toEqual(['Thành phố: 1', 'Phường: 2']);
});

test('a unit list that was downloaded reads back as it was', () => {
	expect(readUnits({ rows: unitListRows(units) })).toEqual({ units, issues: [] });
});
