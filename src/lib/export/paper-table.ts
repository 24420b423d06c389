import type { ReportCell, ReportTable } from '#lib/views/report.ts';

/**
 * The table as it fits the width of a page: a code stands small under the name or the figure that it is of, instead of in a
 * column of its own, and a target that is the same for all rows is said once, in the caption. Unchanged where it has neither,
 * or where several codes would stand under one name.
 */
export function paperTable(table: ReportTable): ReportTable {
	return codesBelow(targetInCaption(table));
}

function codesBelow(table: ReportTable): ReportTable {
	const codes = table.columns.flatMap(({ role, codeOf = 0 }, at) =>
		role === 'code' ? [{ at, over: codeOf }] : []
	);
	const isBelowItself = codes.some(({ at, over }) => at === over);
	if (isBelowItself || new Set(codes.map(({ over }) => over)).size < codes.length) return table;
	const below = <Item extends { below?: string }>(
		items: readonly Item[],
		textOf: (item: Item) => string
	): Item[] =>
		items.map((item, place) => {
			const code = items[codes.find(({ over }) => over === place)?.at ?? -1];
			const text = code && textOf(code);
			return text ? { ...item, below: text } : item;
		});
	const told: ReportTable = {
		...table,
		columns: below(table.columns, ({ title }) => title),
		rows: table.rows.map((row) => ({ ...row, cells: below(row.cells, ({ text }) => text) }))
	};
	return codes.reduceRight((rest, { at }) => without(at, rest), told);
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
