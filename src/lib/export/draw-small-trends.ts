import type { Language } from '#lib/base/language.ts';
import { say } from '#lib/base/messages.ts';
import { multiplePath, targetPath } from '#lib/views/multiple-path.ts';
import type { SmallTrend, SmallTrends } from '#lib/views/one-chart.ts';
import { type ChartColours, chartColours, statusNamed } from './chart-colours.ts';
import { element, escapeMarkup } from './markup.ts';
import { wrapText } from './text-width.ts';

const LEAST = 200;
const GAP = 24;
const HEAD = 40;
const BOX = 70;
const FOOT = 30;
const LEGEND = 26;

/** How high small trends are at that width. */
export function smallTrendsHeight({ units }: SmallTrends, width: number): number {
	return LEGEND + Math.ceil(units.length / columnsIn(width)) * (HEAD + BOX + FOOT);
}

/** Small trends side by side on one scale: the line, hollow where it is not final, the dashed target, the newest value. */
export function drawSmallTrends(
	trends: SmallTrends,
	{ width, language }: { width: number; language: Language }
): string {
	const colours = chartColours('light');
	const columns = columnsIn(width);
	const box = { width: (width - (columns - 1) * GAP) / columns, height: BOX };
	const drawn = trends.units.map((unit, at) => {
		const left = (at % columns) * (box.width + GAP);
		const top = LEGEND + Math.floor(at / columns) * (HEAD + BOX + FOOT);
		return element(
			'g',
			{ transform: `translate(${left.toFixed(1)} ${top})` },
			drawSmall(unit, { box, colours, ends: trends.ends })
		);
	});
	return legendOf(colours, language) + drawn.join('');
}

function columnsIn(width: number): number {
	return Math.max(1, Math.floor((width + GAP) / (LEAST + GAP)));
}

function legendOf({ accent, ink, inkSoft, card }: ChartColours, language: Language): string {
	const text = (x: number, words: string): string =>
		element('text', { x, y: 12, 'font-size': 11.5, fill: inkSoft }, escapeMarkup(words));
	const dashes = { x1: 0, y1: 8, x2: 20, y2: 8, stroke: ink, 'stroke-dasharray': '4 3' };
	const target = say(language, 'report.series-target');
	const hollow = { cx: 190, cy: 8, r: 3.5, fill: card, stroke: accent, 'stroke-width': 1.5 };
	return (
		element('line', { ...dashes, 'stroke-width': 1.5 }) +
		text(26, target) +
		element('circle', hollow) +
		text(200, say(language, 'picture.provisional'))
	);
}

interface SmallFrame {
	box: { width: number; height: number };
	colours: ChartColours;
	ends: SmallTrends['ends'];
}

function drawSmall(trend: SmallTrend, frame: SmallFrame): string {
	const plot = element('g', { transform: `translate(0 ${HEAD})` }, drawPlot(trend, frame));
	return drawHead(trend, frame) + plot + drawEnds(frame);
}

/** The name at the left; the newest value at the right, under it its verdict by colour. */
function drawHead({ name, value, points }: SmallTrend, { box, colours }: SmallFrame): string {
	const lines = wrapText(name, { width: box.width - 74, size: 12, lines: 2 });
	const names = lines.map((words, at) => {
		const look = { x: 0, y: 13 + at * 15, 'font-size': 12, fill: colours.ink, lang: 'vi' };
		return element('text', look, escapeMarkup(words));
	});
	const bold = { 'text-anchor': 'end', 'font-size': 13, 'font-weight': 650, fill: colours.ink };
	const figure = element('text', { x: box.width, y: 13, ...bold }, escapeMarkup(value));
	const status = statusNamed(points.findLast(({ y }) => y !== undefined)?.status?.status);
	const place = { x: box.width - 10, y: 20, width: 10, height: 5 };
	const sign = status ? element('rect', { ...place, fill: colours.graphic(status) }) : '';
	return [...names, figure, sign].join('');
}

function drawPlot({ points }: SmallTrend, { box, colours }: SmallFrame): string {
	const { accent, ink, line, card } = colours;
	const dots = points.flatMap(({ x, y, isFinal }) => {
		if (y === undefined) return [];
		const place = { cx: x * box.width, cy: (1 - y) * box.height, r: 2.6 };
		const look = { fill: isFinal ? accent : card, stroke: accent, 'stroke-width': 1.5 };
		return element('circle', { ...place, ...look });
	});
	const path = (d: string, look: Record<string, string | number>): string =>
		element('path', { d, fill: 'none', ...look });
	return [
		path(`M0 0H${box.width}M0 ${box.height}H${box.width}`, { stroke: line }),
		path(targetPath(points, box), {
			...{ stroke: ink, 'stroke-width': 1.4, 'stroke-dasharray': '4 3' }
		}),
		path(multiplePath(points, box), { stroke: accent, 'stroke-width': 2 }),
		...dots
	].join('');
}

function drawEnds({ box, colours, ends }: SmallFrame): string {
	const y = HEAD + box.height + 14;
	const [first, last] = ends.map((words, at) => {
		const place = { x: at === 0 ? 0 : box.width, y, 'text-anchor': at === 0 ? 'start' : 'end' };
		const look = { 'font-size': 10.5, fill: colours.inkSoft };
		return element('text', { ...place, ...look }, escapeMarkup(words));
	});
	return [first, last].join('');
}
