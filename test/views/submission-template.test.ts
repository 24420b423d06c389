import { describe, expect, test } from 'vitest';
import type { Template } from '#lib/catalogue/catalogue.ts';
import { createUnitTree } from '#lib/units/unit-tree.ts';
import type { Unit } from '#lib/units/unit.ts';
import { blankSheet, blankSheetName } from '#lib/views/submission-template.ts';

const tree = createUnitTree([
	unit({ code: 'MH', name: 'Đảng bộ thành phố Minh Họa' }),
	unit({ code: 'MH-100', name: 'Đảng bộ quận Minh Trung', parent: 'MH', validTo: '2025-06-30' }),
	unit({ code: 'MH-101', name: 'Đảng bộ phường 1', parent: 'MH-100', validTo: '2025-06-30' }),
	unit({ code: 'MH-801', name: 'Đảng bộ phường Mới', parent: 'MH', validFrom: '2025-07-01' }),
	unit({ code: 'MH-900', name: 'Đảng bộ các cơ quan Đảng', parent: 'MH' })
]);

const template: Template = {
	id: 'B5',
	title: { vi: 'Tổng hợp quy hoạch', en: 'Succession plans' },
	measures: [measure('b5.qh_tong', 'Tổng số cán bộ trong QH (người)'), measure('b5.qh_nu', 'Nữ')],
	attributes: [
		{ id: 'b5.cap', header: 'Cấp/chức danh quy hoạch', synonyms: [], splitsRows: true },
		{ id: 'b5.ngay_tuoi', header: 'Thời điểm tính tuổi', synonyms: [], splitsRows: false }
	],
	percentages: [
		{ header: 'Tỷ lệ nữ (%)', synonyms: [], numerator: ['b5.qh_nu'], denominator: ['b5.qh_tong'] }
	],
	checks: []
};

function unit(fields: Partial<Unit> & { code: string; name: string }): Unit {
	return { kind: 'Phường', level: 'xa', validFrom: '2020-01-01', ...fields };
}

function measure(id: string, header: string): Template['measures'][number] {
	return { id, header, name: { vi: header, en: id }, synonyms: [], overTime: 'end' };
}

describe('blankSheet', () => {
	test('names the period and the units that owe the sheet in it, and asks for counts alone', () => {
		expect(blankSheet({ template, period: '2024-Q4', tree })).toEqual([
			['TỔNG HỢP QUY HOẠCH'],
			['(Kỳ báo cáo: Quý IV/2024; số liệu tính đến 31/12/2024)'],
			[
				...['STT', 'Đơn vị', 'Cấp/chức danh quy hoạch', 'Tổng số cán bộ trong QH (người)', 'Nữ'],
				'Thời điểm tính tuổi'
			],
			['1', 'Đảng bộ phường 1', '', '', '', ''],
			['2', 'Đảng bộ các cơ quan Đảng', '', '', '', '']
		]);
	});

	test('goes by the map of the last day of the period', () => {
		const names = blankSheet({ template, period: '2025', tree })
			.slice(3)
			.map(([, name]) => name);
		expect(names).toEqual(['Đảng bộ phường Mới', 'Đảng bộ các cơ quan Đảng']);
	});
});

test('the file of a blank sheet is named by sheet and period', () => {
	expect(blankSheetName({ template, period: '2025-Q4' })).toBe('B5-2025-Q4.csv');
});
