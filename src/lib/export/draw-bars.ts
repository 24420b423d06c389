import { say } from '#lib/base/messages.ts';
import type { ReportSeries } from '#lib/views/report.ts';
import { statusNamed } from './chart-colours.ts';
import type { Fill, FilledBox } from './chart-hatch.ts';
import type { LegendItem } from './chart-legend.ts';
import {
	boxSign,
	diamond,
	lineSign,
	provisionalItem,
	statusItems,
	tickSign
} from './chart-signs.ts';
import { valueLabel } from './chart-words.ts';
import { type Label, labelTexts } from './label-text.ts';
import { element } from './markup.ts';
import type { Drawing, RowPlot } from './picture.ts';
import { boxPath, layer, places, type Shape } from './picture-layer.ts';

const LABEL_ROOM = 46;
const DASHES = { target: '7 4', mean: '2 3' };

/** What the signs of a chart of bars mean. */
export function rowItems(drawing: Drawing): LegendItem[] {
	const { chart, colours } = drawing;
	const values = ofRole(chart.series, 'value');
	const plain = values.length > 1 || !values.some(({ statuses }) => statuses);
	return [
		...(plain
			? values.map(({ name }, at) => ({
					sign: boxSign(plainFill(drawing, at), drawing.hatches),
					words: name
				}))
			: []),
		...statusItems(values, drawing),
		...provisionalItem(values, drawing, 'box'),
		...ofRole(chart.series, 'target').map((series) => ({
			sign: isRuled(series) ? lineSign(colours.ink, DASHES.target) : tickSign(colours.ink),
			words: namedWithValue(series, drawing)
		})),
		...bandItem(drawing),
		...ofRole(chart.series, 'mean').map((series) => ({
			sign: lineSign(colours.inkSoft, DASHES.mean),
			words: namedWithValue(series, drawing)
		})),
		...ofRole(chart.series, 'before').map(({ name }) => ({
			sign: diamond(0, 0, drawing),
			words: name
		}))
	];
}

/** The bars of all rows, with the bands behind them, the marks over them and their printed values. */
export function drawBars(plot: RowPlot): string {
	const { drawing } = plot;
	const { chart, colours } = drawing;
	const rows = chart.categories.map((_, place) => place);
	const values = ofRole(chart.series, 'value');
	const isTold = (place: number): boolean => values.some(({ labels }) => labels?.[place]);
	const empty =
		values.length === 1 ? rows.filter((place) => isEmpty(values, place) && !isTold(place)) : [];
	const labels = rows.flatMap((place) =>
		values.map((series, at) => labelOf(plot, { series, place, at }))
	);
	return [
		layer(rows.flatMap((place) => bandOf(plot, place))),
		drawing.hatches.draw(
			rows.flatMap((place) => values.flatMap((series, at) => barOf(plot, { series, place, at })))
		),
		drawRuled(plot),
		layer(rows.flatMap((place) => marksOf(plot, place))),
		labelTexts(labels, { ground: colours.card, size: 12, weight: 600, fill: colours.ink }),
		layer(empty.map((place) => nothingAt(plot, place)))
	].join('');
}

/** One bar: of which series, in which row, and the how manieth there. */
interface BarPlace {
	series: ReportSeries;
	place: number;
	at: number;
}

function isEmpty(values: readonly ReportSeries[], place: number): boolean {
	return values.every((series) => (series.values[place] ?? null) === null);
}

function boxOf(
	plot: RowPlot,
	{ series, place, at }: BarPlace
): { y: number; height: number; end: number } {
	const { drawing, thick, across, down, left } = plot;
	const height = thick / ofRole(drawing.chart.series, 'value').length;
	const value = series.values[place] ?? undefined;
	const end = value === undefined ? left : across(value);
	return { y: down(place) - thick / 2 + at * height, height, end };
}

function barOf(plot: RowPlot, bar: BarPlace): FilledBox[] {
	if ((bar.series.values[bar.place] ?? null) === null) return [];
	const { y, height, end } = boxOf(plot, bar);
	const box = { x: plot.left, y, width: Math.max(0.5, end - plot.left), height };
	return [{ look: barLook(plot.drawing, bar), box }];
}

function labelOf(plot: RowPlot, bar: BarPlace): Label {
	const { chart, language } = plot.drawing;
	const { y, height, end } = boxOf(plot, bar);
	return {
		words: valueLabel(chart, { ...bar, language }),
		x: labelPlace(plot, bar.place, end),
		y: y + height / 2 + 4
	};
}

function nothingAt({ drawing, left, down }: RowPlot, place: number): Shape {
	const { colours, language } = drawing;
	return {
		look: { 'font-size': 11, 'font-style': 'italic', fill: colours.inkSoft },
		markup: element('text', { x: left + 6, y: down(place) + 4 }, say(language, 'picture.no-value'))
	};
}

/** What lies over the bars of one row: its own target, and where the value stood before. */
function marksOf({ drawing, thick, across, down }: RowPlot, place: number): Shape[] {
	const { chart, colours } = drawing;
	const reach = thick / 2 + 4;
	const targets = ofRole(chart.series, 'target').filter((series) => !isRuled(series));
	const ticks = valuesAt(targets, place).map((value) => ({
		look: { stroke: colours.ink, 'stroke-width': 3 },
		path: `M${places(across(value), down(place) - reach)}v${places(2 * reach)}`
	}));
	const before = valuesAt(ofRole(chart.series, 'before'), place).map((value) => ({
		look: {},
		markup: diamond(across(value), down(place), drawing)
	}));
	return [...ticks, ...before];
}

/** The lines through all rows: a target that every row shares, the mean. */
function drawRuled({ drawing, across, top, bottom }: RowPlot): string {
	const { chart, colours } = drawing;
	const line = (series: ReportSeries, stroke: string, dashes: string): string =>
		valuesAt(
			[series],
			series.values.findIndex((value) => value !== null)
		)
			.map((value) => {
				const ends = { x1: across(value), y1: top, x2: across(value), y2: bottom };
				return element('line', { ...ends, stroke, 'stroke-width': 2, 'stroke-dasharray': dashes });
			})
			.join('');
	return [
		...ofRole(chart.series, 'mean').map((each) => line(each, colours.inkSoft, DASHES.mean)),
		...ofRole(chart.series, 'target')
			.filter(isRuled)
			.map((each) => line(each, colours.ink, DASHES.target))
	].join('');
}

function bandOf({ drawing, across, down, step }: RowPlot, place: number): Shape[] {
	const { chart, colours } = drawing;
	const [low] = valuesAt(ofRole(chart.series, 'band-low'), place);
	const [high] = valuesAt(ofRole(chart.series, 'band-high'), place);
	if (low === undefined || high === undefined) return [];
	const box = { x: across(low), width: across(high) - across(low) };
	const edges = { stroke: colours.inkSoft, 'stroke-width': 0.8, 'stroke-dasharray': '2 2' };
	return [
		{
			look: { fill: colours.band, ...edges },
			path: boxPath({ ...box, y: down(place) - step / 2, height: step })
		}
	];
}

function bandItem({ chart, colours, hatches }: Drawing): LegendItem[] {
	const [band] = ofRole(chart.series, 'band-low');
	if (!band) return [];
	return [
		{ sign: boxSign({ fill: colours.band, stroke: colours.inkSoft }, hatches), words: band.name }
	];
}

/** Hollow where provisional, else by status. */
function barLook(drawing: Drawing, { series, place, at }: BarPlace): FilledBox['look'] {
	const status = statusNamed(series.statuses?.[place]);
	const look = status ? drawing.hatches.ofStatus(status) : plainFill(drawing, at);
	if (!series.provisional?.includes(place)) return look;
	const hollow = {
		fill: drawing.colours.card,
		hatch: undefined,
		'stroke-width': 2,
		'stroke-dasharray': '4 2'
	};
	return { ...look, ...hollow };
}

function plainFill({ colours }: Drawing, at: number): Fill {
	const fill = at === 0 ? colours.accent : colours.line;
	return { fill, stroke: colours.accent };
}

/** Behind the bar, and behind the mark of a target close to its end. */
function labelPlace({ drawing, across }: RowPlot, place: number, end: number): number {
	const { series } = drawing.chart;
	const marks = [...ofRole(series, 'target'), ...ofRole(series, 'before')];
	const near = valuesAt(marks, place)
		.map((value) => across(value))
		.filter((x) => x > end - 6 && x < end + LABEL_ROOM);
	return Math.max(end, ...near) + 7;
}

/** True where every row has the same: then it is one line through all of them. */
function isRuled({ values }: ReportSeries): boolean {
	return values.length > 1 && values.every((value) => value !== null && value === values[0]);
}

function namedWithValue(series: ReportSeries, { chart, language }: Drawing): string {
	if (!isRuled(series)) return series.name;
	const label = valueLabel(chart, { series, place: 0, language });
	return series.name.includes(label) ? series.name : `${series.name}: ${label}`;
}

function ofRole(series: readonly ReportSeries[], role: ReportSeries['role']): ReportSeries[] {
	return series.filter((each) => each.role === role);
}

function valuesAt(series: readonly ReportSeries[], place: number): number[] {
	return series.map(({ values }) => values[place]).filter((value) => typeof value === 'number');
}
