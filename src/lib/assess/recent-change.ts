import type { Totals } from '#lib/base/indicator-total.ts';
import { kindOf, lastDayOf, lastQuarterOf, type Period, yearOf } from '#lib/base/period.ts';
import type { Status } from './assessment.ts';
import { effectiveTurn, type Turn } from './effective-change.ts';
import { type Facts, type Standing, standingOf, type StandingQuestion } from './standing.ts';

/** What became of a standing since the last quarter that it compares with. */
export interface RecentChange {
	/** The quarter that it is held against: the one before, or for what is known at the end of a year alone that of a year ago. */
	since: Period;
	before: Standing;
	/** Which way the value went; absent where it moved by less than the effective gap. */
	turn?: Turn;
	/** The verdict of then, where it is another one now. */
	was?: Status;
}

const QUARTERS = 4;
const VERDICTS: ReadonlySet<Status> = new Set<Status>([
	'met',
	'not-met',
	'above-band',
	'undecided'
]);

/**
 * How a unit's standing changed since last quarter: another verdict, or a value that moved past the effective gap;
 * `undefined` where neither did or nothing compares. A figure still open is held against none: what grows within the year,
 * or is known at its end alone, against that of a year ago.
 */
export function recentChange(
	facts: Facts,
	now: Standing,
	question: StandingQuestion
): RecentChange | undefined {
	const { value, total, indicator } = now;
	const newest = newestQuarter(facts.totals, question.period);
	if (!value || !total?.closed || !newest) return undefined;
	for (let back = 1; back <= QUARTERS; back++) {
		const since = quartersBefore(newest, back);
		const before = standingOf(facts, { ...question, period: since });
		if (!before.value || !before.total?.closed) continue;
		const turn = effectiveTurn(value, before.value, { indicator, settings: facts.settings });
		const was = otherVerdict(now, before);
		if (!turn && !was) return undefined;
		return { since, before, ...(turn && { turn }), ...(was && { was }) };
	}
	return undefined;
}

/** The newest quarter with figures that lies in the period. */
export function newestQuarter({ periods }: Totals, period: Period): Period | undefined {
	return periods.findLast(
		(each) =>
			kindOf(each) === 'quarter' &&
			yearOf(each) === yearOf(period) &&
			lastDayOf(each) <= lastDayOf(period)
	);
}

function quartersBefore(quarter: Period, back: number): Period {
	const place = yearOf(quarter) * QUARTERS + lastQuarterOf(quarter) - 1 - back;
	return `${Math.floor(place / QUARTERS)}-Q${(place % QUARTERS) + 1}`;
}

function otherVerdict({ leading: now }: Standing, { leading: then }: Standing): Status | undefined {
	if (!now || !then || now.status === then.status) return undefined;
	return VERDICTS.has(now.status) && VERDICTS.has(then.status) ? then.status : undefined;
}
