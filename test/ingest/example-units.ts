import { readFileSync } from 'node:fs';
import { readFile } from '#lib/ingest/read-file.ts';
import { readUnits } from '#lib/units/read-units.ts';
import type { Unit } from '#lib/units/unit.ts';

/** The folder of the example sheets, with the unit list that belongs to them. */
export const EXAMPLES = new URL('../fixtures/examples/', import.meta.url);

/** The units of the example sheets: the city MH and its five units. */
export async function exampleUnits(): Promise<Unit[]> {
	const bytes = new Uint8Array(readFileSync(new URL('units.csv', EXAMPLES)));
	const [grid] = await readFile({ name: 'units.csv', bytes });
	return readUnits(grid ?? { rows: [] }).units;
}
