import type { Language } from '#lib/base/language.ts';
import { say } from '#lib/base/messages.ts';
import type { ReportChart } from '#lib/views/report.ts';
import { GAP, type PlacedPiece, SIZE } from './deck.ts';
import { linesHeight, linesIn } from './slide-measure.ts';

/** Rows of bars that are told apart from the back of the room: more go on the next slide. */
const ROW = 1.6;
const AROUND = 5.5;
const LEAST_ROWS = 4;

/** The chart below its caption in a room of its own. */
export function placedChart(
	chart: ReportChart,
	{ left, top, width, height }: Omit<PlacedPiece, 'piece'>
): PlacedPiece[] {
	const lines = linesIn({ text: chart.caption, size: SIZE.caption, isBold: true }, width);
	const captionHeight = linesHeight(lines, SIZE.caption);
	return [
		{
			piece: { kind: 'caption', text: chart.caption },
			...{ left, top, width, height: captionHeight }
		},
		{
			piece: { kind: 'chart', chart },
			...{ left, top: top + captionHeight + GAP / 3, width },
			height: height - captionHeight - GAP / 3
		}
	];
}

/** The chart in parts of as many rows as can be read in that height; a line over periods is one part always. */
export function chartParts(chart: ReportChart, height: number): ReportChart[] {
	const most = mostRows(height);
	const count = chart.kind === 'line' ? 1 : Math.ceil(chart.categories.length / most);
	if (count <= 1) return [chart];
	const each = Math.ceil(chart.categories.length / count);
	return Array.from({ length: count }, (_, part) =>
		chartSlice(chart, part * each, (part + 1) * each)
	);
}

/** The chart with as many of its first rows as can be read in that height, its caption saying how many of how many. */
export function chartBeginning(
	chart: ReportChart,
	{ height, language }: { height: number; language: Language }
): ReportChart {
	const count = mostRows(height);
	if (chart.kind === 'line' || chart.categories.length <= count) return chart;
	const key = chart.kind === 'levels' ? 'slides.first-units' : 'slides.worst-units';
	const whole = chart.whole ?? { caption: chart.caption, count: chart.categories.length };
	const caption = say(language, key, { caption: whole.caption, count, all: whole.count });
	return { ...chartSlice(chart, 0, count), caption };
}

function mostRows(height: number): number {
	return Math.max(LEAST_ROWS, Math.floor((height / SIZE.chart - AROUND) / ROW));
}

function chartSlice(chart: ReportChart, from: number, to: number): ReportChart {
	return {
		...chart,
		categories: chart.categories.slice(from, to),
		series: chart.series.map(({ values, labels, statuses, provisional, ...series }) => ({
			...series,
			values: values.slice(from, to),
			...(labels && { labels: labels.slice(from, to) }),
			...(statuses && { statuses: statuses.slice(from, to) }),
			...(provisional && {
				provisional: provisional
					.filter((place) => place >= from && place < to)
					.map((place) => place - from)
			})
		}))
	};
}
