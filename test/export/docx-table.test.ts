import { expect, test } from 'vitest';
import { numberedTable, tableXml } from '#lib/export/docx-table.ts';
import type { ReportTable } from '#lib/views/report.ts';

const row = (...texts: string[]) => ({ depth: 0, cells: texts.map((text) => ({ text })) });
const TABLE: ReportTable = {
	caption: 'Đơn vị tốt nhất và kém nhất',
	columns: [
		{ title: 'Đơn vị', align: 'left', width: 3 },
		{ title: 'Kết quả', align: 'right', width: 1 }
	],
	rows: [
		row('Cán bộ nữ', ''),
		row('Phường 1', '30%'),
		row('Phường 2', '20%'),
		row('Cán bộ trẻ', ''),
		row('Phường 1', '15%'),
		row('Phường 2', '10%'),
		row('Phường 3', '9%')
	]
};

test('the name of a group stays with its rows, and neither the first nor the last row stands alone', () => {
	const xml = tableXml(numberedTable(TABLE, 'STT'), { width: 9354, largest: 22, breadth: 1 });
	const rows = [...xml.matchAll(/<w:tr>.*?<\/w:tr>/gs)].slice(1).map(([each]) => each);
	expect(rows.map((each) => each.includes('<w:keepNext/>'))).toEqual([
		...[true, false, false],
		...[true, false, true, true]
	]);
	expect(rows.every((each) => each.includes('<w:cantSplit/>'))).toBe(true);
});
