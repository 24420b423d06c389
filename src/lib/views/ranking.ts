import { compareNames } from '#lib/base/compare-names.ts';
import type { Assessment } from '#lib/assess/assessment.ts';
import { type Standing, standingOf } from '#lib/assess/standing.ts';
import type { Language } from '#lib/base/language.ts';
import type { Period } from '#lib/base/period.ts';
import type { Indicator } from '#lib/catalogue/catalogue.ts';
import type { Unit } from '#lib/units/unit.ts';
import { remainderCounts } from './boundary-remark.ts';
import { type Scale, scaleEnd, scaleOf } from './bullet.ts';
import { type Ground, pathIn } from './indicator-ground.ts';
import { type Reading, readingOf } from './overview-reading.ts';
import { assessmentsInForce } from './overview-target.ts';
import { type RankingMean, rankingMeans } from './ranking-means.ts';
import { badness, type RankingOrder } from './ranking-order.ts';
import { rankingSentence } from './ranking-sentence.ts';
import { type RankingScope, unitsRanked } from './ranking-units.ts';
import { changeWords } from './sentence-change.ts';

/** One unit in a ranking. */
export interface RankingRow {
	unit: string;
	name: string;
	/** From 1, the best, as on the page of a unit; the same for units that stand alike; absent without a value. */
	place?: number;
	reading: Reading;
	/** The value on the axis that all units of the ranking share. */
	scale: Scale;
	/** Where the mean of its kind lies on that axis; absent where there is none. */
	mean?: number;
	/** By how much it differs from that mean: `+1,20 điểm %`. */
	besideMean?: string;
}

/** Units beside one another, the worst first. */
export interface Ranking {
	rows: RankingRow[];
	/** Those that have no value, in list order. */
	without: RankingRow[];
	/** What each kind of units reaches together; empty where it is not asked for. */
	means: RankingMean[];
	/** `12/15`: what could not be split among the units; absent where there is no such part. */
	remainder?: string;
	/** The ranking in a few sentences. */
	sentence: string;
}

/** Whose ranking is asked for. */
export interface RankingQuestion {
	unit: string;
	period: Period;
	indicator: Indicator;
	language: Language;
	order: RankingOrder;
	/** Those below where it is absent. */
	scope?: RankingScope;
	/** True where the mean of each kind is to stand beside. */
	withMeans?: boolean;
}

interface Ranked {
	unit: Unit;
	path: string[];
	standing: Standing;
	inForce: Assessment[];
}

/** The units of the scope on the period's own map, ordered by value or by shortfall, on one axis. */
export function rankingOf(ground: Ground, question: RankingQuestion): Ranking {
	const { period, indicator, language, order, scope = 'below' } = question;
	const units = unitsRanked(ground, { unit: question.unit, period, scope });
	const ranked = units.map((unit): Ranked => {
		const path = pathIn(ground, unit.code, period);
		const standing = standingOf(ground.facts, { path, period, indicator });
		return { unit, path, standing, inForce: assessmentsInForce(standing, period) };
	});
	const end = Math.max(...ranked.map((each) => scaleEnd({ ...each, language })));
	const means = question.withMeans
		? rankingMeans(ground, units, { period, indicator, language, end })
		: [];
	const axis = { end, means };
	const shown = ranked.map((each) => ({
		...each,
		row: rowOf(ground, each, { ...question, ...axis })
	}));
	const sorted = shown
		.filter(({ standing }) => standing.value)
		.sort((a, b) => compare(a, b, question));
	const rows = sorted.map((each, index) => {
		const lastAlike = sorted.findLastIndex((other) => badness(other, each, order) === 0);
		return { ...each.row, place: sorted.length - Math.max(lastAlike, index) };
	});
	const remainder =
		scope === 'below' &&
		remainderCounts(ground.facts.totals.total(question.unit, period, indicator.id), language);
	return {
		rows,
		without: shown.filter(({ standing }) => !standing.value).map(({ row }) => row),
		means,
		...(remainder && { remainder }),
		sentence: rankingSentence(
			shown.map(({ row, standing }) => ({ ...row, value: standing.value })),
			language
		)
	};
}

function rowOf(
	ground: Ground,
	{ unit, path, standing, inForce }: Ranked,
	{ period, indicator, language, end, means }: RankingQuestion & Axis
): RankingRow {
	const mean = means.find(({ kind }) => kind === unit.kind);
	const isRatio = indicator.denominator.length > 0;
	const row = {
		unit: unit.code,
		name: unit.name,
		reading: readingOf(ground.facts, indicator, { path, period, language }),
		scale: scaleOf({ standing, inForce, language, end })
	};
	if (!mean || !standing.value) return row;
	const besideMean = changeWords(standing.value, mean.value, { isRatio, language });
	return { ...row, mean: mean.at, besideMean };
}

/** The axis that all rows share. */
interface Axis {
	end: number;
	means: readonly RankingMean[];
}

function compare(a: Ranked, b: Ranked, { order }: RankingQuestion): number {
	return badness(a, b, order) || compareNames(a.unit.name, b.unit.name);
}
