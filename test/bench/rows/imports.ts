import { type Measured, median } from '#test/bench/measured.ts';
import { blankMemory, type ReaderName, timeReader } from '#test/bench/bare-readers.ts';
import { timeNativeDuckDB } from '#test/bench/native-duckdb.ts';
import { csvImports, inApp } from '#test/bench/csv-imports.ts';
import { repeat, type Stage } from '#test/bench/stage.ts';
import { type ImportTime, timeImport, timePreview } from '#test/bench/time-import.ts';

/** A million rows of CSV, from the choice of the file to the gauges. */
export async function importCsv(stage: Stage): Promise<Measured[]> {
	const { files, runs } = stage;
	const csv = await files.csv('1m');
	const imports = await csvImports(stage, '1m');
	const [wasm, papaparse] = await inTurn(stage, csv, ['duckdb', 'papaparse']);
	const native = await repeat(runs, () => timeNativeDuckDB(csv));
	const work = '1 000 000 rows of CSV: chosen → preview → committed → gauges';
	const bare = { name: 'bare duckdb-wasm, first import of its page', values: wasm ?? [] };
	return [
		{
			...{ work, values: totals(imports), reference: bare },
			goal: { words: '≤ 1.0 × bare duckdb-wasm', most: 1, unit: '×' },
			remark: stepsOf(imports)
		},
		{
			...{ work: '– beside native DuckDB', values: totals(imports) },
			goal: { words: '≤ 2.5 × native, one thread', most: 2.5, unit: '×' },
			reference: { name: 'native DuckDB, one thread', values: native }
		},
		{
			...{ work: '– chosen → preview alone', values: imports.map(({ preview }) => preview) },
			goal: { words: 'for comparison', most: Number.NaN, unit: '×' },
			reference: { name: 'papaparse in a worker into typed arrays', values: papaparse ?? [] }
		},
		...(await memoryAndTasks(stage, imports, 200))
	];
}

/** The same rows as Parquet. */
export async function importParquet(stage: Stage): Promise<Measured[]> {
	const { files, runs } = stage;
	const [csv, parquet] = [await files.csv('1m'), await files.parquet('1m')];
	const imports = await repeat(runs, () => inApp(stage, '1m', (page) => timeImport(page, parquet)));
	const [wasm] = await inTurn(stage, csv, ['duckdb']);
	const [hyparquet] = await inTurn(stage, parquet, ['hyparquet']);
	return [
		{
			work: '1 000 000 rows of Parquet: chosen → preview → committed → gauges',
			values: totals(imports),
			goal: { words: '≤ 0.7 × bare duckdb-wasm with the CSV', most: 0.7, unit: '×' },
			reference: { name: 'bare duckdb-wasm with the CSV', values: wasm ?? [] },
			remark: stepsOf(imports)
		},
		{
			...{ work: '– chosen → preview alone', values: imports.map(({ preview }) => preview) },
			goal: { words: 'for comparison', most: Number.NaN, unit: '×' },
			reference: { name: 'hyparquet into typed arrays', values: hyparquet ?? [] }
		},
		...(await memoryAndTasks(stage, imports, 200))
	];
}

/** Four million rows of Parquet, as far as the preview; once, for it takes long. */
export async function importMoreParquet(stage: Stage): Promise<Measured[]> {
	const parquet = await stage.files.parquet('4m');
	const imports = await repeat(Math.min(stage.runs, 2), () =>
		inApp(stage, '4m', (page) => timePreview(page, parquet))
	);
	return memoryAndTasks(stage, imports, 500, '4 000 000 rows of Parquet, to the preview');
}

/** A large sheet, as far as the preview. */
export async function importXlsx(stage: Stage): Promise<Measured[]> {
	const { files, runs } = stage;
	const xlsx = await files.xlsx();
	const imports = await repeat(runs, () => inApp(stage, 'tidy', (page) => timePreview(page, xlsx)));
	const [reader] = await inTurn(stage, xlsx, ['xlsx']);
	return [
		{
			work: '50 000 × 20 .xlsx: chosen → preview',
			values: totals(imports),
			goal: { words: '≤ 1.3 × the reader alone', most: 1.3, unit: '×' },
			reference: { name: 'the spreadsheet reader alone, in a worker', values: reader ?? [] }
		},
		...(await memoryAndTasks(stage, imports, Number.NaN))
	];
}

/** What bare readers took before in the same run, by reader and file. */
const taken = new WeakMap<Stage, Map<string, number[]>>();

async function inTurn(
	stage: Stage,
	path: string,
	readers: readonly ReaderName[]
): Promise<number[][]> {
	const known = taken.get(stage) ?? new Map<string, number[]>();
	taken.set(stage, known);
	const asked = readers.filter((reader) => !known.has(`${reader} ${path}`));
	for (const reader of asked) known.set(`${reader} ${path}`, []);
	await repeat(stage.runs, async () => {
		for (const reader of asked) {
			const time = await timeReader({ bare: stage.bare, path, reader });
			known.get(`${reader} ${path}`)?.push(time);
		}
	});
	return readers.map((reader) => known.get(`${reader} ${path}`) ?? []);
}

async function memoryAndTasks(
	{ bare }: Stage,
	imports: readonly ImportTime[],
	most: number,
	work = '– peak memory'
): Promise<Measured[]> {
	const blank = await blankMemory(bare);
	const words = Number.isNaN(most) ? 'for comparison' : `≤ ${most} MB over a blank page`;
	return [
		{
			...{ work, values: imports.map(({ peak }) => peak - blank) },
			goal: { words, most, unit: 'MB', by: 'max' }
		},
		{
			work: '– longest task of the main thread',
			values: imports.map(({ longestTask }) => longestTask),
			goal: { words: '≤ 50 ms', most: 50, unit: 'ms', by: 'max' }
		}
	];
}

function totals(imports: readonly ImportTime[]): number[] {
	return imports.map(({ preview, commit, gauges }) => preview + commit + gauges);
}

function stepsOf(imports: readonly ImportTime[]): string {
	const steps = (['preview', 'commit', 'gauges'] as const).map(
		(step) => `${step} ${median(imports.map((each) => each[step])).toFixed(0)} ms`
	);
	return `medians: ${steps.join(', ')}`;
}
