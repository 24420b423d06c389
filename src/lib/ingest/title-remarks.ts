import { foldMarks } from '#lib/base/fold.ts';
import type { Issue } from '#lib/base/issue.ts';
import { lastDayOf, type Period } from '#lib/base/period.ts';
import { cellIssue } from './cell-issue.ts';
import type { Table } from './find-table.ts';
import { rowsOf } from './find-tables.ts';
import type { Grid } from './grid.ts';

const CUT_OFF =
	/\b(?:tinh|chot)\b.{0,20}?\b(?:den|het)\b(?: het)?(?: ngay)? (\d{1,2})(?:[/.-]| thang )(\d{1,2})(?:[/.-]| nam )((?:19|20)\d{2})/;
const ESTIMATED = /\buoc\b/;

/** What title and headers say of the figures: that they stop on another day than their periods do, or are estimates. */
export function titleRemarks(
	grid: Grid,
	{ titles, header, columns }: Table,
	periods: readonly Period[]
): Issue[] {
	const texts = rowsOf(grid, titles).flatMap((cells, at) =>
		cells.flatMap((cell) =>
			typeof cell === 'string' ? [{ row: titles[at] ?? 0, text: foldMarks(cell) }] : []
		)
	);
	const headers = columns.map(({ name }) => ({ row: header, text: foldMarks(name) }));
	const estimated = [...texts, ...headers].find(({ text }) => ESTIMATED.test(text));
	return [
		...cutOffs(texts, periods),
		...(estimated
			? [cellIssue({ severity: 'warning', code: 'estimated', row: estimated.row })]
			: [])
	];
}

function cutOffs(
	texts: readonly { row: number; text: string }[],
	periods: readonly Period[]
): Issue[] {
	for (const { row, text } of texts) {
		const [, day, month, year] = CUT_OFF.exec(text) ?? [];
		if (!day || !month || !year) continue;
		const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
		if (periods.some((period) => lastDayOf(period) === date)) return [];
		const params = { day: `${day.padStart(2, '0')}/${month.padStart(2, '0')}/${year}` };
		return [cellIssue({ severity: 'info', code: 'cut-off', row, params })];
	}
	return [];
}
