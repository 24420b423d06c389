import { describe, expect, it } from 'vitest';
import { assess } from '#lib/assess/assess.ts';
import type { IndicatorTotal } from '#lib/base/indicator-total.ts';
import { productSettings } from '#lib/catalogue/load-settings.ts';
import { ratioIndicator, targetWith, totalWith } from './small-totals.ts';

const settings = productSettings();
const { threshold: _, ...bare } = targetWith({ kind: 'trend' });

function judge(total: IndicatorTotal, previous?: IndicatorTotal, direction?: 'up' | 'down') {
	const target = { ...bare, ...(direction && { direction }) };
	const { status, asAsked, before } = assess({
		total,
		...(previous && { previous }),
		indicator: ratioIndicator,
		target,
		settings
	});
	return { status, asAsked, before };
}

const then = totalWith([50, 100], { period: '2023', asOf: '2023' });
const before = { numerator: 50n, denominator: 100n };
const late = (units: number, lastDenominator: number, unknown = 0) => ({
	...{ units, unknown, lastDenominator: BigInt(lastDenominator), numerator: 0n, denominator: 0n }
});

describe('a trend', () => {
	it('rises, falls or stands still against the same period a year before', () => {
		const status = (numerator: number) => judge(totalWith([numerator, 200]), then);
		expect(status(101)).toEqual({ status: 'rising', asAsked: undefined, before });
		expect(status(100)).toEqual({ status: 'unchanged', asAsked: undefined, before });
		expect(status(99)).toEqual({ status: 'falling', asAsked: undefined, before });
	});

	it('is told beside the direction that the document asks for', () => {
		expect(judge(totalWith([60, 100]), then, 'up').asAsked).toBe(true);
		expect(judge(totalWith([60, 100]), then, 'down').asAsked).toBe(false);
		expect(judge(totalWith([50, 100]), then, 'up').asAsked).toBe(false);
	});

	it('has no data where there is nothing to compare, or the same figure twice', () => {
		expect(judge(totalWith([60, 100])).status).toBe('no-data');
		expect(judge(totalWith([60, 100]), totalWith([0, 0], { period: '2023' })).status).toBe(
			'no-data'
		);
		const held = { asOf: '2022' };
		expect(
			judge(totalWith([60, 100], held), totalWith([60, 100], { ...held, period: '2023' })).status
		).toBe('no-data');
	});

	it('is undecided while missing reports could turn it', () => {
		const now = totalWith([60, 100], { pending: late(1, 10), asOf: '2024' });
		expect(judge(now, then).status).toBe('rising');
		expect(judge({ ...now, pending: late(1, 50) }, then).status).toBe('undecided');
		expect(judge({ ...now, pending: late(1, 0, 1) }, then).status).toBe('undecided');
	});

	it('is not due while a year under way would be held against a whole one', () => {
		const open = totalWith([60, 100], { closed: false, asOf: '2024-Q2' });
		expect(judge(open, { ...then, asOf: '2023-Q4' }).status).toBe('not-due');
		const quarter = { ...open, period: '2024-Q2' };
		expect(judge(quarter, { ...then, period: '2023-Q2', asOf: '2023-Q2' }).status).toBe('rising');
	});
});
