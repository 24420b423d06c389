import { describe, expect, it } from 'vitest';
import { chartBeginning } from '#lib/export/deck-charts.ts';
import type { ReportChart } from '#lib/views/report.ts';

const CHART: ReportChart = {
	...{ kind: 'levels', caption: 'Cơ cấu (40 dòng đầu trong 52)', alternative: '' },
	whole: { caption: 'Cơ cấu', count: 52 },
	...{ unit: 'ratio', decimals: 2 },
	categories: Array.from({ length: 40 }, (_, at) => `Đơn vị ${at + 1}`),
	series: [{ name: 'Tốt', role: 'level-1', values: Array<number>(40).fill(0.5) }]
};

describe('the beginning of a chart on a slide', () => {
	it('says once how many of how many it shows', () => {
		const { caption, categories, series } = chartBeginning(CHART, { height: 200, language: 'vi' });
		expect(categories.length).toBeLessThan(40);
		expect(series[0]?.values).toHaveLength(categories.length);
		expect(caption).toBe(`Cơ cấu (${categories.length} dòng đầu trong 52)`);
	});

	it('counts its own rows where it shows all', () => {
		const { whole: _, ...all } = { ...CHART, kind: 'bars' as const, caption: 'Theo đơn vị' };
		const { caption, categories } = chartBeginning(all, { height: 200, language: 'en' });
		expect(caption).toBe(`Theo đơn vị (the ${categories.length} of 40 that need attention most)`);
	});

	it('is the chart itself where all of it can be read', () => {
		expect(chartBeginning(CHART, { height: 2000, language: 'vi' })).toBe(CHART);
	});
});
