import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	formatViewChoice,
	parseViewChoice,
	type ViewChoice,
	withOwn
} from '#lib/state/view-url.ts';

const parse = (query: string): ViewChoice => parseViewChoice(new URLSearchParams(query));

describe('formatViewChoice', () => {
	test('says nothing where nothing was chosen', () => {
		expect(formatViewChoice({})).toBe('');
	});

	test('leaves Vietnamese unsaid', () => {
		expect(formatViewChoice({ language: 'vi', unit: 'MH03' })).toBe('?unit=MH03');
	});

	test('leaves units as reported unsaid', () => {
		expect(formatViewChoice({ units: 'reported', period: '2024' })).toBe('?period=2024');
	});

	test('says unit, period, map and language in this order', () => {
		const choice: ViewChoice = {
			language: 'en',
			units: 'today',
			period: '2024-Q4',
			unit: 'MH03'
		};
		expect(formatViewChoice(choice)).toBe('?unit=MH03&period=2024-Q4&units=today&lang=en');
	});
});

test('formatViewChoice lets what else stood in the query follow', () => {
	const before = new URLSearchParams('sheet=B1&unit=MH01&lang=en&missing=1');
	expect(formatViewChoice({ unit: 'MH03' }, before)).toBe('?unit=MH03&sheet=B1&missing=1');
});

describe('parseViewChoice', () => {
	test('reads unit, period, map and language', () => {
		expect(parse('?unit=MH03&period=2024-Q4&units=2024&lang=en')).toEqual({
			unit: 'MH03',
			period: '2024-Q4',
			units: 2024,
			language: 'en'
		});
	});

	test('reads the layers that are shown, where they are not all', () => {
		expect(parse('?layers=own,central')).toEqual({ layers: ['central', 'own'] });
		expect(parse('?layers=none')).toEqual({ layers: [] });
		expect(parse('?layers=central,city,own,peers')).toEqual({});
		expect(parse('?layers=moon')).toEqual({});
	});

	test('takes what is no period, no map and no language as not chosen', () => {
		expect(parse('?unit=&period=2024-Q5&units=reported&lang=fr&page=2')).toEqual({});
	});
});

test("a page's own parameters are set, and leave where they say nothing", () => {
	const before = new URLSearchParams('?period=2024&sort=name&q=a');
	expect(String(withOwn(before, { sort: undefined, q: 'b', by: 'topic' }))).toBe(
		'period=2024&q=b&by=topic'
	);
	expect(String(before)).toBe('period=2024&sort=name&q=a');
});

test('a list reads as it was written, with its commas', () => {
	const own = withOwn(new URLSearchParams(), { with: 'MH-801,MH-802' });
	expect(formatViewChoice({ period: '2024' }, own)).toBe('?period=2024&with=MH-801,MH-802');
});

test('a choice comes back from its link as it was', () => {
	const choices = fc.record(
		{
			unit: fc.string({ minLength: 1, unit: 'grapheme' }),
			period: fc.constantFrom('2024', '2024-H1', '2025-Q3'),
			units: fc.oneof(fc.constant('today' as const), fc.integer({ min: 1930, max: 2099 })),
			layers: fc.subarray(['central', 'city', 'own', 'peers'] as const, { maxLength: 3 }),
			language: fc.constant('en' as const)
		},
		{ requiredKeys: [] }
	);
	fc.assert(
		fc.property(choices, (choice) => {
			expect(parse(formatViewChoice(choice))).toEqual(choice);
		})
	);
});
