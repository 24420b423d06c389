import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { encodeEntries } from '#lib/rollup/encode-entries.ts';
import { HeldStatements } from '#lib/rollup/held-statements.ts';
import { rollUp } from '#lib/rollup/roll-up.ts';
import { type Reports, reports } from './random-reports.ts';

const numRuns = Number(process.env['RUNS'] ?? 20);

type Named = { name: string; sequence: number; bytes: Uint8Array };

/** Commits and undos in any order: each step names, of the submissions that there are, those in force after it. */
const stories = reports.chain((told) =>
	fc.record({
		told: fc.constant(told),
		steps: fc.array(fc.subarray(told.submissions), { minLength: 1, maxLength: 6 }),
		more: fc.subarray(told.submissions)
	})
);

function named({ sequence, entries }: Reports['submissions'][number]): Named {
	return { name: `s${sequence}`, sequence, bytes: encodeEntries(entries) };
}

/** How many contents it asked for. */
function follow(held: HeldStatements, inForce: readonly Named[]): string[] {
	const asked = held.settle(inForce.map(({ name, sequence }) => ({ name, sequence })));
	for (const submission of asked) {
		held.tell(submission, inForce.find(({ name }) => name === submission.name)!.bytes);
	}
	return asked.map(({ name }) => name);
}

describe('HeldStatements', () => {
	test('after any commits, replacements and undos gives the bytes that a rollup from nothing gives', () => {
		fc.assert(
			fc.property(stories, ({ told: { units, catalogue }, steps, more }) => {
				const held = new HeldStatements({ units, catalogue });
				for (const step of steps) {
					const inForce = step.map(named);
					follow(held, inForce);
					expect(held.rollUp({})).toEqual(rollUp({ units, catalogue, submissions: inForce }));
					const beside = more.map(named).map((each) => ({ ...each, sequence: each.sequence + 90 }));
					const both = [...inForce, ...beside];
					expect(held.rollUp({ more: beside })).toEqual(
						rollUp({ units, catalogue, submissions: both })
					);
				}
			}),
			{ numRuns }
		);
	});

	test('asks for what it was not told, and after an undo for what spoke of the same periods', () => {
		const [{ units, catalogue }] = fc.sample(reports, { numRuns: 1, seed: 1 }) as [Reports];
		const of = (sequence: number, period: string): Named => {
			const entry = { unit: 'U0', measure: 'end.a', state: 'figure' as const, value: 1n };
			const entries = [{ ...entry, period, row: 1, column: 1 }];
			return named({ sequence, entries });
		};
		const [first, second, third] = [of(1, '2024-Q1'), of(2, '2024-Q2'), of(3, '2024-Q2')];
		const held = new HeldStatements({ units, catalogue });
		expect(follow(held, [first, second])).toEqual(['s1', 's2']);
		expect(follow(held, [first, second, third])).toEqual(['s3']);
		expect(follow(held, [first, second])).toEqual(['s2']);
		expect(follow(held, [second])).toEqual([]);
	});
});

describe('figures too large for floats', () => {
	test('are added up as integers of 64 bits, beside what was told before', () => {
		const [{ units, catalogue }] = fc.sample(reports, { numRuns: 1, seed: 1 }) as [Reports];
		const large = fc.array(fc.bigInt({ min: 0n, max: 2n ** 55n }), { minLength: 1, maxLength: 8 });
		fc.assert(
			fc.property(large, (values) => {
				const entries = values.map((value, place) => ({
					...{ unit: units[place % units.length]?.code ?? '', period: '2025-Q1', value },
					...{ measure: 'end.a', state: 'figure' as const, row: 1, column: 1 }
				}));
				const small = entries.map((entry) => ({ ...entry, period: '2024-Q4', value: 3n }));
				const all = [named({ sequence: 1, entries: small }), named({ sequence: 2, entries })];
				const held = new HeldStatements({ units, catalogue });
				follow(held, all.slice(0, 1));
				const before = held.rollUp({});
				expect(held.rollUp({ more: all.slice(1) })).toEqual(
					rollUp({ units, catalogue, submissions: all })
				);
				expect(held.rollUp({})).toEqual(before);
			}),
			{ numRuns }
		);
	});
});
