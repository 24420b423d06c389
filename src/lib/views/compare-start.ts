import { say } from '#lib/base/messages.ts';
import type { Language } from '#lib/base/language.ts';
import type { Period } from '#lib/base/period.ts';
import { treeDayOf } from '#lib/base/tree-day.ts';
import type { Unit } from '#lib/units/unit.ts';
import type { Ground } from './indicator-ground.ts';

/** Units that one would hold beside another, under a head. */
export interface Suggestion {
	title: string;
	units: { code: string; name: string }[];
}

/** So many are proposed under one head. */
const MOST = 12;

/** What a unit may be held beside: those of its kind below the same unit, the unit above, the units below. */
export function suggestedUnits(
	{ facts, tree }: Ground,
	{ unit, period, language }: { unit: string; period: Period; language: Language }
): Suggestion[] {
	const day = treeDayOf(facts.totals, period);
	const self = tree.find(unit, day);
	const above = tree.parentOn(unit, day);
	const siblings = above ? tree.childrenOn(above.code, day) : [];
	const peers = siblings.filter(({ code, kind }) => code !== unit && kind === self?.kind);
	const listed = (units: readonly Unit[]): Suggestion['units'] =>
		units.slice(0, MOST).map(({ code, name }) => ({ code, name }));
	return [
		{ title: say(language, 'compare.suggest-peers'), units: listed(peers) },
		{ title: say(language, 'compare.suggest-above'), units: listed(above ? [above] : []) },
		{ title: say(language, 'compare.suggest-below'), units: listed(tree.childrenOn(unit, day)) }
	].filter(({ units }) => units.length > 0);
}
