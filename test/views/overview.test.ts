import { describe, expect, it } from 'vitest';
import { productCatalogue } from '#lib/catalogue/load-catalogue.ts';
import { gaugesOf } from '#lib/views/gauge.ts';
import { dataStateWords, overviewGroups, overviewSummary } from '#lib/views/overview.ts';
import { factsOf } from './example-facts.ts';

const figure = (indicator: string, numerator: number, denominator: number) => ({
	unit: 'MH',
	period: '2024',
	indicator,
	numerator,
	denominator
});
const facts = factsOf(
	figure('grassroots-rated-good', 18, 20),
	figure('plan-women', 262, 947),
	figure('committee-political-theory', 734, 745),
	figure('admission-rate', 557, 16_435)
);
const viewpoint = { path: ['MH'], period: '2024', language: 'vi' } as const;

describe('the overview', () => {
	it('starts with the four headline indicators in their order', () => {
		expect(gaugesOf(facts, viewpoint).map(({ indicator }) => indicator)).toEqual([
			'grassroots-rated-good',
			'committee-political-theory',
			'plan-women',
			'plan-young'
		]);
	});

	it('lists every other indicator once, by document', () => {
		const groups = overviewGroups(facts, viewpoint);
		expect(groups.map(({ label }) => label)).toEqual(['NQ 21', 'Đà Nẵng', 'KH 256']);
		const listed = groups.flatMap(({ rows }) => rows.map(({ reading }) => reading.indicator));
		const others = productCatalogue().indicators.filter(({ headline }) => headline === undefined);
		expect([...listed].sort()).toEqual(others.map(({ id }) => id).sort());
	});

	it('counts the targets in force by status, alike ones of one document once', () => {
		const { counts, others, met, judged } = overviewSummary(facts, viewpoint);
		const numbers = Object.fromEntries(counts.map(({ look, count }) => [look.status, count]));
		expect(numbers).toMatchObject({ met: 5, 'not-met': 2 });
		expect(met).toBe(5);
		expect(judged).toBe(counts.reduce((sum, { count }) => sum + count, 0));
		expect(others.map(({ look }) => look.status)).not.toContain('met');
	});

	it('says under each document how many of its targets are met', () => {
		const [first] = overviewGroups(facts, viewpoint);
		expect(first?.met).toBe('1/3 chỉ tiêu đạt');
	});

	it('says how complete the data are', () => {
		const incomplete = factsOf({ ...figure('plan-women', 1, 4), reported: 3, expected: 5 });
		expect(dataStateWords(gaugesOf(incomplete, viewpoint), 'vi')).toEqual([
			'Có số liệu ở 1/4 chỉ tiêu',
			'1 chỉ tiêu còn thiếu báo cáo'
		]);
		expect(dataStateWords(gaugesOf(factsOf(), viewpoint), 'vi')).toEqual([
			'Chưa có số liệu nào trong kỳ này'
		]);
		expect(dataStateWords(gaugesOf(facts, viewpoint), 'vi')).toEqual([
			'Có số liệu ở 3/4 chỉ tiêu',
			'mọi đơn vị đã báo cáo'
		]);
	});
});
