import { compareNames } from '#lib/base/compare-names.ts';
import { say } from '#lib/base/messages.ts';
import { periodInSentence } from '#lib/base/period-name.ts';
import type { Indicator } from '#lib/catalogue/catalogue.ts';
import { badness } from './ranking-order.ts';
import { statusOf } from './overview-reading.ts';
import type { ReportChart } from './report.ts';
import { numberOf, valueCell } from './report-cells.ts';
import type { ReportFigure } from './report-figure.ts';
import type { ReportScene } from './report-scene.ts';
import { markOf } from './report-targets.ts';
import { countsWords } from './report-summary.ts';
import { targetWords } from './sentence-target.ts';

/** More units make a chart that leaves no room on its page for another; the table beside it has them all. */
const MOST = 24;

/**
 * The units below beside one another, the worst first, each with its own target where one is in force; hidden ones last, so
 * that their place tells nothing. `undefined` where fewer than two have a value that may be shown.
 */
export function unitChart(
	scene: ReportScene,
	indicator: Indicator,
	figures: readonly ReportFigure[]
): ReportChart | undefined {
	const { language, period } = scene.view;
	const ranked = rankedFigures(figures);
	if (ranked.length < 2) return undefined;
	const others = figures.filter((figure) => figure.isHidden || !figure.standing.value);
	const shown = [...ranked, ...others].slice(0, MOST);
	const isRatio = indicator.denominator.length > 0;
	const marks = shown.map(({ standing: { leading } }) =>
		leading && isRatio ? markOf(leading) : null
	);
	const hasTargets = marks.some((mark) => mark !== null);
	const isCut = figures.length > shown.length;
	const words = {
		name: indicator.shortName[language],
		period: periodInSentence(period, language),
		count: shown.length
	};
	const caption = say(language, 'report.unit-chart', words);
	return {
		kind: hasTargets ? 'bullets' : 'bars',
		caption: isCut ? say(language, 'report.unit-chart-cut', words) : caption,
		...(isCut && { whole: { caption, count: figures.length } }),
		alternative: alternativeOf(scene, ranked),
		unit: isRatio ? 'ratio' : 'count',
		decimals: isRatio ? 2 : 0,
		categories: shown.map(({ unit, isHidden }) => (isHidden ? `${unit.name} [c]` : unit.name)),
		series: [
			valueSeries(scene, indicator, shown),
			...(hasTargets
				? [
						{
							name: say(language, 'report.series-target'),
							role: 'target' as const,
							values: marks,
							labels: shown.map(({ standing: { leading } }) =>
								leading ? targetWords(leading.target, { indicator, language }) : null
							)
						}
					]
				: [])
		]
	};
}

/** The figures that may be shown, the worst first; alike ones by name. */
export function rankedFigures(figures: readonly ReportFigure[]): ReportFigure[] {
	return figures
		.filter(({ standing, isHidden }) => standing.value && !isHidden)
		.sort((a, b) => badness(a, b, 'value') || compareNames(a.unit.name, b.unit.name));
}

function valueSeries(
	{ view: { language } }: ReportScene,
	indicator: Indicator,
	shown: readonly ReportFigure[]
): ReportChart['series'][number] {
	const drawn = shown.map(({ standing, isHidden }) => (isHidden ? undefined : standing.value));
	const isRatio = indicator.denominator.length > 0;
	const provisional = shown.flatMap(({ letters }, at) => (letters.includes('p') ? [at] : []));
	return {
		name: isRatio ? say(language, 'report.series-value') : indicator.counted[language],
		role: 'value',
		values: drawn.map((value) => (value ? numberOf(value) : null)),
		labels: shown.map((figure, at) => (drawn[at] ? valueCell(figure, language).text : null)),
		statuses: shown.map(({ standing, isHidden }) => (isHidden ? null : statusOf(standing))),
		...(provisional.length > 0 && { provisional })
	};
}

function alternativeOf(
	{ view: { language } }: ReportScene,
	ranked: readonly ReportFigure[]
): string {
	const [worst, best] = [ranked[0], ranked.at(-1)];
	if (!worst || !best) return '';
	const textOf = (figure: ReportFigure): string => valueCell(figure, language).text;
	return say(language, 'report.unit-chart-alternative', {
		units: ranked.length,
		counts: countsWords(
			ranked.map(({ standing }) => statusOf(standing)),
			language
		),
		worst: worst.unit.name,
		worstValue: textOf(worst),
		best: best.unit.name,
		bestValue: textOf(best)
	});
}
