import sampleLineage from '#data/units/minh-hoa-lineage.csv?raw';
import { decodeText } from '#lib/ingest/decode-text.ts';
import { readCsv } from '#lib/ingest/read-csv.ts';
import type { LineageEvent } from '#lib/units/lineage.ts';
import { readLineage } from '#lib/units/read-lineage.ts';
import type { Unit } from '#lib/units/unit.ts';

/** What became of the units of an organisation, given as the bytes of its lists; of the sample city's without one. */
export function openLineage(
	organisation: { lineage?: Uint8Array } | undefined,
	units: readonly Unit[]
): LineageEvent[] {
	if (organisation && !organisation.lineage) return [];
	const text = organisation?.lineage ? decodeText(organisation.lineage) : sampleLineage;
	return readLineage(readCsv(text), units).events;
}
