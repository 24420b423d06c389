import { formatList } from './format-list.ts';
import type { LineageEvent } from './lineage.ts';
import { LINEAGE_COLUMNS, lineageWordOf } from './lineage-words.ts';

/** The events as the CSV text of a lineage list, which `readLineage` reads back to the same events. */
export function formatLineage(events: readonly LineageEvent[]): string {
	return formatList(lineageRows(events));
}

/** The events as the rows of a lineage list, its head first; nothing said is an empty cell. */
export function lineageRows(events: readonly LineageEvent[]): string[][] {
	const rows = events.map(({ date, kind, from, to, share }) => [
		date,
		lineageWordOf(kind),
		from,
		to,
		share
	]);
	return [Object.values(LINEAGE_COLUMNS), ...rows].map((row) => row.map((cell) => cell ?? ''));
}
