import { decodeText } from '#lib/ingest/decode-text.ts';
import { readCsv } from '#lib/ingest/read-csv.ts';
import { readUnits } from '#lib/units/read-units.ts';
import type { Unit } from '#lib/units/unit.ts';

/** The units of a unit list, given as the bytes of its CSV file; those of the sample city where there is none. */
export async function openUnits(list: Uint8Array | undefined): Promise<Unit[]> {
	const text = list ? decodeText(list) : await sampleUnits();
	return readUnits(readCsv(text)).units;
}

/** The unit list of the sample city; fetched where it is needed, so that a published site of another has it nowhere. */
export async function sampleUnits(): Promise<string> {
	return (await import('#data/units/minh-hoa.csv?raw')).default;
}
