import sampleUnits from '#data/units/minh-hoa.csv?raw';
import { readFile } from '#lib/ingest/read-file.ts';
import { readUnits } from '#lib/units/read-units.ts';
import type { Unit } from '#lib/units/unit.ts';

/** The units of a unit list, given as the bytes of its file; those of the sample city where there is none. */
export async function openUnits(list: Uint8Array | undefined): Promise<Unit[]> {
	const bytes = list ?? new TextEncoder().encode(sampleUnits);
	const [grid] = await readFile({ name: 'units.csv', bytes });
	return grid ? readUnits(grid).units : [];
}
