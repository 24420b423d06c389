/** `npm run bench -- [--only NAME] [RUNS]`: all rows of the table, five runs each, or one of them. */
import { tell } from '#scripts/run.mjs';
import { benchNation } from './bench-nation.ts';
import { benchScreens } from './bench-screens.ts';
import type { Measured } from './measured.ts';
import { firstGauge, firstVisit } from './rows/first-gauge.ts';
import { growth, oneMore } from './rows/growth.ts';
import { importCsv, importMoreParquet, importParquet, importXlsx } from './rows/imports.ts';
import { leak } from './rows/leak.ts';
import { drillDown, readyForSql } from './rows/sql.ts';
import { prepare } from './prepare.ts';
import { onStage, type Stage } from './stage.ts';
import { keepRow } from './write-table.ts';

/** The rows of the table, in its order. */
const ROWS: Record<string, (stage: Stage) => Promise<Measured[]>> = {
	'first-gauge': firstGauge,
	'first-visit': firstVisit,
	'sql-ready': readyForSql,
	csv: importCsv,
	parquet: importParquet,
	'parquet-4m': importMoreParquet,
	xlsx: importXlsx,
	'drill-down': drillDown,
	'one-more': oneMore,
	growth,
	leak
};

/** Works that write a section of their own. */
const SECTIONS: Record<string, (runs: number) => Promise<void>> = {
	screens: benchScreens,
	nation: benchNation
};

const words = process.argv.slice(2);
const only = words.includes('--only') ? words[words.indexOf('--only') + 1] : undefined;
const runs = Number(words.find((word) => /^\d+$/.test(word)) ?? 5);
const names = Object.keys(ROWS);
const known = [...names, ...Object.keys(SECTIONS)];
if (only !== undefined && !known.includes(only)) {
	tell(`--only takes one of ${known.join(', ')}`);
	process.exit(2);
}

const failed: string[] = [];
const isAsked = (name: string): boolean => only === undefined || only === name;

/** A row that fails is told, and the others are measured all the same. */
async function attempt(name: string, work: () => Promise<void>): Promise<void> {
	if (!isAsked(name)) return;
	const begin = performance.now();
	tell(`${name} …`);
	try {
		await work();
	} catch (error) {
		failed.push(name);
		tell(`${name} FAILED: ${error instanceof Error ? error.stack : String(error)}`);
	}
	tell(`${name}: ${((performance.now() - begin) / 1000).toFixed(0)} s`);
}

async function measure(name: string, stage: Stage): Promise<void> {
	await attempt(name, async () => {
		const at = new Date().toISOString().slice(0, 16).replace('T', ' ');
		const begin = performance.now();
		const lines = (await ROWS[name]?.(stage)) ?? [];
		const seconds = Math.round((performance.now() - begin) / 1000);
		await keepRow(name, { lines, at, seconds, names });
	});
}

await onStage(runs, async (stage) => {
	// Of this row nothing is timed: what the others stand on is made beside it.
	await Promise.all([measure('leak', stage), only === undefined && prepare(stage)]);
	for (const name of names) if (name !== 'leak') await measure(name, stage);
});
for (const [name, section] of Object.entries(SECTIONS)) await attempt(name, () => section(runs));
if (failed.length > 0) {
	tell(`not measured: ${failed.join(', ')}`);
	process.exitCode = 1;
}
