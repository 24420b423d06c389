import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assess } from '#lib/assess/assess.ts';
import type { Status } from '#lib/assess/assessment.ts';
import { rangeOf } from '#lib/assess/range.ts';
import { valueOf } from '#lib/assess/value.ts';
import { compareFractions } from '#lib/base/fraction.ts';
import type { IndicatorTotal } from '#lib/base/indicator-total.ts';
import type { Comparator, Indicator, Target } from '#lib/catalogue/catalogue.ts';
import { productSettings } from '#lib/catalogue/load-settings.ts';
import { type Reporter, reporter, standsOf, totalAt } from './arriving-reports.ts';
import { countIndicator, ratioIndicator, targetWith } from './small-totals.ts';

const settings = productSettings();
const SETTLED: readonly Status[] = ['met', 'not-met', 'above-band', 'not-applicable'];
const UNITS = ['R', 'A', 'B', 'C'];

const target = fc
	.record({
		comparator: fc.constantFrom<Comparator>('>=', '>', '=', '<=', '<', 'between'),
		value: fc.constantFrom('0', '1', '2', '10', '25', '33.3', '50', '66.5', '90', '99.9', '100'),
		width: fc.integer({ min: 0, max: 30 }),
		isPath: fc.boolean()
	})
	.map(({ comparator, value, width, isPath }): Target => {
		const max = String(Number.parseInt(value) + width + 1);
		const held = { value, ...(comparator === 'between' && { max }) };
		const path = isPath ? { ...held, value: '77', path: [{ from: 2024, ...held }] } : held;
		return targetWith({ threshold: { comparator, ...path } });
	});

/** The units, and in which order their reports come: after each, how many of each unit's have. */
function arrivals(mayExceed: boolean): fc.Arbitrary<{ reporters: Reporter[]; orders: number[][] }> {
	return fc
		.array(reporter(mayExceed), { minLength: 1, maxLength: 7 })
		.chain((reporters) => {
			const tickets = reporters.flatMap((each, place) =>
				standsOf(each)
					.slice(1)
					.map(() => place)
			);
			return fc.record({
				reporters: fc.constant(reporters),
				queue: fc.shuffledSubarray(tickets, { minLength: tickets.length })
			});
		})
		.map(({ reporters, queue }) => ({
			reporters,
			orders: [-1, ...queue].map((_, count) =>
				reporters.map((__, place) => queue.slice(0, count).filter((each) => each === place).length)
			)
		}));
}

interface Case {
	reporters: Reporter[];
	orders: number[][];
	target: Target;
	indicator: Indicator;
}

const anyCase: fc.Arbitrary<Case> = fc
	.constantFrom<Indicator>(ratioIndicator, { ...ratioIndicator, mayExceed: true }, countIndicator)
	.chain((indicator) =>
		fc
			.record({ sent: arrivals(indicator.mayExceed === true), target })
			.map(({ sent, target: asked }) => ({ ...sent, target: asked, indicator }))
	);

function journey({ reporters, orders, indicator }: Case, unit: string): IndicatorTotal[] {
	return orders.map((steps) => {
		const { denominator, ...total } = totalAt(reporters, steps, unit);
		const isRatio = indicator.denominator.length > 0;
		return isRatio && denominator !== undefined ? { ...total, denominator } : total;
	});
}

describe('while reports arrive in any order, inside the tolerance', () => {
	it('a verdict once given never turns', () => {
		const given = new Map<Status, number>();
		fc.assert(
			fc.property(anyCase, (random) => {
				for (const unit of UNITS) {
					const statuses = journey(random, unit).map(
						(total) => assess({ total, settings, ...random }).status
					);
					const first = statuses.findIndex((status) => SETTLED.includes(status));
					if (first < 0) continue;
					given.set(statuses[first]!, (given.get(statuses[first]!) ?? 0) + 1);
					if (statuses.slice(first).some((status) => status !== statuses[first]))
						throw new Error(`${unit}: ${statuses.join(', ')}`);
				}
			}),
			{ numRuns: 2000 }
		);
		expect([...given.keys()].sort()).toEqual([...SETTLED].sort());
	});

	it('the range always holds the final value', () => {
		let told = 0;
		fc.assert(
			fc.property(anyCase, (random) => {
				const { indicator } = random;
				for (const unit of UNITS) {
					const totals = journey(random, unit);
					const final = valueOf(totals.at(-1)!, indicator);
					for (const total of totals) {
						const range = rangeOf(total, indicator, settings.missingTolerancePercent);
						if (!range || !final) continue;
						told += total.pending.units > 0 ? 1 : 0;
						if (compareFractions(range.low, final) > 0)
							throw new Error('final value below the range');
						if (range.high && compareFractions(final, range.high) > 0)
							throw new Error('final value above the range');
					}
				}
			}),
			{ numRuns: 2000 }
		);
		expect(told).toBeGreaterThan(1000);
	});

	it('a unit without a known denominator leaves a ratio undecided', () => {
		fc.assert(
			fc.property(anyCase, (random) => {
				for (const unit of UNITS) {
					for (const total of journey(random, unit)) {
						if (total.pending.unknown === 0 || random.indicator === countIndicator) continue;
						const { status, range } = assess({ total, settings, ...random });
						expect(['undecided', 'no-data']).toContain(status);
						expect(range).toBe(undefined);
					}
				}
			}),
			{ numRuns: 1000 }
		);
	});

	it('all that has come gives the verdict of the plain value', () => {
		fc.assert(
			fc.property(anyCase, (random) => {
				const total = journey(random, 'R').at(-1)!;
				const { status } = assess({ total, settings, ...random });
				expect(total.pending.units).toBe(0);
				expect(status).not.toBe('undecided');
			}),
			{ numRuns: 1000 }
		);
	});
});
