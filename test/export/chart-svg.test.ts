import { smallCharts } from '#test/fixtures/reports/small-charts.ts';
import { describe, expect, it } from 'vitest';
import { chartSvg, pictureHeight } from '#lib/export/chart-svg.ts';
import type { PictureLook } from '#lib/export/picture.ts';
import type { ReportChart } from '#lib/views/report.ts';

const [BULLETS, BARS, LINE, LEVELS] = smallCharts('vi') as [
	ReportChart,
	ReportChart,
	ReportChart,
	ReportChart
];

/** The dashes and the ink of hatches. */
const RISING = ['1.6 2.6', '#c43a0a'];
const DOTS = ['2 4', '#7a5bb5'];

function draw(chart: ReportChart, look: Partial<PictureLook> = {}): string {
	return chartSvg(chart, {
		width: 640,
		height: pictureHeight(chart, 640),
		look: { language: 'vi', tone: 'light', ...look }
	});
}

function texts(svg: string): string[] {
	return [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text = '']) => text);
}

function count(svg: string, part: string): number {
	return svg.split(part).length - 1;
}

describe('the picture of a chart', () => {
	it('is the same text for the same chart', () => {
		for (const chart of smallCharts('en')) expect(draw(chart)).toBe(draw(chart));
	});

	it('says in words what it shows to those who do not see it', () => {
		for (const chart of smallCharts('vi'))
			expect(draw(chart)).toContain(`role="img" aria-label="${chart.alternative}"`);
	});

	it('keeps every name and every printed value as text', () => {
		expect(texts(draw(BULLETS))).toEqual([
			...['Đạt', 'Chưa đạt', 'Chưa đủ căn cứ', 'Số tạm thời', 'Chỉ tiêu'],
			...['0%', '20%', '40%', '60%', '80%', '100%'],
			...['Phường Quảng Ngạnh', 'Xã Đông Ưởng', 'Phường Ỷ La', 'Đặc khu Côn Hải'],
			...['92,42%', '81,30%', '90,00%', 'không có số liệu']
		]);
	});

	it('tells verdicts apart by hatches, and leaves what is met plain', () => {
		const svg = draw({
			...BULLETS,
			series: BULLETS.series.map((series) => ({ ...series, provisional: undefined }))
		});
		const lines = /stroke-dasharray="([^"]+)" stroke="([^"]+)" clip-path/g;
		expect([...svg.matchAll(lines)].map(([, dashes, ink]) => [dashes, ink])).toEqual([
			...[RISING, DOTS],
			...[RISING, DOTS]
		]);
		expect(svg).toContain('<path fill="#0d7a80" stroke="#0d7a80"');
	});

	it('cuts the lines of a hatch at its boxes, without a pattern that would be printed as a picture', () => {
		const svg = draw(LEVELS, { id: 'c7-' });
		const cuts = [...svg.matchAll(/<clipPath id="([^"]+)"><path id="([^"]+)"/g)];
		expect(cuts.map(([, id]) => id)).toEqual(['c7-c1', 'c7-c2', 'c7-c3', 'c7-c4']);
		for (const [, id = '', boxes = ''] of cuts) {
			expect(count(svg, `<use href="#${boxes}" fill=`)).toBe(1);
			expect(count(svg, `clip-path="url(#${id})"`)).toBe(1);
		}
		expect(svg).not.toContain('<pattern');
	});

	it('draws what is provisional hollow', () => {
		expect(count(draw(BULLETS), 'fill="#ffffff" stroke="#7a5bb5" stroke-width="2"')).toBe(1);
		expect(count(draw(LINE), 'fill="#ffffff" stroke="#0b5a73"')).toBe(2);
	});

	it('draws no bar, no point and no line where there is no value', () => {
		expect(texts(draw(BARS)).filter((text) => text === 'không có số liệu')).toHaveLength(1);
		const [path = ''] = /<path d="M[^"]*" fill="none" stroke="#0b5a73"/.exec(draw(LINE)) ?? [];
		expect(count(path, 'M')).toBe(2);
		expect(count(path, 'L')).toBe(1);
	});

	it('draws one line through all rows for a target that all share, and prints it in the legend', () => {
		const shared = BULLETS.series.map((series) =>
			series.role === 'target' ? { ...series, values: [0.9, 0.9, 0.9, 0.9] } : series
		);
		const svg = draw({ ...BULLETS, series: shared });
		expect(count(svg, 'stroke-width="3"')).toBe(0);
		expect(texts(svg)).toContain('Chỉ tiêu: ≥ 90%');
	});

	it('names the break over the line at which the series breaks', () => {
		expect(texts(draw(LINE))).toContain('Sáp nhập 01/07/2025');
	});

	it('prints thresholds without needless decimals and values with theirs', () => {
		const printed = texts(draw(LINE));
		for (const words of ['3,5%', '4%', '3%', '2,55%', '3,40%']) expect(printed).toContain(words);
	});

	it('lets the parts of a whole fill the row, whatever they are counted in', () => {
		const counts = LEVELS.series.map((series) => ({
			...series,
			values: series.values.map((value) => value && value * 40)
		}));
		expect(
			count(draw({ ...LEVELS, unit: 'count', decimals: 0, series: counts }), 'fill="#0a5560"')
		).toBe(count(draw(LEVELS), 'fill="#0a5560"'));
		expect(texts(draw(LEVELS))).toContain('100%');
	});

	it('never takes a name for markup', () => {
		const svg = draw({ ...BARS, categories: ['<script>&"', 'b', 'c', 'd'] });
		expect(svg).toContain('&lt;script&gt;&amp;&quot;');
		expect(svg).not.toContain('<script');
	});

	it('says all that a place shows: as a title, or for a script of the page', () => {
		const words = 'Phường Quảng Ngạnh\nTỷ lệ: 92,42% · Đạt\nChỉ tiêu: ≥ 90%';
		expect(draw(BULLETS)).toContain(`<title>${words}</title>`);
		const live = draw(BULLETS, { isLive: true });
		const [, places = ''] = /<g class="tips"[^>]*>(.*?)<\/g>/.exec(live) ?? [];
		expect(count(places, '<path')).toBe(BULLETS.categories.length);
		expect(live).not.toContain('<title>');
	});

	it('takes its colours from the page that it stands in, where that is asked for', () => {
		const svg = draw(LEVELS, { tone: 'page', id: 'c7-' });
		expect(svg).not.toMatch(/#[0-9a-f]{6}\b/);
		expect(svg).toContain('clip-path="url(#c7-c4)"');
	});

	it('is transparent unless a ground is asked for', () => {
		expect(draw(BARS)).not.toContain('<rect width="640" height');
		expect(draw(BARS, { ground: '#ffffff' })).toContain('<rect width="640" height');
	});

	it('needs more height for more rows', () => {
		const many = { ...BARS, categories: Array.from({ length: 60 }, (_, at) => `Xã ${at}`) };
		expect(pictureHeight(many, 640)).toBeGreaterThan(60 * 20);
		expect(pictureHeight(LINE, 640)).toBe(294);
	});
});
