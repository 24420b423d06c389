import { readFile, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { ROOT, runOrThrow } from '#scripts/run.mjs';

const RESULTS = join(ROOT, 'test', 'bench', 'RESULTS.md');
const TITLE = '# Results of `npm run bench`\n';

/** The results of one benchmark, under a heading of their own. */
export interface Section {
	heading: string;
	/** What was measured on what, before the tables. */
	about: string;
	tables: readonly string[];
	/** What was found out about misses, after them. */
	note?: string;
}

/** Prints the results and writes them in place of those of the same heading. */
export async function writeResults({ heading, about, tables, note }: Section): Promise<void> {
	const body = [`## ${heading}`, `${about} ${machine()}`, ...tables, ...(note ? [note] : [])].join(
		'\n\n'
	);
	process.stdout.write(`${body}\n`);
	const [, ...before] = (await readFile(RESULTS, 'utf8')).split(/^## /m);
	const others = before
		.map((section) => `## ${section.trim()}`)
		.filter((section) => !section.startsWith(`## ${heading}\n`));
	await writeFile(RESULTS, `${[TITLE.trim(), ...others, body].join('\n\n')}\n`);
	await runOrThrow('prettier', ['--write', RESULTS]);
}

function machine(): string {
	const [cpu] = cpus();
	const name = `${cpus().length} × ${cpu?.model ?? 'unknown processor'}, Node ${process.version}`;
	return `Written by the script on ${name}. Machines are shared and noisy: read the ratios, not the milliseconds.`;
}

export { median, quantile } from './measured.ts';

/** A table of Markdown; all columns but the first are numbers. */
export function tableOf(head: readonly string[], rows: readonly (readonly string[])[]): string {
	const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
	return [line(head), `|---|${'--:|'.repeat(head.length - 1)}`, ...rows.map(line)].join('\n');
}
