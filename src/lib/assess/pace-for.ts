import { yearOf } from '#lib/base/period.ts';
import type { Catalogue, Target } from '#lib/catalogue/catalogue.ts';
import { documentOf } from '#lib/catalogue/find-in-catalogue.ts';
import { type Pace, dueOf, paceOf } from './pace.ts';
import { paceSeries } from './pace-series.ts';
import type { Facts, StandingQuestion } from './standing.ts';

/**
 * The pace of a unit's indicator towards one of its targets, at the last point up to the period (`paceSeries`);
 * `undefined` where the target has no due day after it or no threshold, and where there is no value yet.
 */
export function paceFor(
	facts: Facts,
	{ path, period, indicator, target: asked }: StandingQuestion & { target: Target }
): Pace | undefined {
	const known = facts.catalogue.targets.find(({ id }) => id === asked.id);
	const target = known?.threshold ? known : asked;
	if (!dueOf(target) || target.kind === 'trend') return undefined;
	return paceOf({
		points: paceSeries(facts, { unit: path.at(-1) ?? '', period, indicator }),
		target,
		isRatio: indicator.denominator.length > 0,
		start: startOf(facts.catalogue, target)
	});
}

/** The first year of a target's time; for a target of one year, or of a day, the year of the document that set it. */
function startOf(catalogue: Catalogue, { from, to, due, document }: Target): number {
	const isStretch = from !== undefined && from !== to && due === undefined;
	if (isStretch) return from;
	const set = documentOf(catalogue, document);
	return Math.min(set ? yearOf(set.date) : Infinity, from ?? Infinity);
}
