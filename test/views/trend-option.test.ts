import { LineChart } from 'echarts/charts';
import {
	GridComponent,
	MarkAreaComponent,
	MarkLineComponent,
	TooltipComponent
} from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { describe, expect, it } from 'vitest';
import type { ChartLook } from '#lib/views/chart-option.ts';
import { trendOf } from '#lib/views/trend.ts';
import { trendOption } from '#lib/views/trend-option.ts';
import { indicatorOf } from './example-facts.ts';
import { groundOf, rated } from './example-ground.ts';

use([
	LineChart,
	GridComponent,
	MarkAreaComponent,
	MarkLineComponent,
	TooltipComponent,
	SVGRenderer
]);

const look: ChartLook = { language: 'vi', tone: 'light', isStill: true, width: 720, height: 320 };
const trend = trendOf(
	groundOf(
		rated('MH', '2021', { numerator: 85, denominator: 100 }),
		rated('MH', '2022', {}),
		rated('MH', '2024', { numerator: 8996, denominator: 10_000 }),
		rated('MH', '2025', { numerator: 92, denominator: 100, closed: false })
	),
	{ unit: 'MH', indicator: indicatorOf('grassroots-rated-good'), grain: 'year', language: 'vi' }
);

interface Item {
	value: [number, number | null];
	itemStyle?: { color: string };
}

interface Drawn {
	series: [{ data: Item[] }];
	tooltip: object;
}

const option = trendOption(trend, look) as unknown as Drawn;

describe('the option of a trend', () => {
	it('leaves missing years and breaks empty, and never zero', () => {
		expect(option.series[0].data.map(({ value }) => value)).toEqual([
			[0, 85],
			[1, null],
			[1.5, null],
			[2, 89.96],
			[2.5, null],
			[3, 92]
		]);
	});

	it('fills a final point and leaves an open one hollow', () => {
		const colours = option.series[0].data.map(({ itemStyle }) => itemStyle?.color);
		expect([colours[3], colours[5]]).toEqual(['#0b5a73', '#ffffff']);
	});

	it('leaves the words at the pointer to the page, so that no text becomes HTML', () => {
		expect(option.tooltip).toEqual({ trigger: 'axis', showContent: false });
	});

	it('is drawn by ECharts with its targets and breaks in words', () => {
		const chart = init(null, null, { renderer: 'svg', ssr: true, width: 720, height: 320 });
		chart.setOption(trendOption(trend, look));
		const drawing = chart.renderToSVGString();
		chart.dispose();
		for (const words of [
			'NQ 21: trên 90%',
			'Đà Nẵng: từ 90%',
			'Sáp nhập 01/07/2025',
			'89,96%',
			'2021'
		]) {
			expect(drawing).toContain(words);
		}
	});
});
