import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import fc from 'fast-check';
import { Coverage } from './coverage.ts';
import { cook, recipes } from './mutate.ts';
import { type FuzzTarget, judge } from './target.ts';

/** What a long run came to. */
export interface Found {
	cases: number;
	/** How many inputs were kept since they ran code that none before did, and how many parts of it were run. */
	kept: number;
	parts: number;
	/** What failed: why, once each, with the first input. */
	faults: { reason: string; input: Uint8Array }[];
}

const BATCH = 100;
const MOST_FAULTS = 20;
const FOLDER = new URL('../../.cache/fuzz/', import.meta.url);

/**
 * Runs a target over so many inputs, led by coverage: an input that runs code in a new way is mutated further. What
 * fails is written to `.cache/fuzz/` with the input; the batch under way too, for the case that one never comes back.
 * With `piece` at most so many are run now, and the next search goes on from there.
 */
export async function search(
	target: FuzzTarget,
	{ cases, seed, piece = cases }: { cases: number; seed: number; piece?: number }
): Promise<Found> {
	await mkdir(FOLDER, { recursive: true });
	const before = await readProgress(target, seed);
	const corpus = [...target.seeds, ...before.kept.map((hex) => Buffer.from(hex, 'hex'))];
	const faults = new Map<string, Uint8Array>();
	const coverage = new Coverage();
	const run = async (input: Uint8Array): Promise<void> => {
		await judge(target, input).catch(async (error: unknown) => {
			const reason = reasonOf(error);
			if (faults.has(reason)) return;
			faults.set(reason, input);
			await writeFile(new URL(`${target.name}.${faults.size}`, FOLDER), input);
			await writeFile(
				new URL(`${target.name}.${faults.size}.reason`, FOLDER),
				String((error as Error).stack)
			);
		});
	};
	for (const each of corpus) await run(each);
	coverage.takeNew();
	let { done } = before;
	const last = Math.min(cases, done + piece);
	while (done < last && faults.size < MOST_FAULTS) {
		const inputs = fc
			.sample(recipes(corpus.length), { seed: seed + done / BATCH, numRuns: BATCH })
			.map((recipe) => cook(recipe, corpus));
		await writeFile(new URL(`${target.name}.under-way`, FOLDER), inputs.map(hexOf).join('\n'));
		for (const input of inputs) await run(input);
		done += inputs.length;
		const parts = coverage.takeNew();
		if (parts.size > 0) corpus.push(...(await thoseThatRun(parts, inputs, { run, coverage })));
	}
	coverage.stop();
	const kept = corpus.slice(target.seeds.length).map(hexOf);
	await writeFile(placeOf(target, seed), JSON.stringify({ done, kept }));
	if (done >= cases) await rm(placeOf(target, seed));
	return {
		cases: done,
		kept: kept.length,
		parts: coverage.size,
		faults: Array.from(faults, ([reason, input]) => ({ reason, input }))
	};
}

/**
 * So many of the inputs as together run all the parts that any of them runs, each at least one that none before it ran;
 * found by halves, since most batches have one or two. What was found is taken from the parts.
 */
async function thoseThatRun(
	parts: Set<string>,
	inputs: readonly Uint8Array[],
	by: { run: (input: Uint8Array) => Promise<void>; coverage: Coverage }
): Promise<Uint8Array[]> {
	const half = inputs.length >> 1;
	const kept: Uint8Array[] = [];
	for (const some of [inputs.slice(0, half), inputs.slice(half)]) {
		if (parts.size === 0) break;
		for (const input of some) await by.run(input);
		const found = by.coverage.amongWhatRan(parts);
		if (found.size === 0) continue;
		kept.push(...(some.length === 1 ? some : await thoseThatRun(new Set(found), some, by)));
		for (const part of found) parts.delete(part);
	}
	return kept;
}

/** How far a search in pieces came. */
async function readProgress(
	target: FuzzTarget,
	seed: number
): Promise<{ done: number; kept: string[] }> {
	const text = await readFile(placeOf(target, seed), 'utf8').catch(() => undefined);
	return text === undefined
		? { done: 0, kept: [] }
		: (JSON.parse(text) as { done: number; kept: string[] });
}

function placeOf({ name }: FuzzTarget, seed: number): URL {
	return new URL(`${name}.${seed}.progress`, FOLDER);
}

/** The message with the place in our code, so that one fault is told once. */
function reasonOf(error: unknown): string {
	const { message, stack = '' } = error as Error;
	const place = stack.split('\n').find((line) => /src\/lib|node_modules/.test(line)) ?? '';
	return `${message.replace(/\d+/g, 'N').slice(0, 120)}${place}`;
}

function hexOf(input: Uint8Array): string {
	return Buffer.from(input).toString('hex');
}
