import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pageHeight, tablePages } from '#lib/export/slide-table.ts';
import type { ReportRow, ReportTable } from '#lib/views/report.ts';

const ROOM = { width: 880, height: 320 };

function tableOf(rows: readonly string[], columns: number): ReportTable {
	return {
		caption: 'Kết quả',
		columns: Array.from({ length: columns }, (_, at) => ({
			title: at === 0 ? 'Đơn vị' : `Chỉ tiêu ${at}`,
			align: at === 0 ? 'left' : 'right',
			width: 1
		})),
		rows: rows.map((name): ReportRow => ({
			depth: 1,
			cells: Array.from({ length: columns }, (_, at) => ({ text: at === 0 ? name : '92,42%' }))
		}))
	};
}

const names = fc.array(fc.constantFrom('Phường Ỷ La', 'Đảng bộ Ủy ban nhân dân thành phố'), {
	minLength: 1,
	maxLength: 70
});

test('the parts of a table show every cell once, and each fits its slide', () => {
	fc.assert(
		fc.property(names, fc.integer({ min: 2, max: 40 }), (rows, columns) => {
			const table = tableOf(rows, columns);
			const pages = tablePages(table, ROOM);
			const shown = pages.flatMap((page) =>
				page.rows.flatMap((row) =>
					page.columns.flatMap(({ at, isName }) =>
						isName ? [] : [`${table.rows.indexOf(row)}:${at}`]
					)
				)
			);
			const all = table.rows.flatMap((_, row) =>
				table.columns.flatMap((__, at) => (at === 0 ? [] : [`${row}:${at}`]))
			);
			expect(shown.toSorted()).toEqual(all.toSorted());
			for (const page of pages) {
				expect(pageHeight(page)).toBeLessThanOrEqual(ROOM.height);
				const width = page.columns.reduce((sum, each) => sum + each.width, 0);
				expect(width).toBeLessThanOrEqual(ROOM.width + 0.001);
				expect(page.columns[0]?.isName).toBe(true);
			}
		}),
		{ numRuns: 40 }
	);
});

test('rows are shared out evenly over the slides that they need', () => {
	const rows = Array.from({ length: 14 }, (_, place) => `Phường ${place + 1}`);
	const lengths = tablePages(tableOf(rows, 4), ROOM).map((page) => page.rows.length);
	expect(lengths).toEqual([7, 7]);
});

test('codes are left to the notes where the columns do not fit with them', () => {
	const table = tableOf(['Phường Ỷ La'], 8);
	const wide: ReportTable = {
		...table,
		columns: [...table.columns, { title: 'Mã', align: 'left', width: 1, role: 'code' }]
	};
	const [page] = tablePages(wide, { width: 660, height: 320 });
	expect(page?.columns.map(({ column }) => column.role)).not.toContain('code');
	const [roomy] = tablePages(wide, { width: 1200, height: 320 });
	expect(roomy?.columns.map(({ column }) => column.role)).toContain('code');
});
