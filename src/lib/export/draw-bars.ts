import { say } from '#lib/base/messages.ts';
import type { ReportSeries } from '#lib/views/report.ts';
import { statusNamed } from './chart-colours.ts';
import type { Fill } from './chart-hatch.ts';
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
import { element, escapeMarkup } from './markup.ts';
import type { Drawing, RowPlot } from './picture.ts';

const LABEL_ROOM = 46;
const DASHES = { target: '7 4', mean: '2 3' };

/** What the signs of a chart of bars mean. */
export function rowItems(drawing: Drawing): LegendItem[] {
	const { chart, colours } = drawing;
	const values = ofRole(chart.series, 'value');
	const plain = values.length > 1 || !values.some(({ statuses }) => statuses);
	return [
		...(plain
			? values.map(({ name }, at) => ({ sign: boxSign(plainFill(drawing, at)), words: name }))
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

/** The bars of one row, with the band behind them and their printed values. */
export function drawBar(plot: RowPlot, place: number): string {
	const { drawing, thick, across, down, left } = plot;
	const values = ofRole(drawing.chart.series, 'value');
	const each = thick / Math.max(1, values.length);
	return (
		drawBand(plot, place) +
		values
			.map((series, at) => {
				const value = series.values[place] ?? undefined;
				const top = down(place) - thick / 2 + at * each;
				const label = valueLabel(drawing.chart, { series, place, language: drawing.language });
				const end = value === undefined ? left : across(value);
				const bar =
					value === undefined
						? ''
						: element('rect', {
								...{ x: left, y: top, width: Math.max(0.5, end - left), height: each },
								...barLook(drawing, { series, place, at })
							});
				if (value === undefined && values.length === 1) return drawNothing(plot, place);
				return bar + drawLabel(plot, { x: labelPlace(plot, place, end), y: top + each / 2, label });
			})
			.join('')
	);
}

function drawNothing({ drawing, left, down }: RowPlot, place: number): string {
	const { colours, language } = drawing;
	const look = { 'font-size': 11, 'font-style': 'italic', fill: colours.inkSoft };
	const at = { x: left + 6, y: down(place) + 4 };
	return element('text', { ...at, ...look }, say(language, 'picture.no-value'));
}

/** What lies over the bars of one row: its own target, and where the value stood before. */
export function drawMarks({ drawing, thick, across, down }: RowPlot, place: number): string {
	const { chart, colours } = drawing;
	const reach = thick / 2 + 4;
	const targets = ofRole(chart.series, 'target').filter((series) => !isRuled(series));
	const ticks = valuesAt(targets, place).map((value) => {
		const x = across(value);
		const ends = { x1: x, y1: down(place) - reach, x2: x, y2: down(place) + reach };
		return element('line', { ...ends, stroke: colours.ink, 'stroke-width': 3 });
	});
	const before = valuesAt(ofRole(chart.series, 'before'), place).map((value) =>
		diamond(across(value), down(place), drawing)
	);
	return [...ticks, ...before].join('');
}

/** The lines through all rows: a target that every row shares, the mean. */
export function drawRuled({ drawing, across, top, bottom }: RowPlot): string {
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

function drawBand({ drawing, across, down, step }: RowPlot, place: number): string {
	const { chart, colours } = drawing;
	const [low] = valuesAt(ofRole(chart.series, 'band-low'), place);
	const [high] = valuesAt(ofRole(chart.series, 'band-high'), place);
	if (low === undefined || high === undefined) return '';
	const box = { x: across(low), width: across(high) - across(low) };
	const edges = { stroke: colours.inkSoft, 'stroke-width': 0.75, 'stroke-dasharray': '2 2' };
	return element('rect', {
		...{ ...box, y: down(place) - step / 2, height: step },
		...{ fill: colours.band, ...edges }
	});
}

function bandItem({ chart, colours }: Drawing): LegendItem[] {
	const [band] = ofRole(chart.series, 'band-low');
	if (!band) return [];
	return [{ sign: boxSign({ fill: colours.band, stroke: colours.inkSoft }), words: band.name }];
}

/** Hollow where provisional, else by status. */
function barLook(
	drawing: Drawing,
	{ series, place, at }: { series: ReportSeries; place: number; at: number }
): Record<string, string | number> {
	const status = statusNamed(series.statuses?.[place]);
	const look = status ? drawing.hatches.ofStatus(status) : plainFill(drawing, at);
	if (!series.provisional?.includes(place)) return { ...look };
	const hollow = { fill: drawing.colours.card, 'stroke-width': 2, 'stroke-dasharray': '4 2' };
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

function drawLabel(
	{ drawing }: RowPlot,
	{ x, y, label }: { x: number; y: number; label: string }
): string {
	const { ink, card } = drawing.colours;
	const halo = { stroke: card, 'stroke-width': 3, 'paint-order': 'stroke' };
	const look = { 'font-size': 12, 'font-weight': 600, fill: ink, ...halo };
	return label === '' ? '' : element('text', { x, y: y + 4, ...look }, escapeMarkup(label));
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
