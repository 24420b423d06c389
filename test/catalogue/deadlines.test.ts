import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnSheetsOf } from '#lib/catalogue/find-in-catalogue.ts';
import { productCatalogue } from '#lib/catalogue/load-catalogue.ts';
import {
	type Deadlines,
	dueOf,
	lateDays,
	owedKindOf,
	owedPeriodsOf
} from '#lib/catalogue/deadlines.ts';
import { productDeadlines } from '#lib/catalogue/load-deadlines.ts';

const deadlines = productDeadlines();
const halfYearly: Deadlines = { ...deadlines, templates: [{ id: 'B1', period: 'half' }] };

describe('the sheets owed', () => {
	it('are all sheets with columns, B5 once a year and the others every quarter', () => {
		expect(
			columnSheetsOf(productCatalogue()).map(({ id }) => [id, owedKindOf(deadlines, id)])
		).toEqual([
			['B1', 'quarter'],
			['B2', 'quarter'],
			['B3', 'quarter'],
			['B4', 'quarter'],
			['B5', 'year'],
			['B6', 'quarter'],
			['B7', 'quarter']
		]);
	});

	it('are owed for every such period of the year', () => {
		expect(owedPeriodsOf(deadlines, 'B5', 2026)).toEqual(['2026']);
		expect(owedPeriodsOf(halfYearly, 'B1', 2026)).toEqual(['2026-H1', '2026-H2']);
		expect(owedPeriodsOf(deadlines, 'B1', 2026)).toEqual([
			...['2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4']
		]);
		expect(owedPeriodsOf(deadlines, 'B9', 2026)).toEqual([]);
	});
});

describe('the last day in time', () => {
	it.each([
		['2026-Q1', '2026-04-10'],
		['2026-Q2', '2026-07-10'],
		['2026-Q3', '2026-10-10'],
		['2026-Q4', '2027-01-10']
	])('for the quarter %s is %s', (period, due) => {
		expect(dueOf(deadlines, { template: 'B1', period })).toBe(due);
	});

	it('for a half-year is the one before 15 June or 15 December', () => {
		expect(dueOf(halfYearly, { template: 'B1', period: '2026-H1' })).toBe('2026-06-14');
		expect(dueOf(halfYearly, { template: 'B1', period: '2026-H2' })).toBe('2026-12-14');
	});

	it('for a year is the one before 15 December', () => {
		expect(dueOf(deadlines, { template: 'B5', period: '2026' })).toBe('2026-12-14');
	});

	it('does not exist for a period that the sheet is not owed for', () => {
		expect(dueOf(deadlines, { template: 'B5', period: '2026-Q4' })).toBeUndefined();
		expect(dueOf(deadlines, { template: 'B1', period: '2026' })).toBeUndefined();
		expect(dueOf(deadlines, { template: 'B9', period: '2026-Q4' })).toBeUndefined();
	});
});

describe('days late', () => {
	it.each([
		['2026-06-14T16:59:59.999Z', 0],
		['2026-06-14T17:00:00.000Z', 1],
		['2026-06-14T17:30:00Z', 1],
		['2026-06-15T16:59:59Z', 1],
		['2026-06-15T17:00:00Z', 2],
		['2026-01-01T00:00:00Z', 0]
	])('of a submission due before 15 June and made at %s are %i', (instant, days) => {
		expect(lateDays('2026-06-14', instant)).toBe(days);
	});

	it('begin with midnight in Viet Nam and grow by one each midnight', () => {
		const midnight = Date.parse('2026-06-14T17:00:00Z');
		const offsets = fc.integer({ min: -3_000_000_000, max: 30_000_000_000 });
		fc.assert(
			fc.property(offsets, (offset) => {
				const instant = new Date(midnight + offset).toISOString();
				const expected = Math.max(0, Math.floor(offset / 86_400_000) + 1);
				expect(lateDays('2026-06-14', instant)).toBe(expected);
			})
		);
	});
});
