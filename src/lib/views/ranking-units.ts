import type { Period } from '#lib/base/period.ts';
import { treeDayOf } from '#lib/base/tree-day.ts';
import type { Unit } from '#lib/units/unit.ts';
import { childrenIn, type Ground } from './indicator-ground.ts';

/** Among whom units are ranked: those directly below the unit, or the unit and its like below the same unit. */
export type RankingScope = 'below' | 'peers';

/** The scopes in which there is more than one unit to rank, the usual one first. */
export function rankingScopes(
	ground: Ground,
	{ unit, period }: { unit: string; period: Period }
): RankingScope[] {
	const below = childrenIn(ground, unit, period).length > 0;
	const peers = unitsRanked(ground, { unit, period, scope: 'peers' }).length > 1;
	return [...(below ? (['below'] as const) : []), ...(peers ? (['peers'] as const) : [])];
}

/** The units of a scope on the map that the period is shown on, in list order. */
export function unitsRanked(
	ground: Ground,
	{ unit, period, scope }: { unit: string; period: Period; scope: RankingScope }
): Unit[] {
	if (scope === 'below') return childrenIn(ground, unit, period);
	const { facts, tree } = ground;
	const day = treeDayOf(facts.totals, period);
	const [self, parent] = [tree.find(unit, day), tree.parentOn(unit, day)];
	if (!self || !parent) return [];
	return tree
		.childrenOn(parent.code, day)
		.filter(({ kind, level }) => kind === self.kind && level === self.level);
}
