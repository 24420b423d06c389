import { expect, test } from 'vitest';
import { paperTable } from '#lib/export/paper-table.ts';
import type { ReportColumn, ReportTable } from '#lib/views/report.ts';

const text = (title: string): ReportColumn => ({ title, align: 'left', width: 1 });

function table(targets: readonly [string, string]): ReportTable {
	return {
		caption: 'Kết quả',
		columns: [
			text('Đơn vị'),
			text('Tỷ lệ'),
			{ ...text('Mức chỉ tiêu'), role: 'target' },
			{ ...text('Mã'), role: 'code' }
		],
		rows: [
			{
				depth: 0,
				cells: [{ text: 'Phường 1' }, { text: '91%' }, { text: targets[0] }, { text: 'A' }]
			},
			{
				depth: 1,
				cells: [{ text: 'Phường 2' }, { text: '88%' }, { text: targets[1] }, { text: '' }]
			}
		]
	};
}

test('codes stand below the names, a target that all share in the caption', () => {
	expect(paperTable(table(['trên 90%', 'trên 90%']))).toEqual({
		caption: 'Kết quả (mức chỉ tiêu: trên 90%)',
		columns: [{ ...text('Đơn vị'), below: 'Mã' }, text('Tỷ lệ')],
		rows: [
			{ depth: 0, cells: [{ text: 'Phường 1', below: 'A' }, { text: '91%' }] },
			{ depth: 1, cells: [{ text: 'Phường 2' }, { text: '88%' }] }
		]
	});
});

test('targets that differ stay beside their values', () => {
	const { caption, rows } = paperTable(table(['trên 90%', 'từ 80%']));
	expect(caption).toBe('Kết quả');
	expect(rows.map(({ cells }) => cells.map((cell) => cell.text))).toEqual([
		['Phường 1', '91%', 'trên 90%'],
		['Phường 2', '88%', 'từ 80%']
	]);
});

test('codes of several figures of a row each stand below their own', () => {
	const code = (title: string, codeOf: number): ReportColumn => ({
		...text(title),
		role: 'code',
		codeOf
	});
	const columns = [
		text('Chỉ tiêu'),
		text('Trước'),
		text('Nay'),
		code('Mã trước', 1),
		code('Mã nay', 2)
	];
	const cells = ['Nữ', '20%', '25%', 'A', 'B'].map((each) => ({ text: each }));
	expect(paperTable({ caption: '', columns, rows: [{ depth: 0, cells }] })).toEqual({
		caption: '',
		columns: [
			text('Chỉ tiêu'),
			{ ...text('Trước'), below: 'Mã trước' },
			{ ...text('Nay'), below: 'Mã nay' }
		],
		rows: [
			{
				depth: 0,
				cells: [{ text: 'Nữ' }, { text: '20%', below: 'A' }, { text: '25%', below: 'B' }]
			}
		]
	});
});

test('a table of which several codes would stand below one name stays as it is', () => {
	const { columns, rows } = table(['', '']);
	const codes = { caption: '', columns: columns.with(1, { ...text('Mã'), role: 'code' }), rows };
	expect(paperTable(codes)).toEqual(codes);
});
