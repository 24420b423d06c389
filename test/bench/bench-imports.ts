import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { ensureBuilt } from '#scripts/build.mjs';
import { CHROMIUM_FLAGS, ensureChromium } from '#scripts/install-chromium.mjs';
import { ROOT } from '#scripts/run.mjs';
import { serve } from '#scripts/serve.mjs';
import { makeInputs } from './make-inputs.ts';
import { timeNativeDuckDB, timePapaparse, timeSpreadsheetReader } from './references.ts';
import { type ImportTime, timeImport, useUnits } from './time-import.ts';
import { median, tableOf, writeResults } from './write-results.ts';

/** Measures how long large files take to come in, beside bare readers of the same files. */
export async function benchImports(runs: number): Promise<void> {
	const inputs = await makeInputs(join(ROOT, '.cache', 'bench'));
	const repeat = async <T>(measure: () => Promise<T>): Promise<T[]> => {
		const results: T[] = [];
		for (let run = 0; run < runs; run += 1) results.push(await measure());
		return results;
	};
	const csv = await measureImport(inputs, (page) => repeat(() => timeImport(page, inputs.csv)));
	const xlsx = await measureImport(inputs, (page) => repeat(() => timeImport(page, inputs.xlsx)));
	const native = await repeat(() => timeNativeDuckDB(inputs.csv));
	const papaparse = await repeat(() => timePapaparse(inputs.csv));
	const reader = await repeat(() => timeSpreadsheetReader(inputs.xlsx));
	await writeResults({
		heading: 'Imports',
		about: `Medians of ${runs} runs. Inputs: 50 000 units; a long CSV of 1 000 000 figures; a tidy sheet B6 of 50 000 rows.`,
		tables: [
			tableOf(
				['work', 'median ms', 'min', 'max', 'of the reference'],
				[
					line('1 000 000 rows of CSV: dropped to previewed, in Chromium', times(csv), native),
					line('- native DuckDB, one thread: read and sums (reference)', native, native),
					line('- papaparse on Node into a typed array', papaparse, native),
					line('50 000 × 20 .xlsx: dropped to previewed, in Chromium', times(xlsx), reader),
					line('- the spreadsheet reader alone, on Node (reference)', reader, reader)
				]
			),
			tableOf(
				[
					...['import', 'peak memory of the page, MB', 'longest task of the main thread, ms'],
					'steps of progress seen'
				],
				[detail('1 000 000 rows of CSV', csv), detail('50 000 × 20 .xlsx', xlsx)]
			)
		]
	});
}

/** Measures in a browser of its own, where the units are those of the inputs. */
async function measureImport(
	{ units }: { units: string },
	measure: (page: Parameters<typeof timeImport>[0]) => Promise<ImportTime[]>
): Promise<ImportTime[]> {
	await ensureBuilt();
	const server = await serve({ port: 0 });
	const browser = await chromium.launch({
		executablePath: await ensureChromium(),
		args: CHROMIUM_FLAGS
	});
	try {
		const page = await browser.newPage({ baseURL: server.origin, locale: 'vi-VN' });
		await useUnits(page, units);
		return await measure(page);
	} finally {
		await browser.close();
		await server.close();
	}
}

function times(runs: readonly ImportTime[]): number[] {
	return runs.map(({ total }) => total);
}

function line(work: string, values: readonly number[], reference: readonly number[]): string[] {
	const shown = [median(values), Math.min(...values), Math.max(...values)];
	const ratio = (median(values) / median(reference)).toFixed(2);
	return [work, ...shown.map((value) => value.toFixed(0)), ratio];
}

function detail(work: string, runs: readonly ImportTime[]): string[] {
	const peak = Math.max(...runs.map((run) => run.peak));
	const task = Math.max(...runs.map(({ longestTask }) => longestTask));
	const progress = Math.min(...runs.map((run) => run.progress));
	return [work, peak.toFixed(0), task.toFixed(0), String(progress)];
}
