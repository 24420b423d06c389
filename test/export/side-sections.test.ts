import { expect, test } from 'vitest';
import { liesOnSide } from '#lib/export/side-sections.ts';
import type { ReportBlock } from '#lib/views/report.ts';

const PAGE = { width: 9354, numberTitle: 'STT' };

/** A table of so many columns of numbers. */
function tableOf(columns: number): ReportBlock {
	const cells = Array.from({ length: columns }, () => ({ text: '100,00% · Chưa đạt' }));
	const table = {
		caption: 'Bảng điểm',
		columns: [
			{ title: 'Đơn vị', align: 'left' as const, width: 3 },
			...cells.map(() => ({ title: 'Tỷ lệ', align: 'right' as const, width: 1 }))
		],
		rows: [{ depth: 0, cells: [{ text: 'Đảng bộ phường Hòa Khánh' }, ...cells] }]
	};
	return { kind: 'table', table };
}

test('one table that is too wide turns all those of its section', () => {
	expect(liesOnSide([tableOf(2), tableOf(3)], PAGE)).toBe(false);
	expect(liesOnSide([tableOf(2), tableOf(9)], PAGE)).toBe(true);
	expect(liesOnSide([{ kind: 'paragraph', parts: [{ text: 'Không có bảng.' }] }], PAGE)).toBe(
		false
	);
});
