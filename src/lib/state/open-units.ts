import sampleUnits from '#data/units/minh-hoa.csv?raw';
import { decodeText } from '#lib/ingest/decode-text.ts';
import { readCsv } from '#lib/ingest/read-csv.ts';
import { readUnits } from '#lib/units/read-units.ts';
import type { Unit } from '#lib/units/unit.ts';

/** The units of a unit list, given as the bytes of its CSV file; those of the sample city where there is none. */
export function openUnits(list: Uint8Array | undefined): Unit[] {
	const text = list ? decodeText(list) : sampleUnits;
	return readUnits(readCsv(text)).units;
}
