/** Writes the folder named: the workspace of a large organisation, with all of its figures over 24 quarters. */
import { rename, rm } from 'node:fs/promises';
import { readCsv } from '#lib/ingest/read-csv.ts';
import { formatLineage } from '#lib/units/format-lineage.ts';
import { formatUnits } from '#lib/units/format-units.ts';
import { readUnits } from '#lib/units/read-units.ts';
import { diskFiles } from './disk-files.ts';
import { fillWorkspace } from './fill-workspace.ts';
import { largeAdditions } from './large-figures.ts';
import { largeOrganisation } from './large-organisation.ts';

const [target] = process.argv.slice(2);
if (target === undefined) throw new Error('make-large.ts FOLDER');

const { units, lineage } = largeOrganisation();
const list = formatUnits(units);
const organisation = {
	units: new TextEncoder().encode(list),
	lineage: new TextEncoder().encode(formatLineage(lineage))
};
const part = `${target}.part`;
await rm(part, { recursive: true, force: true });
await fillWorkspace(diskFiles(part), {
	additions: [...largeAdditions(units)],
	// The app reads the units from their list: the rollup's key stands on what it reads.
	units: readUnits(readCsv(list)).units,
	organisation,
	at: '2026-10-12T01:00:00.000Z'
});
await rename(part, target);
