import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
	PROGRESS_STATES,
	type ProgressFact,
	progressDayNumber,
	progressMeasure,
	progressStateNumber
} from '#lib/base/progress.ts';
import { encodeEntries, type ReportedEntry } from '#lib/rollup/encode-entries.ts';
import { readProgress } from '#lib/rollup/read-progress.ts';

const PARTS = ['plan', 'done', 'state', 'day'] as const;
const DATABASE = 'dn-2025-party-database';
const REPORT = '256-KH/TU#VI.2';

type Cell = Pick<ReportedEntry, 'unit' | 'period' | 'measure' | 'state' | 'value'>;

function submission(sequence: number, cells: readonly Cell[]) {
	const entries = cells.map((cell, at) => ({ ...cell, row: at + 4, column: 6 }));
	return { sequence, bytes: encodeEntries(entries) };
}

function cell(
	code: string,
	part: (typeof PARTS)[number],
	value: bigint | undefined,
	{ unit = 'MH', period = '2024-Q4' } = {}
): Cell {
	const state = value === undefined ? 'missing' : 'figure';
	return { unit, period, measure: progressMeasure(code, part), state, value: value ?? 0n };
}

test('of each part of a row the newest word holds, and what it takes back is gone', () => {
	const first = submission(1, [
		cell(DATABASE, 'plan', 44n),
		cell(DATABASE, 'done', 20n),
		cell(DATABASE, 'state', progressStateNumber('in-progress')),
		cell(DATABASE, 'day', progressDayNumber('2024-06-30')),
		cell(REPORT, 'done', 1n, { unit: 'MH-101', period: '2024-H1' })
	]);
	const second = submission(2, [
		cell(DATABASE, 'done', 31n),
		cell(DATABASE, 'day', undefined),
		cell(REPORT, 'done', undefined, { unit: 'MH-101', period: '2024-H1' }),
		{ ...cell(DATABASE, 'done', 5n), measure: 'b1.xl' }
	]);
	expect(readProgress([second, first])).toEqual([
		{
			code: DATABASE,
			unit: 'MH',
			period: '2024-Q4',
			plan: 44n,
			done: 31n,
			state: 'in-progress',
			sequence: 2,
			row: 4
		}
	]);
});

const cells = fc
	.record({
		code: fc.constantFrom(DATABASE, REPORT, 'a/b/kh'),
		part: fc.constantFrom(...PARTS),
		unit: fc.constantFrom('MH', 'MH-101'),
		period: fc.constantFrom('2024-Q4', '2024-H1', '2024'),
		said: fc.option(fc.integer({ min: 1, max: PROGRESS_STATES.length }), { nil: undefined })
	})
	.map(({ code, part, unit, period, said }) => {
		const value = part === 'day' && said !== undefined ? 20240100 + said : said;
		return cell(code, part, value === undefined ? undefined : BigInt(value), { unit, period });
	});

const statements = fc.uniqueArray(cells, {
	selector: ({ unit, period, measure }) => `${unit} ${period} ${measure}`
});

/** Every question is answered by looking through all submissions from the newest on. */
function naive(submissions: readonly { sequence: number; cells: readonly Cell[] }[]) {
	const newestFirst = submissions.toSorted((a, b) => b.sequence - a.sequence);
	const facts: Omit<ProgressFact, 'row'>[] = [];
	for (const code of [REPORT, 'a/b/kh', DATABASE])
		for (const unit of ['MH', 'MH-101'])
			for (const period of ['2024-H1', '2024-Q4', '2024']) {
				const found = PARTS.map((part) => {
					const measure = progressMeasure(code, part);
					for (const { sequence, cells: said } of newestFirst) {
						const same = said.find(
							(each) => each.unit === unit && each.period === period && each.measure === measure
						);
						if (same) return same.state === 'figure' ? { sequence, value: same.value } : undefined;
					}
					return undefined;
				});
				if (found.every((each) => each === undefined)) continue;
				const [plan, done, state, day] = found;
				facts.push({
					...{ code, unit, period },
					...(plan && { plan: plan.value }),
					...(done && { done: done.value }),
					...(state && { state: PROGRESS_STATES[Number(state.value) - 1] }),
					...(day && { day: `2024-01-${String(day.value).slice(-2)}` }),
					sequence: Math.max(...found.map((each) => each?.sequence ?? 0))
				});
			}
	return facts;
}

test('for random submissions in any order the facts are those that a plain search finds', () => {
	fc.assert(
		fc.property(fc.array(statements, { maxLength: 6 }), fc.nat(5), (said, turn) => {
			const numbered = said.map((each, at) => ({ sequence: at + 1, cells: each }));
			const turned = [...numbered.slice(turn), ...numbered.slice(0, turn)];
			const facts = readProgress(turned.map((each) => submission(each.sequence, each.cells)));
			expect(facts.map(({ row: _row, ...fact }) => fact)).toEqual(naive(numbered));
		})
	);
});
