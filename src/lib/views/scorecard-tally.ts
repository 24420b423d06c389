import type { Status } from '#lib/assess/assessment.ts';
import { type Facts, standingOf } from '#lib/assess/standing.ts';
import type { Period } from '#lib/base/period.ts';
import type { Indicator } from '#lib/catalogue/catalogue.ts';
import type { ScorecardUnit } from './scorecard-units.ts';

/** How many targets are met and how many missed, of those that a level is asked by and that are due. */
export interface MetCount {
	met: number;
	missed: number;
	/** Those with a verdict, and those whose figures are missing or open. */
	judged: number;
}

/** How units stand at indicators, counted by unit and by indicator. */
export interface ScorecardTally {
	/** One for each unit, in their order. */
	units: MetCount[];
	/** One for each indicator, in their order: over the units that have none below them, or over all of one level. */
	indicators: MetCount[];
}

/** What is counted. */
export interface TallyQuestion {
	/** The unit in view, then those listed. */
	units: readonly ScorecardUnit[];
	indicators: readonly Indicator[];
	period: Period;
}

const JUDGED: readonly Status[] = ['met', 'not-met', 'above-band', 'undecided', 'no-data'];

/**
 * Counts unit by unit, pausing after each, so that thousands of them need not be counted at one go: the counts are whole
 * when it ends. The unit in view, which is the sum of the others, counts for none of the indicators; nor does a branch
 * whose own units are listed with it.
 */
export function* tallyScorecard(
	facts: Facts,
	question: TallyQuestion
): Generator<undefined, ScorecardTally> {
	const { units, indicators } = question;
	const deepest = Math.max(...units.map(({ level }) => level));
	const statuses: (Status | undefined)[][] = [];
	for (const unit of units) {
		statuses.push(statusesOf(facts, unit, question));
		yield;
	}
	const counted = statuses.filter((_, place) => {
		const { level, isBranch } = units[place] ?? { level: 0, isBranch: false };
		return level > 0 && (!isBranch || deepest === 1);
	});
	return {
		units: statuses.map(metCount),
		indicators: indicators.map((_, place) => metCount(counted.map((row) => row[place])))
	};
}

/** The counts among statuses; those that no level is asked by, and those not due, are left out. */
function metCount(statuses: readonly (Status | undefined)[]): MetCount {
	const countOf = (...wanted: Status[]): number =>
		statuses.filter((status) => status && wanted.includes(status)).length;
	return { met: countOf('met'), missed: countOf('not-met'), judged: countOf(...JUDGED) };
}

/** How a unit stands at each indicator; nothing where no target in force asks for a level. */
function statusesOf(
	facts: Facts,
	{ path }: ScorecardUnit,
	{ indicators, period }: TallyQuestion
): (Status | undefined)[] {
	return indicators.map((indicator) => {
		const { leading } = standingOf(facts, { path, period, indicator });
		return leading?.target.kind === 'trend' ? undefined : leading?.status;
	});
}
