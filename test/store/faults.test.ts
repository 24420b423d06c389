import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import type { Files } from '#lib/store/files.ts';
import { memoryFiles } from '#lib/store/memory-files.ts';
import { addition, AT, everythingIn, namesIn, openStore, reopened } from './additions.ts';
import { type Fault, FAULTS, Gate, type Injection, outcomeOf } from './faults.ts';
import { faultyFiles } from './faulty-files.ts';
import { filesInFaultyFolder } from './faulty-folder.ts';
import { type Operation, OPERATIONS } from './operations.ts';

/** Ways to the files, each with its own calls that may go wrong. */
const WAYS: Record<string, (files: Files, gate: Gate) => Files> = {
	files: faultyFiles,
	'a folder that renames': (files, gate) => filesInFaultyFolder(files, { gate, canMove: true }),
	'a folder that cannot': (files, gate) => filesInFaultyFolder(files, { gate, canMove: false })
};

/** Without this, each call of a folder meets one fault of the list in turn instead of all of them. */
const isEvery = Boolean(process.env['EVERY_FAULT']);

/** Faults after which a change that was refused may have landed all the same. */
const UNCERTAIN: readonly Fault[] = ['fails-late', 'torn', 'dies', 'stops'];

const injected: Record<string, number> = {};

/** What is there before and after the operation when nothing goes wrong. */
async function ends({ past, make }: Operation): Promise<{ before: string; after: string }> {
	const before = await stateOf(await past());
	const files = await past();
	await openStore(files).then(make);
	return { before, after: await stateOf(files) };
}

/** All that a store newly opened gives back, as JSON; of damaged submissions which they are. */
async function stateOf(files: Files): Promise<string> {
	const store = await openStore(files);
	await store.check(async () => undefined);
	const { damaged } = store;
	const state = damaged.length > 0 ? { damaged } : await everythingIn(store);
	return JSON.stringify({ ...state, names: await namesIn(files) });
}

/** One run of the operation with a fault in it; false where it has fewer calls than that. */
async function holds(
	{ past, make, lands }: Operation,
	{
		injection,
		way,
		before,
		after
	}: { injection: Injection; way: string } & Awaited<ReturnType<typeof ends>>
): Promise<boolean> {
	const files = await past();
	const gate = new Gate(injection);
	const change = openStore(WAYS[way]!(files, gate)).then(make);
	const outcome = await outcomeOf(change, gate);
	const found = await stateOf(files);
	const mayHaveLanded = UNCERTAIN.includes(injection.fault) || lands !== 'when it resolves';
	if (outcome === 'done') expect(found).toBe(after);
	else expect(mayHaveLanded ? [before, after] : [before]).toContain(found);
	if (injection.fault === 'slow') expect(outcome).toBe('done');
	if (gate.isHit) injected[way] = (injected[way] ?? 0) + 1;
	return gate.calls >= injection.at;
}

describe.each(Object.keys(WAYS))('a fault at any call of %s', (way) => {
	it.each(OPERATIONS.map((operation) => [operation.name, operation] as const))(
		'leaves the state before or the state after: %s',
		async (_, operation) => {
			const states = await ends(operation);
			let at = 1;
			for (let isThere = true; isThere; at += 1) {
				const all = isEvery || way === 'files';
				const faults = all ? FAULTS : FAULTS.filter((_fault, nth) => nth % 4 === at % 4);
				for (const fault of faults) {
					isThere = await holds(operation, { injection: { at, fault }, way, ...states });
				}
			}
			expect(at).toBeGreaterThan(3);
		}
	);
});

describe('a fault', () => {
	it('leaves an open store as it was, and usable', async () => {
		const opening = new Gate({ at: 0, fault: 'fails' });
		await openStore(faultyFiles(memoryFiles(), opening));
		for (let at = opening.calls + 1; ; at += 1) {
			const files = memoryFiles();
			const gate = new Gate({ at, fault: 'fails' });
			const store = await openStore(faultyFiles(files, gate));
			const { manifest } = store;
			const commit = store.commit([addition('a')], { at: AT });
			if (gate.calls < at && (await outcomeOf(commit, gate)) === 'done') break;
			if ((await outcomeOf(commit, gate)) === 'refused') expect(store.manifest).toEqual(manifest);
			await store.commit([addition('b')], { at: AT });
			expect(await reopened(files)).toMatchObject(await everythingIn(store));
		}
	});

	it('after any history leaves the state before or the state after', async () => {
		const nth = fc.nat(OPERATIONS.length - 1).map((place) => OPERATIONS[place]!);
		const run = fc.record({
			history: fc.array(nth, { maxLength: 4 }),
			last: nth,
			fault: fc.constantFrom(...FAULTS),
			at: fc.integer({ min: 1, max: 40 })
		});
		await fc.assert(
			fc.asyncProperty(run, async ({ history, last, fault, at }) => {
				const past = async (): Promise<Files> => {
					const files = await last.past();
					const store = await openStore(files);
					for (const { make } of history) await make(store);
					return files;
				};
				const operation = { ...last, past };
				const states = await ends(operation);
				await holds(operation, { injection: { at, fault }, way: 'files', ...states });
			}),
			{ numRuns: isEvery ? 1000 : 40 }
		);
	});
});

afterAll(() => {
	const sum = Object.values(injected).reduce((all, count) => all + count, 0);
	process.stdout.write(`Faults injected: ${sum} ${JSON.stringify(injected)}\n`);
	expect(sum).toBeGreaterThan(2000);
});
