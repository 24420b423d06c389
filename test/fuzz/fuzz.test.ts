import { existsSync, readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cook, recipes } from './mutate.ts';
import { type FuzzTarget, judge } from './target.ts';
import { fileTargets } from './file-targets.ts';
import { packageTargets } from './package-targets.ts';
import { textTargets } from './text-targets.ts';

/** How many inputs a target is given in every run; `npm run fuzz` asks for many more, led by coverage. */
const FEW = { quick: 300, slow: 40 };
const SEED = 20_261_122;

const KEPT = new URL('../fixtures/fuzz/', import.meta.url);

const TARGETS = [...fileTargets(), ...packageTargets(), ...(await textTargets())];

describe.each(TARGETS.map((each) => [each.name, each] as const))(
	'what a stranger may have written: %s',
	(name, target) => {
		it('is read or refused in words', async () => {
			await fc.assert(
				fc.asyncProperty(recipes(target.seeds.length), async (recipe) => {
					const input = cook(recipe, target.seeds);
					expect(await judge(target, input)).toBe(await judge(target, input));
				}),
				{ numRuns: target.isSlow ? FEW.slow : FEW.quick, seed: SEED }
			);
		});

		it.each(keptFor(target))('is read or refused as it once was not: %s', async (file) => {
			const input = new Uint8Array(readFileSync(new URL(`${name}/${file}`, KEPT)));
			expect(await judge(target, input)).toBe(await judge(target, input));
		});
	}
);

function keptFor({ name }: FuzzTarget): string[] {
	const folder = new URL(`${name}/`, KEPT);
	return existsSync(folder) ? readdirSync(folder) : [];
}
