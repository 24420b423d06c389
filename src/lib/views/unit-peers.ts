import type { Facts, Standing } from '#lib/assess/standing.ts';
import { standingOf } from '#lib/assess/standing.ts';
import { peersMeanOf, type PeersMean } from '#lib/assess/layers.ts';
import { valueOf } from '#lib/assess/value.ts';
import { compareFractions, type Fraction } from '#lib/base/fraction.ts';
import type { Indicator } from '#lib/catalogue/catalogue.ts';
import { treeDayOf } from '#lib/base/tree-day.ts';
import type { Period } from '#lib/base/period.ts';
import type { Unit } from '#lib/units/unit.ts';
import type { Ground } from './indicator-ground.ts';
import { badness } from './ranking-order.ts';

/** Beside whom a unit is placed: those of its kind below the same unit, or in the whole organisation. */
export type PeerScope = 'siblings' | 'all';

/** The place of a unit among its peers at one indicator. */
export interface PeerPlace {
	standing: Standing & { value: Fraction };
	/** From 1, the best; the same for units that stand alike. */
	place: number;
	/** How many have a value, the unit among them. */
	of: number;
	/** How many peers have none. */
	without: number;
	/** What the peers reach together, without the unit itself. */
	mean?: PeersMean;
	/** Whether the unit stands better than that, worse, or alike. */
	besideMean?: 'better' | 'worse' | 'alike';
	/** The values of the peers, the lowest first. */
	values: { unit: string; value: Fraction }[];
}

/** The units of the same kind and level, without the unit itself; none for one that stands alone. */
export function peersOf(
	{ facts, tree }: Ground,
	{ unit, period, scope }: { unit: string; period: Period; scope: PeerScope }
): Unit[] {
	const day = treeDayOf(facts.totals, period);
	const [self, parent] = [tree.find(unit, day), tree.parentOn(unit, day)];
	if (!self || !parent) return [];
	const root = tree.pathOn(unit, day)[0]?.code ?? parent.code;
	const others =
		scope === 'all' ? tree.descendantsOn(root, day) : tree.childrenOn(parent.code, day);
	return others.filter(
		({ code, kind, level }) => code !== unit && kind === self.kind && level === self.level
	);
}

/**
 * The place of a unit among its peers at a ratio; `undefined` where it has no value, where no peer has one, and for a
 * count, which says nothing of better or worse between the large and the small.
 */
export function peerPlaceOf(
	facts: Facts,
	{
		path,
		peers,
		period,
		indicator
	}: { path: readonly string[]; peers: readonly string[]; period: Period; indicator: Indicator }
): PeerPlace | undefined {
	const standing = standingOf(facts, { path, period, indicator });
	const { value } = standing;
	if (!value || indicator.denominator.length === 0) return undefined;
	const values = peers.flatMap((unit) => {
		const total = facts.totals.total(unit, period, indicator.id);
		const known = total && valueOf(total, indicator);
		return known ? [{ unit, value: known }] : [];
	});
	if (values.length === 0) return undefined;
	const compare = (other: Fraction): number => goodness(standing, value, other);
	const mean = peersMeanOf(facts.totals, { peers, period, indicator });
	return {
		standing: { ...standing, value },
		place: values.filter((each) => compare(each.value) < 0).length + 1,
		of: values.length + 1,
		without: peers.length - values.length,
		...(mean && { mean, besideMean: wordOf(compare(mean.value)) }),
		values: values.toSorted((a, b) => compareFractions(a.value, b.value))
	};
}

/** Above zero where the first value is better than the second beside the target of the standing, else the higher. */
function goodness(standing: Standing, value: Fraction, other: Fraction): number {
	const leading = standing.leading ?? standing.assessments[0];
	const { target } = leading ?? {};
	if (target?.kind === 'trend' && target.direction === 'down') {
		return compareFractions(other, value);
	}
	const like = { ...standing, leading };
	return badness(
		{ standing: { ...like, value } },
		{ standing: { ...like, value: other } },
		'value'
	);
}

function wordOf(sign: number): 'better' | 'worse' | 'alike' {
	if (sign === 0) return 'alike';
	return sign > 0 ? 'better' : 'worse';
}
