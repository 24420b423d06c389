import { type Facts, type Standing, standingOf } from '#lib/assess/standing.ts';
import { say } from '#lib/base/messages.ts';
import { kindOf, type Period } from '#lib/base/period.ts';
import type { Viewpoint } from './overview-reading.ts';
import { periodInSentence } from './sentence-period.ts';

/**
 * Since when a target is missed without a break, over the periods of the viewpoint's kind: `từ năm 2023 (3 năm liền)`;
 * `undefined` where it is not missed, or missed for the first time.
 */
export function missedSince(
	facts: Facts,
	{ indicator, leading }: Standing,
	{ path, period, language }: Viewpoint
): string | undefined {
	if (leading?.status !== 'not-met') return undefined;
	const earlier = facts.totals.periods
		.filter((each) => kindOf(each) === kindOf(period))
		.slice(0, placeIn(facts, period))
		.reverse();
	const met = earlier.findIndex(
		(each) => standingOf(facts, { path, period: each, indicator }).leading?.status !== 'not-met'
	);
	const missed = met === -1 ? earlier : earlier.slice(0, met);
	const first = missed.at(-1);
	if (!first) return undefined;
	return say(language, `overview.since-${kindOf(period)}`, {
		period: periodInSentence(first, language),
		count: missed.length + 1
	});
}

function placeIn({ totals }: Facts, period: Period): number {
	return totals.periods.filter((each) => kindOf(each) === kindOf(period)).indexOf(period);
}
