import { say } from '#lib/base/messages.ts';
import { excellentOf } from '#lib/assess/rating-ceiling.ts';
import { periodInSentence } from '#lib/base/period-name.ts';
import type { Indicator } from '#lib/catalogue/catalogue.ts';
import type { ReportChart } from './report.ts';
import type { ReportFigure } from './report-figure.ts';
import type { ReportScene } from './report-scene.ts';

const MOST = 40;
const LEVELS = ['excellent', 'good', 'other'] as const;

/** The whole and the units below it by levels of rating, as parts of all rated; `undefined` for other indicators. */
export function levelsChart(
	scene: ReportScene,
	indicator: Indicator,
	figures: readonly ReportFigure[]
): ReportChart | undefined {
	const { facts, view } = scene;
	const { language, period } = view;
	const excellent = excellentOf(indicator.id);
	if (excellent === undefined || scene.guard.isGuarded(indicator.id)) return undefined;
	const all = figures.filter(({ isHidden, standing }) => !isHidden && standing.value);
	const shown = all.slice(0, MOST);
	const parts = shown.map(({ unit, standing: { value } }) => {
		const best = facts.totals.total(unit.unit, period, excellent)?.numerator;
		return value && best !== undefined ? partsOf(best, value) : undefined;
	});
	const known = shown.filter((_, at) => parts[at] !== undefined);
	if (known.length === 0) return undefined;
	const words = { name: indicator.shortName[language], period: periodInSentence(period, language) };
	const cut = { first: shown.length, count: all.length };
	const caption = say(language, 'report.levels-chart', words);
	const shares = parts.filter((each) => each !== undefined);
	return {
		kind: 'levels',
		...(all.length > shown.length
			? {
					caption: say(language, 'report.levels-chart-first', { ...words, ...cut }),
					whole: { caption, count: all.length }
				}
			: { caption }),
		alternative: say(language, 'report.levels-chart-alternative', {
			...words,
			units: known.length
		}),
		unit: 'ratio',
		decimals: 2,
		categories: known.map(({ unit }) => unit.name),
		series: LEVELS.map((level, place) => ({
			name: say(language, `report.level-${level}`),
			role: `level-${place + 1}` as const,
			values: shares.map((each) => each[place] ?? null)
		}))
	};
}

/** Excellent, good, and the rest of those rated, as parts of 1. */
function partsOf(
	excellent: bigint,
	{ numerator, denominator }: { numerator: bigint; denominator: bigint }
): number[] {
	const counts = [excellent, numerator - excellent, denominator - numerator];
	return counts.map((count) => Number(count) / Number(denominator));
}
