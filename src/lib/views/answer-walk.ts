import type { Language } from '#lib/base/language.ts';
import { say } from '#lib/base/messages.ts';
import type { AnswerChart, AnswerPoint } from './answer-chart.ts';

/** A point of a chart, by its line and its place along x. */
export interface ChartCursor {
	series: number;
	place: number;
}

/**
 * Where a key leads from a point, over gaps: left and right along x, up and down to another line (for bars along x as
 * well), Home and End to the ends; absent where the key leads nowhere.
 */
export function stepPoint(
	chart: AnswerChart,
	from: ChartCursor | undefined,
	key: string
): ChartCursor | undefined {
	const { series, place } = from ?? { series: 0, place: -1 };
	const isUpright = chart.kind === 'line';
	if (key === 'Home') return firstPoint(chart, { series, place: 0 }, 1);
	if (key === 'End') return firstPoint(chart, { series, place: chart.labels.length - 1 }, -1);
	if (key === 'ArrowRight' || (key === 'ArrowDown' && !isUpright))
		return firstPoint(chart, { series, place: place + 1 }, 1);
	if (key === 'ArrowLeft' || (key === 'ArrowUp' && !isUpright))
		return firstPoint(chart, { series, place: place - 1 }, -1);
	if (key !== 'ArrowUp' && key !== 'ArrowDown') return undefined;
	const other = series + (key === 'ArrowDown' ? 1 : -1);
	if (!chart.series[other]) return undefined;
	return (
		firstPoint(chart, { series: other, place: Math.max(0, place) }, 1) ??
		firstPoint(chart, { series: other, place }, -1)
	);
}

/** The point in words: `2024: 92,42`, with its line where there are several. */
export function pointWords(
	chart: AnswerChart,
	{ series, place }: ChartCursor,
	language: Language
): string {
	const { name, points } = chart.series[series] ?? {};
	const value = points?.[place]?.text ?? say(language, 'workbench.chart-gap');
	const label = chart.labels[place] ?? '';
	return chart.by ? `${name}, ${label}: ${value}` : `${label}: ${value}`;
}

/** What the chart shows in a sentence: how many values, the lowest and the highest. */
export function chartSentence(chart: AnswerChart, language: Language): string {
	const points = chart.series.flatMap(({ name, points }) =>
		points.flatMap((point, place) =>
			point ? [{ ...point, where: whereOf(chart, name, place) }] : []
		)
	);
	const [least, most] = [pick(points, (a, b) => a.at < b.at), pick(points, (a, b) => a.at > b.at)];
	if (!least || !most) return say(language, 'workbench.chart-gap');
	return say(language, 'workbench.chart-sentence', {
		points: points.length,
		least: least.text,
		leastAt: least.where,
		most: most.text,
		mostAt: most.where
	});
}

function whereOf({ by, labels }: AnswerChart, name: string, place: number): string {
	return by ? `${name}, ${labels[place]}` : (labels[place] ?? '');
}

function pick<Point extends AnswerPoint>(
	points: readonly Point[],
	isBetter: (one: Point, other: Point) => boolean
): Point | undefined {
	return points.reduce<Point | undefined>(
		(best, point) => (!best || isBetter(point, best) ? point : best),
		undefined
	);
}

function firstPoint(
	{ series, labels }: AnswerChart,
	{ series: line, place }: ChartCursor,
	step: 1 | -1
): ChartCursor | undefined {
	for (let at = place; at >= 0 && at < labels.length; at += step) {
		if (series[line]?.points[at]) return { series: line, place: at };
	}
	return undefined;
}
