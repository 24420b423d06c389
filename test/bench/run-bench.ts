import { mkdir, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { ensureBuilt } from '#scripts/build.mjs';
import { CHROMIUM_FLAGS, ensureChromium } from '#scripts/install-chromium.mjs';
import { ROOT } from '#scripts/run.mjs';
import { serve } from '#scripts/serve.mjs';
import { makeInputs } from './make-inputs.ts';
import { timeNativeDuckDB, timePapaparse, timeSpreadsheetReader } from './references.ts';
import { type ImportTime, timeImport, useUnits } from './time-import.ts';

const RUNS = Number(process.argv[2] ?? 5);
const RESULTS = join(ROOT, 'test', 'bench', 'RESULTS.md');

const inputs = await makeInputs(join(ROOT, '.cache', 'bench'));
const csv = await measureImport(inputs.csv);
const xlsx = await measureImport(inputs.xlsx);
const native = await repeat(() => timeNativeDuckDB(inputs.csv));
const papaparse = await repeat(() => timePapaparse(inputs.csv));
const reader = await repeat(() => timeSpreadsheetReader(inputs.xlsx));

const table = [
	'| work | median ms | min | max | of the reference |',
	'|---|--:|--:|--:|--:|',
	line('1 000 000 rows of CSV: dropped to previewed, in Chromium', times(csv), native),
	line('- native DuckDB, one thread: read and sums (reference)', native, native),
	line('- papaparse on Node into a typed array', papaparse, native),
	line('50 000 × 20 .xlsx: dropped to previewed, in Chromium', times(xlsx), reader),
	line('- the spreadsheet reader alone, on Node (reference)', reader, reader),
	'',
	'| import | peak memory of the page, MB | longest task of the main thread, ms | steps of progress seen |',
	'|---|--:|--:|--:|',
	detail('1 000 000 rows of CSV', csv),
	detail('50 000 × 20 .xlsx', xlsx)
].join('\n');
process.stdout.write(`${table}
`);
await mkdir(join(ROOT, 'test', 'bench'), { recursive: true });
await writeFile(RESULTS, `${heading()}\n${table}\n`);

/** Imports the file in a browser of its own, as often as asked. */
async function measureImport(path: string): Promise<ImportTime[]> {
	await ensureBuilt();
	const server = await serve({ port: 0 });
	const browser = await chromium.launch({
		executablePath: await ensureChromium(),
		args: CHROMIUM_FLAGS
	});
	try {
		const page = await browser.newPage({ baseURL: server.origin, locale: 'vi-VN' });
		await useUnits(page, inputs.units);
		return await repeat(() => timeImport(page, path));
	} finally {
		await browser.close();
		await server.close();
	}
}

async function repeat<T>(measure: () => Promise<T>): Promise<T[]> {
	const results: T[] = [];
	for (let run = 0; run < RUNS; run += 1) results.push(await measure());
	return results;
}

function times(runs: readonly ImportTime[]): number[] {
	return runs.map(({ total }) => total);
}

function median(values: readonly number[]): number {
	const sorted = values.toSorted((a, b) => a - b);
	return sorted[sorted.length >> 1] ?? Number.NaN;
}

function line(work: string, values: readonly number[], reference: readonly number[]): string {
	const [middle, least, most] = [median(values), Math.min(...values), Math.max(...values)];
	const ratio = (middle / median(reference)).toFixed(2);
	return `| ${work} | ${middle.toFixed(0)} | ${least.toFixed(0)} | ${most.toFixed(0)} | ${ratio} |`;
}

function detail(work: string, runs: readonly ImportTime[]): string {
	const peak = Math.max(...runs.map((run) => run.peak));
	const task = Math.max(...runs.map(({ longestTask }) => longestTask));
	const progress = Math.min(...runs.map((run) => run.progress));
	return `| ${work} | ${peak.toFixed(0)} | ${task.toFixed(0)} | ${progress} |`;
}

function heading(): string {
	const [cpu] = cpus();
	return `# Results of \`npm run bench\`

Written by the script: ${RUNS} runs each, medians; ${cpus().length} × ${cpu?.model ?? 'unknown processor'}, Node ${process.version}. Machines are
shared and noisy: read the ratios, not the milliseconds. Inputs: 50 000 units; a long CSV of 1 000 000 figures; a
tidy sheet B6 of 50 000 rows.
`;
}
