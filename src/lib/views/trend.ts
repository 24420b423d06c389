import { type Standing, standingOf } from '#lib/assess/standing.ts';
import type { Language } from '#lib/base/language.ts';
import { kindOf, lastQuarterOf, type Period } from '#lib/base/period.ts';
import type { Indicator } from '#lib/catalogue/catalogue.ts';
import { type Ground, pathIn } from './indicator-ground.ts';
import { peersMean } from './layers.ts';
import { readingOf } from './overview-reading.ts';
import type { TrendBreak } from './trend-breaks.ts';
import { type Grain, overTimesOf, trendGaps } from './trend-gaps.ts';
import { type TrendLevel, trendLevels } from './trend-levels.ts';
import { type TrendPoint, trendPoint } from './trend-point.ts';
import { trendSentence } from './trend-sentence.ts';

/** An indicator of one unit over time. */
export interface Trend {
	grain: Grain;
	isRatio: boolean;
	points: TrendPoint[];
	/** Places on the axis where the line must not be drawn on: 2.5 is between the third point and the fourth. */
	gaps: number[];
	levels: TrendLevel[];
	/** What the peers reach in each period, per cent or count; absent where they are not asked for, or are none. */
	peers?: (number | undefined)[];
	breaks: TrendBreak[];
	/** The trend in a few sentences. */
	sentence: string;
}

/** Whose trend is asked for. */
export interface TrendQuestion {
	unit: string;
	indicator: Indicator;
	grain: Grain;
	language: Language;
	/** True where the peers' mean is to be drawn beside. */
	withPeers?: boolean;
}

/** The trend of an indicator over all periods of the grain that have figures. */
export function trendOf(ground: Ground, question: TrendQuestion): Trend {
	const { indicator, grain, language } = question;
	const { catalogue } = ground.facts;
	const periods = ground.facts.totals.periods.filter((period) => kindOf(period) === grain);
	const standings = periods.map((period) => standingIn(ground, question, period));
	const points = standings.map(({ period, path, standing }) => {
		const viewpoint = { path, period, language };
		const reading = standing && readingOf(ground.facts, indicator, viewpoint);
		return trendPoint(period, { standing, reading }, language);
	});
	const { breaks, restarts } = trendGaps(ground, question, periods);
	const isRatio = indicator.denominator.length > 0;
	return {
		grain,
		isRatio,
		points,
		gaps: [...new Set([...breaks.map(({ at }) => at), ...restarts])],
		levels: trendLevels(standings, { catalogue, indicator, language }),
		breaks,
		...(question.withPeers && peersOver(ground, question, periods)),
		sentence: trendSentence(restarts.length > 0 ? sameQuarters(points) : points, {
			isRatio,
			language
		})
	};
}

/** The grains in which an indicator has figures of its own: a measure of the year end has no quarters. */
export function grainsOf(
	{ facts: { catalogue, totals } }: Ground,
	{ unit, indicator }: { unit: string; indicator: Indicator }
): Grain[] {
	const isYearly = [...overTimesOf(catalogue, indicator)].every((overTime) => overTime === 'year');
	const hasQuarters = totals.periods.some((period) => {
		if (kindOf(period) !== 'quarter' || lastQuarterOf(period) === 4) return false;
		const total = totals.total(unit, period, indicator.id);
		return total?.numerator !== undefined && total.asOf === period;
	});
	return hasQuarters && !isYearly ? ['year', 'quarter'] : ['year'];
}

/** What the peers reach in each period; nothing where they have no value in any. */
function peersOver(
	ground: Ground,
	{ unit, indicator }: TrendQuestion,
	periods: readonly Period[]
): Pick<Trend, 'peers'> {
	const percent = indicator.denominator.length > 0 ? 100 : 1;
	const peers = periods.map((period) => {
		const value = peersMean(ground, { unit, period, indicator })?.value;
		return value && (Number(value.numerator) / Number(value.denominator)) * percent;
	});
	return peers.some((height) => height !== undefined) ? { peers } : {};
}

function standingIn(
	ground: Ground,
	{ unit, indicator }: TrendQuestion,
	period: Period
): { period: Period; path: string[]; standing?: Standing } {
	const path = pathIn(ground, unit, period);
	if (path.length === 0) return { period, path };
	return { period, path, standing: standingOf(ground.facts, { path, period, indicator }) };
}

/** The points of the quarter that the newest value is of: what is counted from 1 January compares with nothing else. */
function sameQuarters(points: readonly TrendPoint[]): TrendPoint[] {
	const newest = points.findLast(({ value }) => value !== undefined);
	return points.filter(
		({ period }) => newest && lastQuarterOf(period) === lastQuarterOf(newest.period)
	);
}
