import { groupBy } from '#lib/base/group-by.ts';
import { kindOf, lastDayOf, lastQuarterOf } from '#lib/base/period.ts';
import { say } from '#lib/base/messages.ts';
import type { Indicator } from '#lib/catalogue/catalogue.ts';
import type { ReportBreak, ReportChart, ReportSeries } from './report.ts';
import { decimalsIn, numberOf } from './report-cells.ts';
import { isHidden } from './report-guard.ts';
import type { ReportScene } from './report-scene.ts';
import { periodMark } from './sentence-period.ts';
import { grainsOf, type Trend, trendOf } from './trend.ts';
import type { TrendLevel } from './trend-levels.ts';
import type { TrendPoint } from './trend-point.ts';
import { trendSentence } from './trend-sentence.ts';

/** So many periods at most: three years of quarters. */
const MOST = 12;

/**
 * The indicator of the unit over the periods up to the report's, with its target lines and bands; `undefined` where fewer
 * than two periods have a value that may be shown.
 */
export function trendChart(scene: ReportScene, indicator: Indicator): ReportChart | undefined {
	const { language, period } = scene.view;
	const unit = scene.whole.unit;
	const grains = grainsOf(scene, { unit, indicator });
	const grain = kindOf(period) === 'quarter' && grains.includes('quarter') ? 'quarter' : 'year';
	const trend = trendOf(scene, { unit, indicator, grain, language });
	const until = trend.points.filter((each) => lastDayOf(each.period) <= lastDayOf(period)).length;
	const from = Math.max(0, until - MOST);
	const points = trend.points
		.slice(from, until)
		.map((point) => shownPoint(scene, indicator, point));
	if (points.filter(({ value }) => value).length < 2) return undefined;
	const breaks = breaksIn(trend, { from, until });
	return {
		kind: 'line',
		caption: say(language, 'report.trend-chart', {
			name: indicator.shortName[language],
			unit: scene.whole.name
		}),
		alternative: sentenceOf(trend, points, language),
		unit: trend.isRatio ? 'ratio' : 'count',
		decimals: trend.isRatio ? 2 : 0,
		categories: points.map((point, at) => categoryOf(point, { at, breaks, language })),
		series: [
			...trendSeries(trend, { points, from, language }),
			...trend.levels.flatMap((level) =>
				levelSeries(level, { from, until, isRatio: trend.isRatio })
			)
		],
		...(breaks.length > 0 && { breaks }),
		...codeOf(scene, indicator)
	};
}

function codeOf({ codeOf, whole, view }: ReportScene, indicator: Indicator): { trace?: string } {
	const trace = codeOf({ unit: whole.unit, period: view.period, indicator: indicator.id });
	return trace === undefined ? {} : { trace };
}

/** The point, without its value where that is hidden. */
function shownPoint(
	{ guard, whole }: ReportScene,
	indicator: Indicator,
	point: TrendPoint
): TrendPoint {
	const hidden = guard.hiddenOf(whole.unit, point.period, indicator.id);
	return isHidden(hidden) ? { ...point, value: undefined, reading: undefined } : point;
}

/** The changes of units or rules among the periods shown. */
export function breaksIn(
	{ breaks }: Pick<Trend, 'breaks'>,
	{ from, until }: { from: number; until: number }
): ReportBreak[] {
	const shown = breaks
		.map(({ at, label }) => ({ at: Math.ceil(at) - from, label }))
		.filter(({ at }) => at > 0 && at < until - from);
	return [...groupBy(shown, ({ at }) => at)].map(([at, together]) => ({
		at,
		label: together.map(({ label }) => label).join('; ')
	}));
}

/** `2025 [b] [p]`. */
export function categoryOf(
	{ period, value, isFinal }: TrendPoint,
	{
		at,
		breaks,
		language
	}: { at: number; breaks: readonly ReportBreak[]; language: ReportScene['view']['language'] }
): string {
	const isBroken = breaks.some((each) => each.at === at);
	const isOpen = value !== undefined && !isFinal;
	return [periodMark(period, language), isBroken && '[b]', isOpen && '[p]']
		.filter(Boolean)
		.join(' ');
}

interface ShownPoints {
	points: readonly TrendPoint[];
	/** The place of the first among all points of the trend. */
	from: number;
	language: ReportScene['view']['language'];
}

/** One series for each stretch between the places where the line must not be drawn on. */
export function trendSeries(
	{ gaps, isRatio }: Trend,
	{ points, from, language }: ShownPoints
): ReportSeries[] {
	const cuts = gaps.map((at) => Math.ceil(at) - from).filter((at) => at > 0 && at < points.length);
	const starts = [0, ...new Set(cuts.sort((a, b) => a - b))];
	const stretches = starts.map(
		(start, place) => [start, starts[place + 1] ?? points.length] as const
	);
	const known = stretches.filter(([start, end]) =>
		points.slice(start, end).some(({ value }) => value !== undefined)
	);
	const name = say(language, isRatio ? 'report.series-value' : 'report.series-count');
	return known.map(([start, end]): ReportSeries => {
		const isIn = (at: number): boolean => start <= at && at < end;
		const inside = points.map((point, at) => (isIn(at) ? point : undefined));
		const provisional = inside.flatMap((point, at) => (point?.value && !point.isFinal ? [at] : []));
		return {
			name:
				known.length > 1 ? `${name} (${stretchWords(points.slice(start, end), language)})` : name,
			role: 'value',
			values: inside.map((point) => (point?.value ? numberOf(point.value) : null)),
			labels: inside.map((point) => (point?.value ? (point.reading?.value?.text ?? null) : null)),
			statuses: inside.map((point) =>
				point?.value ? (point.reading?.status.status ?? null) : null
			),
			...(provisional.length > 0 && { provisional })
		};
	});
}

function stretchWords(points: readonly TrendPoint[], language: ShownPoints['language']): string {
	const [first, last] = [points[0], points.at(-1)];
	const marks = [first, last].map((point) => (point ? periodMark(point.period, language) : ''));
	return [...new Set(marks)].join('–');
}

/** A target line, or the two ends of a band, over the periods in which they hold. */
export function levelSeries(
	{ from: start, to: end, value, max, label }: TrendLevel,
	{ from, until, isRatio }: { from: number; until: number; isRatio: boolean }
): ReportSeries[] {
	const scaled = (height: number): number =>
		isRatio ? Number((height / 100).toFixed(decimalsIn(height) + 2)) : height;
	const over = (height: number): (number | null)[] =>
		Array.from({ length: until - from }, (_, at) =>
			start < at + from && at + from < end ? scaled(height) : null
		);
	const low = over(value);
	if (low.every((each) => each === null)) return [];
	if (max === undefined) return [{ name: label, role: 'target', values: low }];
	return [
		{ name: label, role: 'band-low', values: low },
		{ name: label, role: 'band-high', values: over(max) }
	];
}

/** The trend in words; what is counted from 1 January compares with the same quarter alone. */
function sentenceOf(
	{ gaps, breaks, isRatio }: Trend,
	points: readonly TrendPoint[],
	language: ShownPoints['language']
): string {
	const newest = points.findLast(({ value }) => value !== undefined);
	const isCounted = gaps.some((at) => breaks.every((each) => each.at !== at));
	const told = isCounted
		? points.filter(
				({ period }) => newest && lastQuarterOf(period) === lastQuarterOf(newest.period)
			)
		: points;
	return trendSentence(told, { isRatio, language });
}
