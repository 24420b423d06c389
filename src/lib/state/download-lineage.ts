import { formatLineage } from '#lib/units/format-lineage.ts';
import type { LineageEvent } from '#lib/units/lineage.ts';
import { handOver } from './hand-over.ts';

/** Hands the events to the reader as the CSV file of a lineage list. */
export function downloadLineage(name: string, events: readonly LineageEvent[]): void {
	handOver(name, new Blob([formatLineage(events)], { type: 'text/csv;charset=utf-8' }));
}
