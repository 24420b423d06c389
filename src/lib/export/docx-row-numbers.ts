import type { ReportRow } from '#lib/views/report.ts';

/**
 * What stands before each row of a table: `1`, `2`, and below a row `2.1`; nothing before a row that sums up the others,
 * nor in a table of one row.
 */
export function rowNumbers(rows: readonly ReportRow[]): string[] {
	const counted = rows.filter(({ isTotal }) => !isTotal);
	if (rows.length < 2 || counted.length === 0) return rows.map(() => '');
	const top = Math.min(...counted.map(({ depth }) => depth));
	const counts: number[] = [];
	return rows.map(({ depth, isTotal }) => {
		if (isTotal) return '';
		const level = Math.min(depth - top, counts.length);
		counts.splice(level + 1);
		counts[level] = (counts[level] ?? 0) + 1;
		return counts.join('.');
	});
}
