import { mkdir, writeFile } from 'node:fs/promises';
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
 */
export async function search(
	target: FuzzTarget,
	{ cases, seed }: { cases: number; seed: number }
): Promise<Found> {
	await mkdir(FOLDER, { recursive: true });
	const corpus = [...target.seeds];
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
	for (const each of target.seeds) await run(each);
	coverage.takeNew({ isToBeKept: true });
	let done = 0;
	for (let batch = 0; done < cases && faults.size < MOST_FAULTS; batch++) {
		const inputs = fc
			.sample(recipes(corpus.length), { seed: seed + batch, numRuns: BATCH })
			.map((recipe) => cook(recipe, corpus));
		await writeFile(new URL(`${target.name}.under-way`, FOLDER), inputs.map(hexOf).join('\n'));
		for (const input of inputs) await run(input);
		done += inputs.length;
		if (coverage.takeNew({ isToBeKept: false }).length === 0) continue;
		for (const input of inputs) {
			await run(input);
			if (coverage.takeNew({ isToBeKept: true }).length > 0) corpus.push(input);
		}
	}
	coverage.stop();
	return {
		cases: done,
		kept: corpus.length - target.seeds.length,
		parts: coverage.size,
		faults: Array.from(faults, ([reason, input]) => ({ reason, input }))
	};
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
