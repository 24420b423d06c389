/** Writes the file named: the workspace with the sample of the invented city in it, packed. */
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { readCsv } from '#lib/ingest/read-csv.ts';
import { memoryFiles } from '#lib/store/memory-files.ts';
import { readUnits } from '#lib/units/read-units.ts';
import { ROOT } from '#scripts/run.mjs';
import { draftSample } from './draft-sample.ts';
import { fillWorkspace } from './fill-workspace.ts';
import { packWorkspace } from './packed-workspace.ts';

const [target] = process.argv.slice(2);
if (target === undefined) throw new Error('make-sample.ts FILE');

const list = await readFile(join(ROOT, 'data', 'units', 'minh-hoa.csv'), 'utf8');
const { units } = readUnits(readCsv(list));
const files = memoryFiles();
const additions = await draftSample({ units });
await fillWorkspace(files, { additions, units, at: '2026-11-21T01:00:00.000Z' });
await mkdir(dirname(target), { recursive: true });
await writeFile(`${target}.part`, await packWorkspace(files));
await rename(`${target}.part`, target);
