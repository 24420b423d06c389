import { describe, expect, it } from 'vitest';
import { assess } from '#lib/assess/assess.ts';
import type { IndicatorTotal } from '#lib/base/indicator-total.ts';
import type { Comparator, Indicator, Target } from '#lib/catalogue/catalogue.ts';
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

	it('is not due before the day that the target names, unless it holds from an earlier year on', () => {
		const target = { ...targetOf('>=', '90'), due: '2024-06-30' };
		const status = (period: string) => judge({ ...totalOf(1, 10), period }, target).status;
		expect(['2023', '2024-Q1', '2024-Q2', '2024'].map(status)).toEqual([
			...['not-due', 'not-due', 'not-met', 'not-met']
		]);
		const held = judge(totalOf(1, 10), { ...target, due: '2025-06-30', from: 2023 });
		expect(held.status).toBe('not-met');
	});

	it('goes by the value of the year where the target has a yearly path', () => {
		const target: Target = {
			...targetOf('>=', '70'),
			threshold: { comparator: '>=', value: '70', path: [{ from: 2025, value: '80' }] }
		};
		const status = (period: string) => judge({ ...totalOf(75, 100), period }, target).status;
		expect(['2024', '2025', '2026'].map(status)).toEqual(['met', 'not-met', 'not-met']);
	});

	it('passes a rank that is low enough', () => {
		const target = { ...targetOf('<=', '3'), kind: 'rank' as const };
		expect(judge(totalOf(3), target, count)).toEqual(met);
		expect(judge(totalOf(5), target, count)).toEqual({
			status: 'not-met',
			shortfall: 2n,
			side: 'above'
		});
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

	it('leave it undecided where what was reported divides by nothing and more may come', () => {
		const empty = { ...totalOf(0, 0), reported: 1, expected: 2 };
		expect(judge({ ...empty, pending: pending(1, 10) }, targetOf('>=', '10')).status).toBe(
			'undecided'
		);
		expect(judge({ ...empty, pending: pending(1, 0, 1) }, targetOf('>=', '10')).status).toBe(
			'undecided'
		);
		expect(judge({ ...empty, pending: pending(1, 0) }, targetOf('>=', '10')).status).toBe(
			'not-applicable'
		);
	});
});
