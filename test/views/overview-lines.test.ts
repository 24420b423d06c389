import { describe, expect, it } from 'vitest';
import { productCatalogue } from '#lib/catalogue/load-catalogue.ts';
import { filteredLines, filterOptions, isNarrowed } from '#lib/views/overview-filter.ts';
import { groupedLines } from '#lib/views/overview-groups.ts';
import { headlineLines, overviewLines } from '#lib/views/overview-lines.ts';
import { type Figure, factsOf } from './example-facts.ts';

const figure = (
	indicator: string,
	period: string,
	[numerator, denominator]: [number, number]
): Figure => ({ unit: 'MH', period, indicator, numerator, denominator });

const facts = factsOf(
	figure('plan-women', '2022', [28, 100]),
	figure('plan-women', '2023', [24, 100]),
	figure('plan-women', '2024', [24, 100]),
	figure('plan-women', '2025', [249, 1000]),
	figure('plan-women', '2025-Q3', [24, 100]),
	figure('plan-women', '2025-Q4', [249, 1000]),
	figure('plan-young', '2025', [16, 100]),
	figure('plan-young', '2025-Q3', [14, 100]),
	figure('plan-young', '2025-Q4', [16, 100]),
	{ ...figure('admission-quota', '2025-Q3', [50, 100]), closed: false },
	figure('admission-quota', '2024-Q4', [101, 100]),
	figure('admission-quota', '2025-Q4', [103, 100]),
	figure('admission-quota', '2025', [103, 100])
);
const viewpoint = { path: ['MH'], period: '2025', language: 'vi' } as const;
const lines = overviewLines(facts, viewpoint);
const line = (id: string) => lines.find(({ reading }) => reading.indicator === id)!;
const ids = (some: typeof lines): string[] => some.map(({ reading }) => reading.indicator);

describe('the lines of the overview', () => {
	it('are all indicators, each in its field of work', () => {
		expect(ids(lines)).toEqual(productCatalogue().indicators.map(({ id }) => id));
		expect(line('plan-women').topic).toBe('women');
		expect(ids(headlineLines(lines))).toEqual([
			'grassroots-rated-good',
			'committee-political-theory',
			'plan-women',
			'plan-young'
		]);
	});

	it('say since when a target is missed', () => {
		expect(line('plan-women').since).toBe('3 năm liền, từ năm 2023');
		expect(line('plan-young').since).toBeUndefined();
	});

	it('say what changed since last quarter: a verdict, or more than the effective gap', () => {
		expect(line('plan-young').change).toEqual({
			turn: 'up',
			was: { status: 'not-met', word: 'Chưa đạt', icon: 'cross' },
			words: 'trước đó chưa đạt; +2,00 điểm % so với quý III/2025'
		});
		expect(line('plan-women').change).toBeUndefined();
	});

	it('hold what grows within the year against the end of the year before', () => {
		expect(line('admission-quota').change).toEqual({
			turn: 'up',
			words: '+2,00 điểm % so với quý IV/2024'
		});
	});
});

describe('the filter of the overview', () => {
	it('leaves the lines of a status, a document, a kind, or those that changed', () => {
		expect(ids(filteredLines(lines, { status: 'not-met' }))).toEqual(['plan-women']);
		expect(ids(filteredLines(lines, { isChanged: true }))).toEqual([
			'plan-young',
			'admission-quota'
		]);
		expect(ids(filteredLines(lines, { kind: 'band' }))).toEqual(['admission-rate']);
		expect(ids(filteredLines(lines, { document: '256-kh-tu', status: 'met' }))).toEqual([
			'plan-young',
			'admission-quota'
		]);
		expect(isNarrowed({})).toBe(false);
		expect(isNarrowed({ isChanged: true })).toBe(true);
	});

	it('says what there is to choose from, and how many it leaves', () => {
		const options = filterOptions(lines, { catalogue: facts.catalogue, language: 'vi' });
		expect(options.changed).toBe(2);
		expect(options.statuses.find(({ value }) => value === 'not-met')).toEqual({
			value: 'not-met',
			words: 'Chưa đạt',
			count: 1
		});
		for (const { value, count } of options.documents)
			expect(filteredLines(lines, { document: value })).toHaveLength(count);
	});
});

describe('the groups of the overview', () => {
	it.each(['document', 'topic'] as const)('by %s hold every line once', (by) => {
		const groups = groupedLines(lines, { by, catalogue: facts.catalogue, language: 'vi' });
		expect(ids(groups.flatMap((group) => group.lines)).sort()).toEqual(ids(lines).sort());
	});

	it('say how many of their targets are met', () => {
		const groups = groupedLines(lines, { by: 'topic', catalogue: facts.catalogue, language: 'vi' });
		expect(groups.find(({ id }) => id === 'cadres')?.met).toMatch(/^1\/\d+ chỉ tiêu đạt$/);
	});
});
