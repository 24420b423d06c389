import { describe, expect, test } from 'vitest';
import type { Template } from '#lib/catalogue/catalogue.ts';
import { createUnitTree } from '#lib/units/unit-tree.ts';
import type { Unit } from '#lib/units/unit.ts';
import type { TemplateSheet } from '#lib/views/template-form.ts';
import { templateSheet } from '#lib/views/template-sheet.ts';

const tree = createUnitTree([
	unit({ code: 'MH', name: 'Đảng bộ thành phố Minh Họa' }),
	unit({ code: 'MH-100', name: 'Đảng bộ quận Minh Trung', parent: 'MH', validTo: '2025-06-30' }),
	unit({ code: 'MH-101', name: 'Đảng bộ phường 1', parent: 'MH-100', validTo: '2025-06-30' }),
	unit({ code: 'MH-801', name: 'Đảng bộ phường Mới', parent: 'MH', validFrom: '2025-07-01' }),
	unit({ code: 'MH-900', name: 'Đảng bộ các cơ quan Đảng', parent: 'MH' })
]);

const template: Template = {
	id: 'B1',
	title: { vi: 'Tổng hợp tổ chức cơ sở đảng', en: 'Grassroots organisations' },
	measures: [
		measure('b1.tccsd', 'Tổng số TCCSĐ'),
		{ ...measure('b1.dbcs', 'Trong đó: Đảng bộ cơ sở'), partOf: 'b1.tccsd' },
		measure('b1.cbcs', 'Trong đó: Chi bộ cơ sở'),
		{ ...measure('b1.xl', 'Đã xếp loại'), overTime: 'year' }
	],
	attributes: [],
	percentages: [
		{ header: 'Tỷ lệ (%)', synonyms: [], numerator: ['b1.xl'], denominator: ['b1.tccsd'] }
	],
	checks: [
		{
			left: ['b1.tccsd'],
			comparator: '=',
			right: ['b1.dbcs', 'b1.cbcs']
		} as unknown as Template['checks'][number]
	]
};

function unit(fields: Partial<Unit> & { code: string; name: string }): Unit {
	return { kind: 'Phường', level: 'xa', validFrom: '2020-01-01', ...fields };
}

function measure(id: string, header: string): Template['measures'][number] {
	return { id, header, name: { vi: header, en: id }, synonyms: [], overTime: 'end' };
}

function sheetOf(choice: Partial<Parameters<typeof templateSheet>[0]> = {}): TemplateSheet {
	const sheet = templateSheet({ template, unit: 'MH', period: '2024-Q3', tree, ...choice });
	if (!sheet) throw new Error('The unit does not exist.');
	return sheet;
}

/** What stands in each row, a hole as nothing. */
function textsOf({ rows }: TemplateSheet): string[] {
	return rows.map((row) =>
		Array.from(row, (cell) => String(cell?.value ?? (cell?.sum ? 'Σ' : ''))).join('|')
	);
}

describe('templateSheet', () => {
	test('stands in the official frame, with two rows of headings, codes, numbers, units and a total', () => {
		expect(textsOf(sheetOf())).toEqual([
			'|ĐẢNG BỘ THÀNH PHỐ MINH HỌA||||Biểu số 01',
			'|BAN TỔ CHỨC',
			'',
			'|BIỂU TỔNG HỢP TỔ CHỨC CƠ SỞ ĐẢNG',
			'|(Kỳ báo cáo: Quý III/2024; số liệu tính đến 30/09/2024)',
			'|STT|Đơn vị|Tổng số TCCSĐ|Trong đó||Đã xếp loại|Ghi chú',
			'||||Đảng bộ cơ sở|Chi bộ cơ sở||',
			'ma_don_vi|stt|don_vi|b1.tccsd|b1.dbcs|b1.cbcs|b1.xl|ghi_chu',
			'|(1)|(2)|(3)=(4)+(5)|(4)|(5)|(6)|(7)',
			'MH-101|1|Đảng bộ phường 1|||||',
			'MH-900|2|Đảng bộ các cơ quan Đảng|||||',
			'||Tổng cộng|Σ|Σ|Σ||',
			'',
			'|Ghi chú: 0 là không có trường hợp nào; x là không áp dụng; để trống là chưa có báo cáo.',
			'|||||…………, ngày …… tháng …… năm ………',
			'|NGƯỜI LẬP BIỂU||||TRƯỞNG BAN'
		]);
	});

	test('says which rows are which, and what is merged', () => {
		const { header, units, width, isOpen, merges } = sheetOf();
		expect({ header, units, width, isOpen }).toEqual({
			header: { from: 6, codes: 8, to: 9 },
			units: { from: 10, to: 11 },
			width: 8,
			isOpen: false
		});
		expect(merges).toContainEqual({ top: 6, left: 5, bottom: 6, right: 6 });
		expect(merges).toContainEqual({ top: 6, left: 4, bottom: 7, right: 4 });
	});

	test('closes what counts once a year, but for the fourth quarter and the year', () => {
		const lookIn = (period: string): string | undefined => sheetOf({ period }).rows[9]?.[6]?.look;
		expect(['2024-Q3', '2024-H1', '2024-Q4', '2024-H2', '2024'].map(lookIn)).toEqual([
			...['closed', 'closed', 'figure', 'figure', 'figure']
		]);
	});

	test('shows the last known stocks beside the form, under codes that no importer reads', () => {
		const known = [
			{ unit: 'MH-101', measure: 'b1.tccsd', period: '2024-Q2', value: 12n },
			{ unit: 'MH-900', measure: 'b1.tccsd', period: '2023-Q4', value: 42n },
			{ unit: 'MH-900', measure: 'b1.xl', period: '2023-Q4', value: 42n },
			{ unit: 'MH-801', measure: 'b1.dbcs', period: '2024-Q2', value: 3n }
		];
		const rows = textsOf(sheetOf({ known }));
		expect(rows.slice(5, 11).map((row) => row.split('|').slice(8))).toEqual([
			['', 'Số đã biết gần nhất (Quý II/2024)'],
			['', 'Tổng số TCCSĐ'],
			['', '#b1.tccsd'],
			[],
			['', '12'],
			['', '42 (Quý IV/2023)']
		]);
	});

	test('goes by the map of the last day of the period', () => {
		const names = sheetOf({ period: '2025' }).rows.slice(9, 11);
		expect(names.map((row) => row[2]?.value)).toEqual([
			'Đảng bộ phường Mới',
			'Đảng bộ các cơ quan Đảng'
		]);
	});

	test('of a unit without units below has one row, no total, and the unit above as its superior', () => {
		const texts = textsOf(sheetOf({ unit: 'MH-101' }));
		expect([texts[0], texts[1], texts[9], texts[10], texts.at(-1)]).toEqual([
			'|ĐẢNG BỘ QUẬN MINH TRUNG||||Biểu số 01',
			'|ĐẢNG BỘ PHƯỜNG 1',
			'MH-101|1|Đảng bộ phường 1|||||',
			'',
			'|NGƯỜI LẬP BIỂU||||TM. CẤP ỦY'
		]);
	});

	test('has one row of headings where nothing spans columns', () => {
		const plain = { ...template, measures: template.measures.slice(0, 1), checks: [] };
		const { header, rows } = sheetOf({ template: plain });
		expect(header).toEqual({ from: 6, codes: 7, to: 8 });
		expect(textsOf({ ...sheetOf({ template: plain }), rows: rows.slice(5, 8) })).toEqual([
			'|STT|Đơn vị|Tổng số TCCSĐ|Ghi chú',
			'ma_don_vi|stt|don_vi|b1.tccsd|ghi_chu',
			'|(1)|(2)|(3)|(4)'
		]);
	});

	test('is not there for a unit that does not exist in the period', () => {
		expect(templateSheet({ template, unit: 'MH-801', period: '2024-Q3', tree })).toBeUndefined();
	});
});
