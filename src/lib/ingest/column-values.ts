import type { TableColumn } from './find-table.ts';

/**
 * What calls a column in an answer: its header's key, `key#2` for the second column of one key and period, or `@7` for
 * a column without a header.
 */
export function columnValues(columns: readonly TableColumn[]): Map<TableColumn, string> {
	const counts = new Map<string, number>();
	return new Map(
		columns.map((each) => {
			if (each.key === '') return [each, `@${each.column}`];
			const place = `${each.key} ${each.period ?? ''}`;
			const count = (counts.get(place) ?? 0) + 1;
			counts.set(place, count);
			return [each, count === 1 ? each.key : `${each.key}#${count}`];
		})
	);
}
