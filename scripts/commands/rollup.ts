import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { AppError } from '#lib/base/app-error.ts';
import type { Language } from '#lib/base/language.ts';
import { type MessageKey, say } from '#lib/base/messages.ts';
import type { IsoDate } from '#lib/base/period.ts';
import { bootNativeEngine } from '#lib/engine/boot-native-engine.ts';
import type { Engine } from '#lib/engine/engine.ts';
import { cutSlices } from '#lib/rollup/cut-slices.ts';
import { type LakeRollup, rollUpLake } from '#lib/rollup/roll-up-lake.ts';
import { SLICES_FORMAT, type SliceFile, type SliceIndex } from '#lib/rollup/slice-index.ts';
import { openCatalogue } from './catalogue.ts';
import { type Lake, openLake } from './lake.ts';
import { boundariesOf } from './options.ts';
import { parseArguments } from './parse-arguments.ts';
import { runSpark } from './run-spark.ts';

const KNOWN = {
	lake: { type: 'string' },
	out: { type: 'string' },
	boundaries: { type: 'string' },
	engine: { type: 'string' },
	master: { type: 'string' },
	conf: { type: 'string', multiple: true },
	catalogue: { type: 'string' },
	memory: { type: 'string' },
	threads: { type: 'string' },
	lang: { type: 'string' },
	json: { type: 'boolean' }
} as const;

/** What the command line asks for. */
interface RollupOptions {
	lake: string;
	out: string;
	boundaries?: IsoDate;
	/** The cluster that does the work in place of this machine. */
	spark?: { master: string; settings: readonly string[] };
	/** The file with own parts of the catalogue; for a lake that this machine cannot read. */
	catalogue?: string;
	memory?: string;
	threads?: number;
	language: Language;
	json: boolean;
}

const compress = promisify(gzip);

/** `rollup --lake DIR --out DIR`: rolls a lake up and writes totals and slices; 1 where rows of it were not counted. */
export async function rollup(args: string[]): Promise<number> {
	const options = readRollupOptions(args);
	if (options.spark) return rollUpOnSpark({ ...options, ...options.spark });
	const lake = await openLake(options.lake, options.language);
	await emptyOut(options.out);
	const scratch = join(options.out, '.scratch');
	await mkdir(scratch, { recursive: true });
	const { memory, threads } = options;
	const file = join(scratch, 'rollup.duckdb');
	const engine = await bootNativeEngine({ file, scratch, memory, threads });
	try {
		const rolledUp = await writeRollup(engine, lake, options);
		process.stdout.write(options.json ? inJson(rolledUp) : inWords(rolledUp, options));
		return rolledUp.aside.length > 0 ? 1 : 0;
	} finally {
		await engine.close();
		await rm(scratch, { recursive: true, force: true });
	}
}

function readRollupOptions(args: string[]): RollupOptions {
	const { values } = parseArguments(args, KNOWN);
	for (const option of ['lake', 'out'] as const)
		if (!values[option]) throw new AppError('cli.missing-option', { option });
	return {
		lake: values.lake ?? '',
		out: values.out ?? '',
		boundaries: boundariesOf(values.boundaries),
		spark: sparkOf(values),
		catalogue: values.catalogue,
		memory: values.memory,
		threads: values.threads === undefined ? undefined : Number(values.threads),
		language: values.lang === 'en' ? 'en' : 'vi',
		json: values.json ?? false
	};
}

/** Throws AppError `cli.bad-engine`, or `cli.spark-boundaries`: Spark is given each period on its own map alone. */
function sparkOf(
	values: Partial<Record<'engine' | 'master' | 'boundaries', string>> & { conf?: string[] }
): RollupOptions['spark'] {
	const { engine = 'duckdb', master = 'local[*]', conf = [], boundaries = 'reported' } = values;
	if (engine === 'duckdb') return undefined;
	if (engine !== 'spark') throw new AppError('cli.bad-engine', { engine });
	if (boundaries !== 'reported') throw new AppError('cli.spark-boundaries');
	return { master, settings: conf };
}

/** Hands the work to Spark, which reads the lake and writes the totals itself; 0 where it came to its end. */
async function rollUpOnSpark({
	lake,
	out,
	catalogue,
	master,
	settings,
	language
}: RollupOptions & NonNullable<RollupOptions['spark']>): Promise<number> {
	const addresses = { lake: addressOf(lake), out: addressOf(out) };
	await runSpark({ ...addresses, catalogue: await openCatalogue(catalogue), master, settings });
	process.stdout.write(`${say(language, 'cli.spark-done', { folder: out })}\n`);
	return 0;
}

/** The address as a cluster takes it: a folder of this machine gets its `file://`. */
function addressOf(place: string): string {
	return /^\w+:\/\//.test(place) ? place : pathToFileURL(resolve(place)).href;
}

/** Leaves nothing of an earlier rollup; throws AppError `cli.not-empty` where anything else is there. */
async function emptyOut(out: string): Promise<void> {
	const names = existsSync(out) ? await readdir(out) : [];
	const own = ['totals', 'slices', '.scratch'];
	if (names.some((name) => !own.includes(name)))
		throw new AppError('cli.not-empty', { folder: out });
	for (const name of own) await rm(join(out, name), { recursive: true, force: true });
	for (const name of ['totals', 'slices']) await mkdir(join(out, name), { recursive: true });
}

async function writeRollup(
	engine: Engine,
	lake: Lake,
	{ out, boundaries, language }: RollupOptions
): Promise<LakeRollup> {
	const tell = (key: MessageKey, place: { done: number; total: number }): void =>
		void process.stderr.write(`${say(language, key, { ...place })}\n`);
	const rolledUp = await rollUpLake({
		engine,
		...lake,
		boundaries,
		partPath: (part) => join(out, 'totals', `part-${String(part).padStart(3, '0')}.parquet`),
		onStep: ({ step, ...place }) => tell(`cli.lake-${step}`, place)
	});
	const { units } = lake;
	const cutting = { engine, units, keys: rolledUp.keys, boundaries };
	const files = new Map<string | undefined, SliceFile>();
	const periods = await cutSlices(
		{ ...cutting, totals: join(out, 'totals', '*.parquet') },
		async ({ above, bytes }, place) => {
			files.set(above, await writeSlice(join(out, 'slices'), bytes));
			if (place.done % 100 === 0 || place.done === place.total) tell('cli.lake-slices', place);
		}
	);
	const { undefined: top, ...below } = Object.fromEntries(files) as Record<string, SliceFile>;
	if (!top) throw new Error('no uppermost slice');
	const index: SliceIndex = { format: SLICES_FORMAT, boundaries, periods, top, below };
	await writeFile(join(out, 'slices', 'index.json'), JSON.stringify(index));
	return rolledUp;
}

async function writeSlice(folder: string, content: Uint8Array): Promise<SliceFile> {
	const bytes = await compress(content, { level: 6 });
	const sha256 = createHash('sha256').update(bytes).digest('hex');
	const file = `${sha256.slice(0, 32)}.arrow.gz`;
	await writeFile(join(folder, file), bytes);
	return { file, bytes: bytes.length, content: content.length, sha256 };
}

function inJson({ keys, periods, aside }: LakeRollup): string {
	const counts = { units: keys.units.length, periods, indicators: keys.indicators.length };
	return `${JSON.stringify({ ...counts, aside }, null, 2)}\n`;
}

function inWords({ keys, periods, aside }: LakeRollup, { out, language }: RollupOptions): string {
	const counts = { units: keys.units.length, periods, indicators: keys.indicators.length };
	const lines = aside.map(({ reason, figures }) =>
		say(language, 'cli.lake-aside', {
			figures,
			reason: say(language, `lake.${reason}` as MessageKey)
		})
	);
	return `${[say(language, 'cli.lake-done', { ...counts, folder: out }), ...lines].join('\n')}\n`;
}
