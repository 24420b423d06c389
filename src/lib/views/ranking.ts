import type { Assessment } from '#lib/assess/assessment.ts';
import { type Standing, standingOf } from '#lib/assess/standing.ts';
import type { Language } from '#lib/base/language.ts';
import type { Period } from '#lib/base/period.ts';
import type { Indicator } from '#lib/catalogue/catalogue.ts';
import { remainderCounts } from './boundary-remark.ts';
import { type Scale, scaleEnd, scaleOf } from './bullet.ts';
import { childrenIn, type Ground, pathIn } from './indicator-ground.ts';
import { type Reading, readingOf } from './overview-reading.ts';
import { assessmentsInForce } from './overview-target.ts';
import { badness, type RankingOrder } from './ranking-order.ts';
import { rankingSentence } from './ranking-sentence.ts';

/** One unit in a ranking. */
export interface RankingRow {
	unit: string;
	name: string;
	/** From 1, the worst; the same for units that stand alike; absent without a value. */
	place?: number;
	reading: Reading;
	/** The value on the axis that all units of the ranking share. */
	scale: Scale;
}

/** The units directly below one, the worst first. */
export interface Ranking {
	rows: RankingRow[];
	/** Those that have no value, in list order. */
	without: RankingRow[];
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
}

interface Ranked {
	unit: string;
	name: string;
	path: string[];
	standing: Standing;
	inForce: Assessment[];
}

/** The units below on the period's own map, ordered by value or by shortfall, on one axis. */
export function rankingOf(ground: Ground, question: RankingQuestion): Ranking {
	const { period, indicator, language, order } = question;
	const ranked = childrenIn(ground, question.unit, period).map(({ code, name }): Ranked => {
		const path = pathIn(ground, code, period);
		const standing = standingOf(ground.facts, { path, period, indicator });
		return { unit: code, name, path, standing, inForce: assessmentsInForce(standing, period) };
	});
	const end = Math.max(...ranked.map((each) => scaleEnd({ ...each, language })));
	const rowOf = ({ unit, name, path, standing, inForce }: Ranked): RankingRow => ({
		unit,
		name,
		reading: readingOf(ground.facts, indicator, { path, period, language }),
		scale: scaleOf({ standing, inForce, language, end })
	});
	const sorted = ranked
		.filter(({ standing }) => standing.value)
		.sort((a, b) => compare(a, b, question));
	const rows = sorted.map((each, index) => {
		const firstAlike = sorted.findIndex((other) => badness(other, each, order) === 0);
		return { ...rowOf(each), place: Math.min(firstAlike, index) + 1 };
	});
	const without = ranked.filter(({ standing }) => !standing.value).map(rowOf);
	const named = ranked.map((each) => ({ ...rowOf(each), value: each.standing.value }));
	const remainder = remainderCounts(
		ground.facts.totals.total(question.unit, period, indicator.id),
		language
	);
	return {
		rows,
		without,
		...(remainder && { remainder }),
		sentence: rankingSentence(named, language)
	};
}

function compare(a: Ranked, b: Ranked, { order, language }: RankingQuestion): number {
	return badness(a, b, order) || a.name.localeCompare(b.name, language, { numeric: true });
}
