import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { ROOT, run, runOrThrow } from '#scripts/run.mjs';
import { ensureChromium } from '#scripts/install-chromium.mjs';
import notes from './notes.json' with { type: 'json' };
import { type Measured, median, reached } from './measured.ts';
import { tableOf, writeResults } from './write-results.ts';

const KEPT = join(ROOT, 'test', 'bench', 'reached.json');

type Packages = Record<'dependencies' | 'devDependencies', Record<string, string>>;

/** What each row gave when it was last measured, by the row's name. */
type Reached = Record<string, Row>;

interface Row {
	at: string;
	/** How long it took to measure, its references included. */
	seconds?: number;
	lines: Measured[];
}

/** Keeps what the row gave, and writes the table anew with all rows that were ever measured. */
export async function keepRow(
	name: string,
	{ names, ...row }: Row & { names: readonly string[] }
): Promise<void> {
	const before = existsSync(KEPT) ? (JSON.parse(await readFile(KEPT, 'utf8')) as Reached) : {};
	const all: Reached = { ...before, [name]: { ...row, lines: row.lines.map(rounded) } };
	const kept = names.flatMap((each): [string, Reached[string]][] => {
		const row = all[each];
		return row ? [[each, row]] : [];
	});
	await writeFile(KEPT, `${JSON.stringify(Object.fromEntries(kept), undefined, '\t')}\n`);
	await runOrThrow('prettier', ['--write', KEPT]);
	const head = ['work', 'goal', 'reached', '', 'runs', 'median', 'min', 'max', 'reference'];
	const rows = kept.flatMap(([each, row]) => row.lines.map((line) => lineOf(each, line)));
	const remarks = kept.flatMap(([each, row]) => remarksOn(each, row));
	await writeResults({
		heading: 'All rows',
		about: `${await aboutThis()} ${lengthOf(kept)}`,
		tables: [tableOf(head, rows), ...remarks]
	});
}

/** How long the rows take that were timed. */
function lengthOf(kept: readonly [string, Row][]): string {
	const timed = kept.filter(([, { seconds }]) => seconds !== undefined);
	const sum = timed.reduce((all, [, { seconds = 0 }]) => all + seconds, 0);
	const each = timed.map(([name, { seconds = 0 }]) => `\`${name}\` ${seconds} s`);
	return `Measuring took ${(sum / 60).toFixed(0)} minutes: ${each.join(', ')}.`;
}

function lineOf(name: string, line: Measured): string[] {
	const { work, goal, values, reference } = line;
	const unit = goal.unit === '×' ? 'ms' : goal.unit;
	const of = reference
		? `${reference.name}: ${[median(reference.values), Math.min(...reference.values), Math.max(...reference.values)].map((value) => shown(value, 'ms')).join(' / ')}`
		: '';
	return [
		`${work} (\`${name}\`)`,
		goal.words,
		`${shown(reached(line), goal.unit)}`,
		verdictOf(line),
		String(values.length),
		...[median(values), Math.min(...values), Math.max(...values)].map((value) =>
			shown(value, unit)
		),
		of
	];
}

function verdictOf(line: Measured): string {
	if (!Number.isFinite(line.goal.most)) return '';
	return reached(line) <= line.goal.most ? 'holds' : 'misses';
}

function shown(value: number, unit: string): string {
	if (unit === '×') return `${value.toFixed(2)} ×`;
	const digits = Math.abs(value) < 10 ? 2 : 0;
	return `${value.toFixed(digits)}${unit && ` ${unit}`}`;
}

/** What a reader should know of the row: its own remarks, and what was found out about its misses. */
function remarksOn(name: string, { at, lines }: Reached[string]): string[] {
	const own = lines.flatMap(({ work, remark }) => (remark ? [`${work}: ${remark}.`] : []));
	const note = (notes as Record<string, string>)[name];
	if (own.length === 0 && !note) return [];
	return [`### ${name} (${at})`, ...own, ...(note ? [note] : [])];
}

/** JSON knows no NaN; three digits after the point are more than the clock has. */
function rounded(line: Measured): Measured {
	const round = (value: number): number => Math.round(value * 1000) / 1000;
	const { values, reference } = line;
	return {
		...line,
		values: values.map(round),
		...(reference && { reference: { ...reference, values: reference.values.map(round) } })
	};
}

async function aboutThis(): Promise<string> {
	const { output } = await run(await ensureChromium(), ['--version']);
	const packages = await readFile(join(ROOT, 'package.json'), 'utf8');
	const { dependencies, devDependencies } = JSON.parse(packages) as Packages;
	const versionOf = (name: string): string => dependencies[name] ?? devDependencies[name] ?? '?';
	const [browser = output.trim()] = /Chrom(?:e|ium) [\d.]+/.exec(output) ?? [];
	const names = ['@duckdb/duckdb-wasm', '@duckdb/node-api', 'echarts', 'hyparquet', 'papaparse'];
	const versions = [
		browser,
		...[...names, '@e965/xlsx'].map((name) => `${name} ${versionOf(name)}`)
	];
	const memory = `${Math.round(totalmem() / 2 ** 30)} GB of memory, ${cpus().length} processors`;
	return `Ratios are of medians, both taken in the same run; peaks and longest tasks are of the worst run. ${versions.join(', ')}; ${memory}. The large sets (\`scripts/make-large.ts\`): 3 125 units in 64 districts, 20 figures a quarter each; 1 000 000 rows are 16 quarters (CSV 34 MB), 4 000 000 rows 64. Imports and questions are of somebody who was in the app before: what it works offline with is kept.`;
}
