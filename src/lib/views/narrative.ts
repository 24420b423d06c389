import { type Facts, standingOf } from '#lib/assess/standing.ts';
import type { Indicator } from '#lib/catalogue/catalogue.ts';
import { coverageClause, lackingClause, metBelowClause } from './narrative-below.ts';
import { earlierClause, headClause } from './narrative-head.ts';
import { shortfallClause, targetClause } from './narrative-target.ts';
import type { NarrativeView } from './narrative-view.ts';
import { joinParts, mergeParts, type NarrativePart } from './sentence-parts.ts';

export type { NarrativePart } from './sentence-parts.ts';

/**
 * How a unit stands at an indicator, in one sentence made of the figures alone: the value, beside the leading target, against
 * the year before, how many units below meet it, which of them lack most, what is not reported. Every number leads to its
 * trail. Empty where the unit does not exist in the period.
 */
export function narrativeOf(
	facts: Facts,
	view: NarrativeView,
	indicator: Indicator
): NarrativePart[] {
	const { path, period } = view;
	if (path.length === 0) return [];
	const standing = standingOf(facts, { path, period, indicator });
	const standsSo = [
		headClause(standing, view),
		targetClause(facts, standing, view),
		shortfallClause(standing, view)
	];
	const clauses = [
		joinParts(standsSo, ', '),
		earlierClause(facts, standing, view),
		metBelowClause(facts, standing, view),
		lackingClause(facts, standing, view),
		coverageClause(standing, view)
	];
	return capitalized(mergeParts([...joinParts(clauses, '; '), { text: '.' }]));
}

function capitalized([first, ...others]: readonly NarrativePart[]): NarrativePart[] {
	if (!first) return [];
	return [{ ...first, text: first.text.charAt(0).toUpperCase() + first.text.slice(1) }, ...others];
}
