import type { ReportCell, ReportTable } from '#lib/views/report.ts';

/**
 * The table as it fits the width of a page: the code of each row stands small under its name instead of in a column of its
 * own, and a target that is the same for all rows is said once, in the caption. Unchanged where it has neither, or codes
 * in several columns.
 */
export function paperTable(table: ReportTable): ReportTable {
	return codesBelow(targetInCaption(table));
}

function codesBelow(table: ReportTable): ReportTable {
	const codes = table.columns.flatMap(({ role }, at) => (role === 'code' ? [at] : []));
	const [at = 0] = codes;
	const [head, ...heads] = table.columns;
	if (codes.length !== 1 || at === 0 || !head) return table;
	const under = <Item extends { below?: string }>(item: Item, below: string | undefined): Item =>
		below ? { ...item, below } : item;
	return without(at, {
		...table,
		columns: [under(head, table.columns[at]?.title), ...heads],
		rows: table.rows.map((row) => {
			const [name, ...others] = row.cells;
			return name ? { ...row, cells: [under(name, row.cells[at]?.text), ...others] } : row;
		})
	});
}

function targetInCaption(table: ReportTable): ReportTable {
	const at = table.columns.findIndex(({ role }) => role === 'target');
	const targets = new Set(table.rows.map(({ cells }) => cells[at]?.text ?? ''));
	const [target = ''] = targets;
	if (at < 0 || targets.size !== 1 || target === '') return table;
	const title = table.columns[at]?.title.toLowerCase() ?? '';
	return without(at, { ...table, caption: `${table.caption} (${title}: ${target})` });
}

function without(at: number, { columns, rows, ...table }: ReportTable): ReportTable {
	const others = (_: unknown, place: number): boolean => place !== at;
	return {
		...table,
		columns: columns.filter(others),
		rows: rows.map((row) => ({ ...row, cells: row.cells.filter<ReportCell>(others as never) }))
	};
}
