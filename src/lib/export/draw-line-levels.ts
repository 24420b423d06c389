import type { ReportSeries } from '#lib/views/report.ts';
import type { LegendItem } from './chart-legend.ts';
import { boxSign, lineSign, provisionalItem } from './chart-signs.ts';
import { valueLabel } from './chart-words.ts';
import { lineLook, pointSign } from './draw-line-points.ts';
import { labelTexts } from './label-text.ts';
import { element } from './markup.ts';
import type { Drawing, LinePlot } from './picture.ts';
import { places } from './picture-layer.ts';

/** Targets are told apart by their dashes. */
const DASHES = ['8 4', '3 3', '9 3 2 3', '1 4'];

/** What the lines and signs of a chart over periods mean. */
export function lineItems(drawing: Drawing): LegendItem[] {
	const { chart, colours, hatches } = drawing;
	const values = ofRole(chart.series, 'value');
	return [
		...values.map(({ name }, at) => ({
			sign:
				lineSign(lineLook(drawing, at).stroke, lineLook(drawing, at).dashes, 2.5) +
				pointSign(drawing, at),
			words: name
		})),
		...provisionalItem(values, drawing, 'dot'),
		...ofRole(chart.series, 'target').map((series, at) => ({
			sign: lineSign(colours.ink, DASHES[at % DASHES.length]),
			words: series.name
		})),
		...ofRole(chart.series, 'band-low').map(({ name }) => ({
			sign: boxSign({ fill: colours.band, stroke: colours.inkSoft }, hatches),
			words: name
		})),
		...[...ofRole(chart.series, 'mean'), ...ofRole(chart.series, 'before')].map(({ name }) => ({
			sign: lineSign(colours.inkSoft, '2 3', 1.5),
			words: name
		}))
	];
}

/** The area between the lower and the upper end of a band, over the periods in which it holds. */
export function drawBands(plot: LinePlot): string {
	const { series } = plot.drawing.chart;
	const highs = ofRole(series, 'band-high');
	return ofRole(series, 'band-low')
		.flatMap((low, at) =>
			stretches(low.values).map(({ from, to, value }) => {
				const high = highs[at]?.values[from] ?? value;
				const [x, y] = [plot.across(from) - plot.step / 2, plot.down(high)];
				const box = { x, y, width: (to - from + 1) * plot.step, height: plot.down(value) - y };
				return element('rect', { ...box, fill: plot.drawing.colours.band });
			})
		)
		.join('');
}

/** The steps of the targets, the edges of the bands, and the means. */
export function drawLevels(plot: LinePlot): string {
	const { chart, colours } = plot.drawing;
	const edges = [...ofRole(chart.series, 'band-low'), ...ofRole(chart.series, 'band-high')];
	const soft = [...ofRole(chart.series, 'mean'), ...ofRole(chart.series, 'before')];
	return [
		...edges.map((series) => drawSteps(plot, series, { stroke: colours.inkSoft, dashes: '4 3' })),
		...soft.map((series) => drawSoft(plot, series)),
		...ofRole(chart.series, 'target').map((series, at) =>
			drawSteps(plot, series, { stroke: colours.ink, dashes: DASHES[at % DASHES.length] ?? '' })
		)
	].join('');
}

/** Each stretch over which a target stays the same is a line with its value at the right end. */
function drawSteps(
	plot: LinePlot,
	series: ReportSeries,
	{ stroke, dashes }: { stroke: string; dashes: string }
): string {
	return stretches(series.values)
		.map(({ from, to, value }) => {
			const y = plot.down(value);
			const ends = { x1: plot.across(from) - plot.step / 2, y1: y, y2: y };
			const x2 = plot.across(to) + plot.step / 2;
			const line = { ...ends, x2, stroke, 'stroke-width': 1.8, 'stroke-dasharray': dashes };
			return element('line', line) + levelLabel(plot, { series, place: to, x: x2, y });
		})
		.join('');
}

function levelLabel(
	{ drawing, top }: LinePlot,
	{ series, place, x, y }: { series: ReportSeries; place: number; x: number; y: number }
): string {
	const { chart, colours, language } = drawing;
	const words = valueLabel(chart, { series, place, language });
	const look = { ground: colours.card, size: 11, fill: colours.ink, anchor: 'end' as const };
	const above = y - 5 < top ? y + 13 : y - 5;
	return labelTexts([{ words, x: x - 2, y: above }], look);
}

function drawSoft(plot: LinePlot, series: ReportSeries): string {
	const points = series.values.flatMap((value, place) =>
		value === null ? [] : [`${places(plot.across(place), plot.down(value))}`]
	);
	const look = { fill: 'none', stroke: plot.drawing.colours.inkSoft, 'stroke-width': 1.5 };
	return element('polyline', { points: points.join(' '), ...look, 'stroke-dasharray': '2 3' });
}

function stretches(
	values: readonly (number | null)[]
): { from: number; to: number; value: number }[] {
	return values.flatMap((value, from) => {
		if (value === null || values[from - 1] === value) return [];
		const behind = values.findIndex((other, place) => place > from && other !== value);
		return [{ from, to: (behind === -1 ? values.length : behind) - 1, value }];
	});
}

function ofRole(series: readonly ReportSeries[], role: ReportSeries['role']): ReportSeries[] {
	return series.filter((each) => each.role === role);
}
