import { groupBy } from '#lib/base/group-by.ts';
import { comparePeriods, kindOf, lastQuarterOf, type Period, yearOf } from '#lib/base/period.ts';
import type { ProgressFact } from '#lib/base/progress.ts';
import type { Target } from '#lib/catalogue/catalogue.ts';

/** For which unit, given as the codes from the root down to it, and for when a threshold is asked. */
export interface ThresholdQuestion {
	/** What the sheets B8 in force say. */
	progress: readonly ProgressFact[];
	path: readonly string[];
	period: Period;
}

/** A target as it is judged, and the row of B8 that its threshold stands in, where one sets it. */
export interface EnteredTarget {
	target: Target;
	entered?: ProgressFact;
}

const QUARTERS = { quarter: 1, half: 2, year: 4 } as const;

/**
 * The target with the threshold that B8 enters where its document leaves it to others (kind `external`): the plan of the
 * row, at least so many whole per cent, for the row's unit and all below it, from the row's period on. The nearest unit
 * goes before those above it, a later period before an earlier one. Any other target, one whose threshold the catalogue
 * has, and one that no row speaks of are given back themselves.
 */
export function withEnteredThreshold(
	target: Target,
	{ progress, path, period }: ThresholdQuestion
): EnteredTarget {
	if (target.kind !== 'external' || target.threshold) return { target };
	const rows = (byCode(progress).get(target.id) ?? []).filter(
		(row) => row.plan !== undefined && firstQuarter(row.period) <= lastQuarter(period)
	);
	const nearest = path.findLast((code) => rows.some(({ unit }) => unit === code));
	const entered = rows
		.filter(({ unit }) => unit === nearest)
		.toSorted((a, b) => comparePeriods(a.period, b.period))
		.at(-1);
	if (entered?.plan === undefined) return { target };
	const threshold = { comparator: '>=', value: String(entered.plan) } as const;
	return { target: { ...target, threshold }, entered };
}

const indexes = new WeakMap<readonly ProgressFact[], Map<string, ProgressFact[]>>();

function byCode(progress: readonly ProgressFact[]): Map<string, ProgressFact[]> {
	const index = indexes.get(progress) ?? groupBy(progress, ({ code }) => code);
	indexes.set(progress, index);
	return index;
}

/** The quarter that a period ends with, and that it begins with, counted from the year 0. */
function lastQuarter(period: Period): number {
	return yearOf(period) * 4 + lastQuarterOf(period);
}

function firstQuarter(period: Period): number {
	return lastQuarter(period) - QUARTERS[kindOf(period)] + 1;
}
