import { existsSync } from 'node:fs';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fingerprintOf } from '#scripts/build.mjs';
import { ROOT, runOrThrow, tell } from '#scripts/run.mjs';

const FOLDER = join(ROOT, '.cache', 'ground');

/** All that a workspace is made from. */
const SOURCES = [
	...['base', 'catalogue', 'units', 'ingest', 'store', 'engine', 'rollup'].map(
		(room) => `src/lib/${room}`
	),
	...['drafted', 'held-files', 'pack-draft', 'rollup-key', 'sample-note', 'sample-received'].map(
		(name) => `src/lib/state/${name}.ts`
	),
	...['data/catalogue', 'data/units', 'data/samples', 'scripts/samples', 'test/ground'],
	'package-lock.json'
];

/** The path of the packed workspace with the sample in it; made anew where its sources have changed. */
export function ensureSample(): Promise<string> {
	return ensureMade({ kind: 'sample', ending: '.json.gz', time: 'about ten seconds' });
}

/** The folder of the workspace of a large organisation; made anew where its sources have changed. */
export function ensureLarge(): Promise<string> {
	return ensureMade({ kind: 'large', ending: '', time: 'some minutes' });
}

async function ensureMade({
	kind,
	ending,
	time
}: Record<'kind' | 'ending' | 'time', string>): Promise<string> {
	const name = `${kind}-${(await fingerprintOf(SOURCES)).slice(0, 16)}${ending}`;
	const path = join(FOLDER, name);
	if (existsSync(path)) return path;
	tell(`Making the ${kind} workspace (${time}) …`);
	await mkdir(FOLDER, { recursive: true });
	await runOrThrow('tsx', [`test/ground/make-${kind}.ts`, path]);
	const others = (await readdir(FOLDER)).filter(
		(other) => other.startsWith(`${kind}-`) && other !== name
	);
	await Promise.all(others.map((other) => rm(join(FOLDER, other), { recursive: true })));
	return path;
}
