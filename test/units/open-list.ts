import { readFileSync } from 'node:fs';
import { readCsv } from '#lib/ingest/read-csv.ts';
import { readUnits } from '#lib/units/read-units.ts';
import type { Unit } from '#lib/units/unit.ts';

/** The rows of a CSV file, given by its path from the repository's root. */
export function openRows(path: string): ReturnType<typeof readCsv>['rows'] {
	return readCsv(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')).rows;
}

/** The units of a unit list, given by its path from the repository's root. */
export function openUnits(path: string): Unit[] {
	return readUnits({ rows: openRows(path) }).units;
}
