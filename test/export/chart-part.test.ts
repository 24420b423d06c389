import { expect, test } from 'vitest';
import { chartColumns, inDrawingOrder } from '#lib/export/chart-data.ts';
import { chartPart } from '#lib/export/chart-part.ts';
import { smallCharts } from '#test/fixtures/reports/small-charts.ts';

const look = { language: 'vi', width: 440, height: 200, size: 9 } as const;
const place = { sheet: "Chi bộ 'A'", row: 0, column: 0 };
const [bullets, bars, line, levels] = smallCharts('vi');

/** The cached numbers of each series by its name, and the cells that they stand for. */
function cached(xml: string): { name: string; cells: string; values: (number | null)[] }[] {
	return [...xml.matchAll(/<c:ser>.*?<\/c:ser>/gs)].map(([series]) => {
		const [, name = ''] = /<c:tx>.*?<c:v>(.*?)<\/c:v>/s.exec(series)!;
		const [, cells = '', cache = ''] = /<c:val>.*?<c:f>(.*?)<\/c:f>(.*?)<\/c:val>/s.exec(series)!;
		const count = Number(/ptCount val="(\d+)"/.exec(cache)![1]);
		const values = Array.from({ length: count }, (): number | null => null);
		for (const [, at, value] of cache.matchAll(/idx="(\d+)"><c:v>(.*?)<\/c:v>/g))
			values[Number(at)] = Number(value);
		return { name, cells, values };
	});
}

test.each(smallCharts('vi'))(
	'$kind: every series is cached as it is, at full precision',
	(chart) => {
		const series = cached(chartPart(chart, look, { place }));
		for (const { name, values } of chart.series) {
			expect(
				series.filter((each) => each.name === name).map(({ values }) => values)
			).toContainEqual(values);
		}
		const drawn = inDrawingOrder(chartColumns(chart, 'vi'));
		expect(series.map(({ name }) => name)).toEqual(drawn.map(({ name }) => name));
	}
);

test('series name the cells of their sheet, whose name is quoted', () => {
	const [value] = cached(chartPart(bullets!, look, { place: { ...place, row: 3, column: 25 } }));
	expect(value!.cells).toBe('&apos;Chi bộ &apos;&apos;A&apos;&apos;&apos;!$AA$5:$AA$8');
});

test('a band stands on its lower end, and its width is the difference of both', () => {
	const series = cached(chartPart(line!, look, { place }));
	expect(series.slice(0, 2).map(({ values }) => values)).toEqual([
		[null, 0.03, 0.03, 0.03, 0.03, 0.03],
		[null, ...Array.from({ length: 5 }, () => 0.04 - 0.03)]
	]);
	const columns = chartColumns(line!, 'vi');
	expect(columns.find(({ drawn }) => drawn === 'band')).toMatchObject({
		difference: { from: 3, less: 2 }
	});
});

test('what the patterns mean stands in the legend, plain bars and hollow ones as well', () => {
	const names = chartColumns(bullets!, 'vi').map(({ name, drawn }) => [drawn, name]);
	expect(names).toEqual([
		['bar', 'Tỷ lệ'],
		['mark', 'Chỉ tiêu'],
		['key', 'Chưa đạt'],
		['key', 'Số tạm thời']
	]);
});

test('a series that nothing stands beside has no legend', () => {
	expect(chartPart(bars!, look, { place })).not.toContain('<c:legend>');
	expect(chartPart(bullets!, look, { place })).toContain('<c:legend>');
});

test('bars begin at 0 and end at 100 %, a line far from 0 has an axis of its own', () => {
	const ends = (xml: string): string[] => xml.match(/<c:m(?:ax|in) val="[^"]*"\/>/g) ?? [];
	expect(ends(chartPart(bullets!, look, { place })).slice(0, 2)).toEqual([
		'<c:max val="1"/>',
		'<c:min val="0"/>'
	]);
	expect(ends(chartPart(line!, look, { place }))).toEqual([
		'<c:max val="0.045"/>',
		'<c:min val="0.015"/>'
	]);
	expect(ends(chartPart(levels!, look, { place }))).toEqual([]);
});

test('labels print as the screen does, in the language of the report, and follow their cells', () => {
	const shown = {
		...bars!,
		series: [{ ...bars!.series[0]!, labels: ['1.234 [p]', '0', '< 20', null] }]
	};
	const labels = /<c:dLbls>.*?<\/c:dLbls>/s.exec(chartPart(shown, look, { place }))![0];
	expect(labels.match(/formatCode="[^"]*"/g)).toEqual([
		'formatCode="[$-42A]#,##0&quot; [p]&quot;"',
		'formatCode="[$-42A]#,##0"'
	]);
	expect(labels).toContain('<a:t>&lt; 20</a:t>');
	expect(labels.match(/<c:idx val="\d"\/>/g)).toEqual(['<c:idx val="0"/>', '<c:idx val="2"/>']);
});

test('where labels along a line would lie on one another, the newest value of each stretch keeps its own', () => {
	const deleted = (width: number): number =>
		chartPart(line!, { ...look, width }, { place }).split('<c:delete val="1"/></c:dLbl>').length -
		1;
	expect(deleted(440)).toBe(0);
	expect(deleted(150)).toBe(3);
});

test('without an axis of values nothing fails: a chart of gaps alone is a chart', () => {
	const empty = { ...bullets!, series: bullets!.series.map((each) => ({ ...each, values: [] })) };
	expect(cached(chartPart(empty, look, { place }))[0]!.values).toEqual([null, null, null, null]);
});

test('words cannot break out of the part', () => {
	const named = { ...bars!, categories: ['<a>&"\u0001', "'", '=1+1', 'Ủy'] };
	const xml = chartPart(named, { ...look, hasTitle: true }, { place });
	expect(xml).toContain('<c:v>&lt;a&gt;&amp;&quot;</c:v>');
	expect(xml).not.toContain('\u0001');
});
