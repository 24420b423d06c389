import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assess } from '#lib/assess/assess.ts';
import type { Status } from '#lib/assess/assessment.ts';
import { strictestTarget, targetsFor } from '#lib/assess/targets-for.ts';
import type { IndicatorTotal } from '#lib/base/indicator-total.ts';
import type { Catalogue, Comparator, Indicator, Target } from '#lib/catalogue/catalogue.ts';
import { productSettings } from '#lib/catalogue/load-settings.ts';

const settings = productSettings();
const words = { vi: 'a', en: 'a' };

const ratio: Indicator = {
	id: 'ratio',
	name: words,
	shortName: words,
	counted: words,
	numerator: ['b1.xs'],
	denominator: ['b1.xl'],
	definition: words
};
const count: Indicator = { ...ratio, id: 'count', denominator: [] };

function targetOf(comparator: Comparator, value: string, max?: string): Target {
	return {
		id: `${comparator}${value}`,
		indicator: 'ratio',
		kind: comparator === 'between' ? 'band' : 'ratio',
		threshold: { comparator, value, ...(max && { max }) },
		document: 'central',
		section: 'I',
		quote: 'q',
		inferred: false
	};
}

function totalOf(numerator: number | bigint, denominator?: number | bigint): IndicatorTotal {
	return {
		unit: 'MH',
		period: '2024',
		indicator: 'ratio',
		numerator: BigInt(numerator),
		...(denominator !== undefined && { denominator: BigInt(denominator) }),
		reported: 1,
		expected: 1,
		pending: { units: 0, unknown: 0, lastDenominator: 0n, numerator: 0n, denominator: 0n },
		stale: 0,
		closed: true
	};
}

function judge(total: IndicatorTotal, target: Target, indicator = ratio) {
	const { status, shortfall, side } = assess({ total, indicator, target, settings });
	return { status, shortfall, side };
}

const met = { status: 'met', shortfall: 0n, side: undefined };

describe('assess', () => {
	it('passes 18 of 20 at "from 90 %" and fails it at "above 90 %"', () => {
		expect(judge(totalOf(18, 20), targetOf('>=', '90'))).toEqual(met);
		expect(judge(totalOf(18, 20), targetOf('>', '90'))).toEqual({
			status: 'not-met',
			shortfall: 1n,
			side: 'below'
		});
	});

	it('puts 2.99, 3.00, 4.00 and 4.01 % below, in, in and above the band', () => {
		const band = targetOf('between', '3', '4');
		expect(judge(totalOf(299, 10_000), band)).toEqual({
			status: 'not-met',
			shortfall: 1n,
			side: 'below'
		});
		expect(judge(totalOf(300, 10_000), band)).toEqual(met);
		expect(judge(totalOf(400, 10_000), band)).toEqual(met);
		expect(judge(totalOf(401, 10_000), band)).toEqual({
			status: 'above-band',
			shortfall: 1n,
			side: 'above'
		});
	});

	it('says not applicable where the denominator is zero', () => {
		expect(judge(totalOf(0, 0), targetOf('>=', '90')).status).toBe('not-applicable');
	});

	it('says not applicable outside the years of the target', () => {
		expect(judge(totalOf(1, 2), { ...targetOf('>=', '90'), from: 2025 }).status).toBe(
			'not-applicable'
		);
		expect(judge(totalOf(1, 2), { ...targetOf('>=', '90'), to: 2023 }).status).toBe(
			'not-applicable'
		);
	});

	it('says no data where nothing was reported, and not due before the year is closed', () => {
		const { numerator: _, denominator: __, ...empty } = totalOf(0, 0);
		expect(judge({ ...empty, reported: 0 }, targetOf('>=', '90')).status).toBe('no-data');
		expect(judge({ ...totalOf(1, 10), closed: false }, targetOf('>=', '90')).status).toBe(
			'not-due'
		);
	});

	it('says no threshold for an external target that nobody has set', () => {
		const { threshold: _, ...external } = targetOf('>=', '90');
		expect(judge(totalOf(1, 2), { ...external, kind: 'external' }).status).toBe('no-threshold');
	});

	it('compares counts without a denominator', () => {
		expect(judge(totalOf(9), targetOf('>=', '1'), count)).toEqual(met);
		expect(judge(totalOf(0), targetOf('>=', '1'), count).shortfall).toBe(1n);
	});

	it('decides on integers beyond the reach of floats', () => {
		const whole = 9_007_199_254_740_993n;
		expect(judge(totalOf(whole - 1n, whole), targetOf('=', '100'))).toEqual({
			status: 'not-met',
			shortfall: 1n,
			side: 'below'
		});
	});

	it('flips when the shortfall is added and not when one fewer is', () => {
		const comparators = fc.constantFrom<Comparator>('>=', '>', '=', '<=', '<');
		const whole = fc.integer({ min: 1, max: 100_000 });
		fc.assert(
			fc.property(
				whole,
				whole,
				comparators,
				fc.integer({ min: 0, max: 100 }),
				(a, b, comparator, percent) => {
					const [numerator, denominator] = [BigInt(Math.min(a, b)), BigInt(Math.max(a, b))];
					if (comparator === '=' && (BigInt(percent) * denominator) % 100n !== 0n) return;
					const target = targetOf(comparator, String(percent));
					const { status, shortfall = 0n, side } = judge(totalOf(numerator, denominator), target);
					if (status === 'met') return;
					const step = side === 'above' ? -1n : 1n;
					const after = (added: bigint): Status =>
						judge(totalOf(numerator + step * added, denominator), target).status;
					expect(after(shortfall)).toBe('met');
					expect(after(shortfall - 1n)).toBe('not-met');
				}
			),
			{ numRuns: 1000 }
		);
	});

	it('flips at the nearest edge of a band', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 0, max: 5000 }),
				fc.integer({ min: 200, max: 5000 }),
				(numerator, denominator) => {
					const band = targetOf('between', '3', '4');
					const before = judge(totalOf(numerator, denominator), band);
					if (before.status === 'met') return;
					const step = before.side === 'above' ? -1n : 1n;
					const at = (added: bigint) =>
						judge(totalOf(BigInt(numerator) + step * added, denominator), band).status;
					expect(at(before.shortfall ?? 0n)).toBe('met');
					expect(at((before.shortfall ?? 0n) - 1n)).toBe(before.status);
				}
			)
		);
	});
});

describe('missing reports', () => {
	const pending = (units: number, lastDenominator: number, unknown = 0) => ({
		units,
		unknown,
		lastDenominator: BigInt(lastDenominator),
		numerator: 0n,
		denominator: 0n
	});

	it('leave the status undecided while they can change it, with the range', () => {
		const total = { ...totalOf(90, 100), pending: pending(1, 10), reported: 1, expected: 2 };
		expect(assess({ total, indicator: ratio, target: targetOf('>=', '85'), settings })).toEqual({
			target: targetOf('>=', '85'),
			status: 'undecided',
			shortfall: 0n,
			range: {
				low: { numerator: 90n, denominator: 112n },
				high: { numerator: 102n, denominator: 112n }
			}
		});
	});

	it('leave it undecided where a missing unit has no known denominator', () => {
		const total = { ...totalOf(90, 100), pending: pending(1, 0, 1) };
		expect(judge(total, targetOf('>=', '10')).status).toBe('undecided');
	});

	it('never turn a met or not met, whatever they report within the tolerance', () => {
		const size = fc.integer({ min: 1, max: 500 });
		const report = fc.tuple(size, fc.double({ min: 0, max: 1, noNaN: true }));
		const late = fc.record({
			last: size,
			drift: fc.double({ min: -1, max: 1, noNaN: true }),
			share: fc.double({ min: 0, max: 1, noNaN: true })
		});
		const comparators = fc.constantFrom<Comparator>('>=', '>', '=', '<=', '<', 'between');
		fc.assert(
			fc.property(
				fc.array(report, { minLength: 1, maxLength: 6 }),
				fc.array(late, { minLength: 1, maxLength: 4 }),
				comparators,
				fc.integer({ min: 1, max: 100 }),
				(reports, lates, comparator, percent) => {
					const sum = (values: number[]) => values.reduce((a, b) => a + b, 0);
					const numerator = sum(reports.map(([whole, share]) => Math.floor(whole * share)));
					const denominator = sum(reports.map(([whole]) => whole));
					const target = targetOf(comparator, String(percent), String(Math.min(percent + 5, 100)));
					const early = assess({
						total: {
							...totalOf(numerator, denominator),
							pending: pending(lates.length, sum(lates.map(({ last }) => last)))
						},
						indicator: ratio,
						target,
						settings
					});
					if (early.status === 'undecided') return;
					const arrived = lates.map(({ last, drift, share }) => {
						const whole = last + Math.trunc((last * drift * 20) / 100);
						return { whole, part: Math.floor(whole * share) };
					});
					const final = totalOf(
						numerator + sum(arrived.map(({ part }) => part)),
						denominator + sum(arrived.map(({ whole }) => whole))
					);
					expect(judge(final, target).status).toBe(early.status);
				}
			),
			{ numRuns: 2000 }
		);
	});
});

describe('targets', () => {
	const catalogue: Catalogue = {
		templates: [],
		undertakings: [],
		checks: [],
		indicators: [ratio],
		documents: [
			{ id: 'central', number: '21', name: words, date: '2022-06-16', rank: 'central' },
			{ id: 'city', number: 'CT', name: words, date: '2022-09-01', rank: 'city' }
		],
		targets: [targetOf('>', '90'), { ...targetOf('>=', '90'), document: 'city' }]
	};

	it('of a city programme apply to the unit that adopts it and below', () => {
		const ids = (path: string[], adoption = {}) =>
			targetsFor(catalogue, { indicator: 'ratio', path, adoption }).map(({ id }) => id);
		expect(ids(['MH', 'MH01'])).toEqual(['>90', '>=90']);
		expect(ids(['MH', 'MH01'], { city: 'MH01' })).toEqual(['>90', '>=90']);
		expect(ids(['MH', 'MH02'], { city: 'MH01' })).toEqual(['>90']);
	});

	it('are led by the strictest one in force', () => {
		const strict = targetOf('>', '90');
		const later = { ...targetOf('=', '100'), from: 2030 };
		expect(
			strictestTarget([targetOf('>=', '90'), strict, later], { year: 2024, isRatio: true })
		).toBe(strict);
		expect(strictestTarget([later], { year: 2024, isRatio: true })).toBe(undefined);
	});
});
