import { lineageRows } from '#lib/units/format-lineage.ts';
import type { LineageEvent } from '#lib/units/lineage.ts';
import { downloadCsv } from './download-csv.ts';

/** Hands the events to the reader as the CSV file of a lineage list. */
export function downloadLineage(name: string, events: readonly LineageEvent[]): void {
	downloadCsv(name, lineageRows(events));
}
