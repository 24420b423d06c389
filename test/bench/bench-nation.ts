import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { productCatalogue } from '#lib/catalogue/load-catalogue.ts';
import { bootNativeEngine } from '#lib/engine/boot-native-engine.ts';
import { openSlices } from '#lib/rollup/sliced-totals.ts';
import { makeNationalLake } from '#scripts/make-national-lake.ts';
import { nationalSize } from '#scripts/national/national-units.ts';
import { rollup } from '#scripts/commands/rollup.ts';
import { runSpark } from '#scripts/commands/run-spark.ts';
import { findSpark } from '#scripts/install-spark.mjs';
import { ROOT } from '#scripts/run.mjs';
import { comparePlainly } from '#test/rollup/compare-plainly.ts';
import { countedRows } from '#test/rollup/plain-totals.sql.ts';
import { median, quantile, tableOf, writeResults } from './write-results.ts';

const FOLDER = join(ROOT, '.cache', 'nation');
const LOOK_UPS = 2000;

/** What a rollup of one size of the national set cost. */
interface Cost {
	/** Seconds of the clock, and of all processors together where they can be told. */
	wall: number;
	processor?: number;
}

/** Which part of the national set is measured; a tenth with NATION=0.1. */
const PART = Number(process.env['NATION'] ?? 0.002);

/** The folder of the lake, made where it is not there. */
export async function ensureLake(): Promise<string> {
	const lake = join(FOLDER, `lake-${PART}`);
	if (!existsSync(lake)) await makeNationalLake(lake, nationalSize(PART));
	return lake;
}

/** Rolls a part of the national set up on DuckDB and on Spark, holds its totals to plain sums, and opens its slices. */
export async function benchNation(runs: number): Promise<void> {
	const [lake, out] = [await ensureLake(), join(FOLDER, `out-${PART}`)];
	const onDuckDB = await timed(() => rollup(['--lake', lake, '--out', out, '--lang', 'en']));
	const onSpark = await timeSpark(lake, `${out}-spark`);
	const { figures, totals, compared, differing } = await counted(lake, out);
	const opening = await timeOpening(join(out, 'slices'), runs);
	const costRow = (name: string, { wall, processor }: Cost): string[] => [
		name,
		wall.toFixed(1),
		processor?.toFixed(1) ?? '–',
		((wall * 1e6) / figures).toFixed(1),
		processor === undefined ? '–' : ((processor * 1e6) / figures).toFixed(1)
	];
	const head = ['engine', 'seconds', 'processor seconds', 'µs a figure', 'processor µs a figure'];
	const rows = [costRow('DuckDB, totals and slices', onDuckDB)];
	if (onSpark) rows.push(costRow('Spark, local[2], totals', onSpark));
	await writeResults({
		heading: 'The national set',
		about: `\`nation\`: ${PART} of the national set, ${figures} figures, ${totals} totals; ${compared} totals of quarters held to plain sums, ${differing} of them differ.`,
		tables: [tableOf(head, rows), opening]
	});
}

async function timed(work: () => Promise<unknown>): Promise<Cost> {
	const [begin, used] = [performance.now(), process.cpuUsage()];
	await work();
	const { user, system } = process.cpuUsage(used);
	return { wall: (performance.now() - begin) / 1000, processor: (user + system) / 1e6 };
}

async function timeSpark(lake: string, out: string): Promise<Cost | undefined> {
	const spark = findSpark();
	if (!spark) return undefined;
	process.env['SPARK_HOME'] = spark;
	await rm(out, { recursive: true, force: true });
	const addresses = { lake: `file://${lake}`, out: `file://${out}` };
	const settings = ['spark.ui.enabled=false', 'spark.sql.shuffle.partitions=8'];
	const work = { catalogue: productCatalogue(), master: 'local[2]', settings, ...addresses };
	const { wall } = await timed(() => runSpark(work));
	return { wall };
}

async function counted(lake: string, out: string) {
	const engine = await bootNativeEngine();
	try {
		const paths = {
			figures: join(lake, 'figures', '**', '*.parquet'),
			totals: join(out, 'totals', '*.parquet')
		};
		const { totals: compared, differing } = await comparePlainly(engine, productCatalogue(), paths);
		if (differing > 0 || compared === 0)
			throw new Error(`of ${compared} totals ${differing} differ from plain sums`);
		const [rows] = await engine.query(countedRows(), ({ figures, totals }) => ({
			figures: Number(figures),
			totals: Number(totals)
		}));
		return { figures: 0, totals: 0, ...rows, compared, differing };
	} finally {
		await engine.close();
	}
}

/** How long the uppermost slice takes from the files to the first figure, a branch to be entered, and a look-up. */
async function timeOpening(folder: string, runs: number): Promise<string> {
	const source = {
		read: async (file: string) => new Uint8Array(await readFile(join(folder, file))),
		digest: (bytes: Uint8Array) => Promise.resolve(createHash('sha256').update(bytes).digest('hex'))
	};
	const [indicator] = productCatalogue().indicators;
	const opened: number[] = [];
	const entered: number[] = [];
	const lookUps: number[] = [];
	for (let run = 0; run < runs; run += 1) {
		const begin = performance.now();
		const totals = await openSlices(source);
		totals.total('VN', totals.periods.at(-1) ?? '', indicator?.id ?? '');
		opened.push(performance.now() - begin);
		const enter = performance.now();
		await totals.enter(['VN', 'VN-01', 'VN-01-001']);
		entered.push(performance.now() - enter);
		for (let at = 0; at < LOOK_UPS; at += 1) {
			const from = performance.now();
			for (const { id } of productCatalogue().indicators)
				totals.total('VN-01-001', totals.periods[at % totals.periods.length] ?? '', id);
			lookUps.push(performance.now() - from);
		}
	}
	const row = (name: string, times: readonly number[]): string[] => [
		name,
		median(times).toFixed(2),
		quantile(times, 0.95).toFixed(2)
	];
	return tableOf(
		['slices, on Node, in milliseconds', 'median', 'p95'],
		[
			row('opened: index and uppermost units', opened),
			row('a province and a commune entered', entered),
			row('all indicators of a unit in another period', lookUps)
		]
	);
}
