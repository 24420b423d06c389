import { describe, expect, it } from 'vitest';
import type { Answers } from '#lib/base/layout.ts';
import { findRowUnit, type RowUnit, type UnitCells } from '#lib/ingest/find-row-unit.ts';
import type { Question } from '#lib/ingest/question.ts';
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

function find(cells: Partial<UnitCells>, answers: Answers = {}): RowUnit {
	return findRowUnit(
		{ name: '', code: '', row: 4, column: 'Đơn vị', period: '2024-Q4', ...cells },
		{ finder, answers }
	);
}

function asked(found: RowUnit): Question | undefined {
	return 'issue' in found ? found.question : undefined;
}

describe('findRowUnit', () => {
	it.each([
		['P1', 'code'],
		['Đảng bộ phường An Bình', 'name'],
		['phường an bình', 'fold'],
		['1. Đảng bộ phường An Bình', 'name']
	])('finds the unit that %j names, by its %s', (name, by) => {
		expect(find({ name })).toEqual({ unit: 'P1', by });
	});

	it('goes by the code where there is one', () => {
		expect(find({ code: 'X1', name: 'tên gọi khác' })).toEqual({ unit: 'X1', by: 'code' });
	});

	it('lists the units where several could be meant, and asks which', () => {
		expect(find({ name: '1. An Bình' })).toEqual({
			issue: {
				severity: 'error',
				code: 'ambiguous-unit',
				row: 4,
				column: 'Đơn vị',
				value: '1. An Bình',
				params: { units: 'Đảng bộ phường An Bình (P1); Đảng bộ xã An Bình (X1)' }
			},
			question: {
				key: 'unit:an binh',
				kind: 'unit',
				params: { text: 'An Bình' },
				choices: [
					{ value: 'P1', label: 'Đảng bộ phường An Bình', why: 'exact' },
					{ value: 'X1', label: 'Đảng bộ xã An Bình', why: 'exact' },
					{ value: 'none' }
				],
				required: true,
				row: 4,
				column: 'Đơn vị'
			}
		});
	});

	it('says from when to when a unit existed', () => {
		const found = find({ name: 'P1', period: '2025' });
		expect(found).toMatchObject({
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
		expect(asked(found)).toBeUndefined();
	});

	it('takes the unit that the analyst names, as long as it exists on the day', () => {
		const answers = { 'unit:an binh': 'X1' };
		expect(find({ name: 'An Bình' }, answers)).toEqual({ unit: 'X1', by: 'answer' });
		expect(find({ name: '2) An  Bình' }, answers)).toEqual({ unit: 'X1', by: 'answer' });
		expect(find({ name: 'An Bình', period: '2025' }, answers)).toMatchObject({
			issue: { code: 'unit-not-valid' }
		});
		expect(find({ name: 'An Bình' }, { 'unit:an binh': 'gone' })).toMatchObject({
			issue: { code: 'ambiguous-unit' }
		});
	});

	it('leaves out a row that is no unit, as the analyst says', () => {
		expect(find({ name: 'Đoàn khảo sát' }, { 'unit:doan khao sat': 'none' })).toEqual({
			none: true
		});
	});

	it('tells cells of one name apart by the group that they stand in', () => {
		const cell: Unit = { ...ward, code: 'P1-1', name: 'Chi bộ Khu phố 1', kind: '', parent: 'P1' };
		const cells = [ward, commune, cell, { ...cell, code: 'X1-1', parent: 'X1' }];
		const context = { finder: createUnitFinder(cells) };
		const row = { name: 'CB KP 1', code: '', row: 4, column: 'Đơn vị', period: '2024-Q4' };
		const under = (group: string): RowUnit => findRowUnit({ ...row, under: group }, context);
		expect(under('I. Đảng bộ xã An Bình')).toEqual({ unit: 'X1-1', by: 'fold' });
		expect(under('PHƯỜNG AN BÌNH')).toEqual({ unit: 'P1-1', by: 'fold' });
		expect(asked(under('KHỐI PHƯỜNG, XÃ'))?.choices).toEqual([
			{ value: 'P1-1', label: 'Chi bộ Khu phố 1 (Đảng bộ phường An Bình)', why: 'exact' },
			{ value: 'X1-1', label: 'Chi bộ Khu phố 1 (Đảng bộ xã An Bình)', why: 'exact' },
			{ value: 'none' }
		]);
	});

	it('goes by the list, not by an answer, where the list has the very name or code', () => {
		const answers = { 'unit:dang bo phuong an binh': 'X1', 'unit:p1': 'none' };
		expect(find({ name: 'Đảng bộ phường An Bình' }, answers)).toEqual({ unit: 'P1', by: 'name' });
		expect(find({ name: 'P1' }, answers)).toEqual({ unit: 'P1', by: 'code' });
	});

	it('suggests similar names for an unknown one', () => {
		const found = find({ name: 'Đảng bộ xã An Bìn' });
		expect(found).toMatchObject({
			issue: {
				code: 'unknown-unit',
				params: { similar: 'Đảng bộ xã An Bình (X1); Đảng bộ phường An Bình (P1)' }
			}
		});
		expect(asked(found)?.choices).toEqual([
			{ value: 'X1', label: 'Đảng bộ xã An Bình', why: 'similar' },
			{ value: 'P1', label: 'Đảng bộ phường An Bình', why: 'similar' },
			{ value: 'none' }
		]);
	});

	it('quotes no name of a person, and asks about none', () => {
		expect(find({ name: 'Nguyễn Thị Minh' })).toEqual({
			issue: { severity: 'error', code: 'unknown-unit', row: 4, column: 'Đơn vị' }
		});
	});
});
