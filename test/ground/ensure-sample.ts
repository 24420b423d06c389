import { existsSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fingerprintOf } from '#scripts/build.mjs';
import { ROOT, runOrThrow, tell } from '#scripts/run.mjs';

const FOLDER = join(ROOT, '.cache', 'ground');

/** All that the sample's workspace is made from. */
const SOURCES = [
	...['base', 'catalogue', 'units', 'ingest', 'store', 'engine', 'rollup'].map(
		(room) => `src/lib/${room}`
	),
	...['drafted', 'held-files', 'pack-draft', 'rollup-key', 'sample-note', 'sample-received'].map(
		(name) => `src/lib/state/${name}.ts`
	),
	...['data/catalogue', 'data/units', 'data/samples', 'test/ground', 'package-lock.json']
];

/** The path of the packed workspace with the sample in it; made anew where its sources have changed. */
export async function ensureSample(): Promise<string> {
	const name = `sample-${(await fingerprintOf(SOURCES)).slice(0, 16)}.json.gz`;
	const path = join(FOLDER, name);
	if (existsSync(path)) return path;
	tell('Making the workspace of the sample (about ten seconds) …');
	await runOrThrow('tsx', ['test/ground/make-sample.ts', path]);
	const others = (await readdir(FOLDER)).filter(
		(other) => other.startsWith('sample-') && other !== name
	);
	await Promise.all(others.map((other) => rm(join(FOLDER, other))));
	return path;
}
