import { decodeText } from '#lib/ingest/decode-text.ts';
import { readCsv } from '#lib/ingest/read-csv.ts';
import type { LineageEvent } from '#lib/units/lineage.ts';
import { readLineage } from '#lib/units/read-lineage.ts';
import type { Unit } from '#lib/units/unit.ts';

/** What became of the units of an organisation, given as the bytes of its lists; of the sample city's without one. */
export async function openLineage(
	organisation: { lineage?: Uint8Array } | undefined,
	units: readonly Unit[]
): Promise<LineageEvent[]> {
	if (organisation && !organisation.lineage) return [];
	const text = organisation?.lineage ? decodeText(organisation.lineage) : await sampleLineage();
	return readLineage(readCsv(text), units).events;
}

/** What became of the units of the sample city, as the text of its list. */
export async function sampleLineage(): Promise<string> {
	return (await import('#data/units/minh-hoa-lineage.csv?raw')).default;
}
