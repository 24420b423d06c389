import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { readTraceCode, SEQUENCES, type TraceCode, traceCode } from '#lib/base/trace-code.ts';
import { findTrace, sequenceOf } from '#lib/rollup/find-trace.ts';
import type { Unit } from '#lib/units/unit.ts';
import { useEngine } from '#test/engine/use-engine.ts';
import { catalogueOf, type Reports, reports } from './random-reports.ts';
import { file } from './share-file.ts';
import { questionsOf, rollupOf } from './random-trails.ts';

const engine = useEngine();
const numRuns = Number(process.env['RUNS'] ?? 4);
const LOOKS = 3;
const LONG = 300_000;
const TODAY = '2026-11-22';

function readable(code: string): TraceCode {
	const read = readTraceCode(code);
	if ('fault' in read) throw new Error(`${code} is not readable`);
	return read;
}

function countsOf({ numerator, denominator }: { numerator?: bigint; denominator?: bigint } = {}) {
	return {
		...(numerator !== undefined && { numerator }),
		...(denominator !== undefined && { denominator })
	};
}

describe('findTrace, on random organisations and reports', () => {
	test(
		'finds the figure that the code was printed beside, what it is now and what changed it',
		async () => {
			await fc.assert(
				fc.asyncProperty(reports, fc.nat(), fc.nat(), async (all, from, end) => {
					const { submissions } = all;
					fc.pre(submissions.length > 0);
					const sequence = submissions[end % submissions.length]!.sequence;
					const before: Reports = {
						...all,
						submissions: submissions.filter((each) => each.sequence <= sequence)
					};
					const [then, now] = [rollupOf(before), rollupOf(all)];
					const questions = questionsOf(before, then, engine());
					for (let look = 0; look < Math.min(LOOKS, questions.length); look++) {
						const { total, question } = questions[(from + look * 97) % questions.length]!;
						const { indicator, unit, period } = total;
						const code = traceCode({ ...total, boundaries: 'reported', sequence });
						const answer = await findTrace({
							...question,
							submissions: questionsOf(all, now, engine())[0]!.question.submissions,
							...{ code: readable(code), newest: submissions.at(-1)!.sequence, today: TODAY }
						});
						expect(answer.found).toHaveLength(1);
						const [found] = answer.found;
						const last = countsOf(now.total(unit, period, indicator));
						expect(found).toMatchObject({
							...{ indicator, unit, period, sequence },
							...{ then: countsOf(total), now: last, agreement: 'agrees' }
						});
						expect(countsOf(found!.changes.at(-1) ?? total)).toEqual(last);
						expect(found!.changes.every((change) => change.sequence > sequence)).toBe(true);
					}
				}),
				{ numRuns }
			);
		},
		LONG
	);
});

const CITY: Unit[] = [
	{ ...{ code: 'city', name: 'city', kind: 'Thành phố', level: 'tinh' }, validFrom: '2020-01-01' },
	...['north', 'south', 'east'].map((code) => ({
		...{ code, name: code, kind: 'Phường', level: 'xa', parent: 'city' },
		...{ validFrom: '2020-01-01', ...(code !== 'north' && { validTo: '2026-06-30' }) }
	})),
	{
		...{ code: 'united', name: 'united', kind: 'Phường', level: 'xa', parent: 'city' },
		validFrom: '2026-07-01'
	}
];
const LINEAGE = ['south', 'east'].map((from) => ({
	...{ date: '2026-07-01', kind: 'merge' as const, from, to: 'united' }
}));
const CATALOGUE = catalogueOf([{ id: 'share', numerator: ['end.a'], denominator: ['end.b'] }]);

const FIRST = file(1, { north: [3n, 4n], south: [1n, 2n], east: [2n, 2n] });
const AGAIN = file(2, { south: [2n, 2n] });

describe('findTrace', () => {
	const asked = (code: string, submissions = [FIRST, AGAIN]) => ({
		...{ engine: engine(), units: CITY, lineage: LINEAGE, catalogue: CATALOGUE, submissions },
		...{ code: readable(code), newest: 2, today: TODAY }
	});
	const printed = {
		...{ indicator: 'share', unit: 'south', period: '2025-Q4', boundaries: 'reported' as const },
		...{ sequence: 1, numerator: 1n, denominator: 2n }
	};
	const found = {
		...{ indicator: 'share', unit: 'south', period: '2025-Q4', sequence: 1, omitted: 0 },
		...{ then: { numerator: 1n, denominator: 2n }, now: { numerator: 2n, denominator: 2n } },
		changes: [{ sequence: 2, numerator: 2n, denominator: 2n, isOwn: true }]
	};

	it('tells what changed a figure since it was printed', async () => {
		expect(await findTrace(asked(traceCode(printed)))).toEqual({
			...{ indicators: ['share'], units: ['south'] },
			found: [{ ...found, agreement: 'agrees' }]
		});
	});

	it('says where the figure of then is not the one that was printed', async () => {
		const code = traceCode({ ...printed, numerator: 0n });
		expect((await findTrace(asked(code))).found).toEqual([{ ...found, agreement: 'differs' }]);
	});

	it('finds a figure that is withheld without a word on whether it agrees', async () => {
		const code = traceCode({ ...printed, isWithheld: true });
		expect((await findTrace(asked(code))).found).toEqual([{ ...found, agreement: 'withheld' }]);
	});

	it('finds no figures where none were there', async () => {
		const code = traceCode({
			...printed,
			unit: 'north',
			sequence: 0,
			numerator: undefined,
			denominator: undefined
		});
		expect((await findTrace(asked(code))).found).toMatchObject([
			{ then: {}, now: { numerator: 3n, denominator: 4n }, agreement: 'agrees' }
		]);
	});

	it('knows neither the indicator nor the unit of another organisation', async () => {
		const code = traceCode({ ...printed, indicator: 'other', unit: 'elsewhere' });
		expect(await findTrace(asked(code))).toEqual({ indicators: [], units: [], found: [] });
	});

	it('finds what stood on today’s units before these changed', async () => {
		const code = traceCode({ ...printed, boundaries: 'today' });
		expect((await findTrace(asked(code))).found).toMatchObject([
			{ boundaries: '2026-06-30', then: found.then, now: {}, agreement: 'agrees' }
		]);
	});
});

describe('sequenceOf', () => {
	it('takes the newest sequence that there is', () => {
		expect([
			sequenceOf({ sequence: 7 }, 6),
			sequenceOf({ sequence: 7 }, 7),
			sequenceOf({ sequence: 7 }, SEQUENCES + 6),
			sequenceOf({ sequence: 7 }, SEQUENCES + 7)
		]).toEqual([7, 7, 7, SEQUENCES + 7]);
	});
});
