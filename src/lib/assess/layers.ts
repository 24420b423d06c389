import type { Fraction } from '#lib/base/fraction.ts';
import { type Period, yearOf } from '#lib/base/period.ts';
import type { Catalogue, Indicator, TargetDocument } from '#lib/catalogue/catalogue.ts';
import { documentOf } from '#lib/catalogue/find-in-catalogue.ts';
import type { Totals } from '#lib/base/indicator-total.ts';
import { isInForce } from './assess.ts';
import type { Assessment } from './assessment.ts';
import type { Standing } from './standing.ts';
import { strictestTarget } from './targets-for.ts';
import { valueOf } from './value.ts';

/** Whose targets: those of central documents, of the city's programmes, of the organisation's own goals. */
export type LayerRank = TargetDocument['rank'];

/** The layers from the highest down. */
export const LAYER_RANKS: readonly LayerRank[] = ['central', 'city', 'own'];

/** The targets of one rank that are in force. */
export interface Layer {
	rank: LayerRank;
	assessments: Assessment[];
	/** The assessment beside the strictest of them. */
	leading: Assessment;
}

/** Whose layer a target is in. */
export function rankOf(catalogue: Catalogue, { target }: Assessment): LayerRank {
	return documentOf(catalogue, target.document)?.rank ?? 'own';
}

/** The layers that hold a target in force, from the highest down; empty where no target is in force. */
export function layersOf(
	standing: Standing,
	{ catalogue, period }: { catalogue: Catalogue; period: Period }
): Layer[] {
	return LAYER_RANKS.flatMap((rank): Layer[] => {
		const assessments = standing.assessments.filter(
			(each) => rankOf(catalogue, each) === rank && isInForce(each.target, yearOf(period))
		);
		const leading = leadingAmong(assessments, standing.indicator, period);
		return leading ? [{ rank, assessments, leading }] : [];
	});
}

/** The standing with the targets of the given layers alone; the status speaks of the strictest one left. */
export function standingIn(
	standing: Standing,
	{
		catalogue,
		period,
		layers
	}: { catalogue: Catalogue; period: Period; layers: ReadonlySet<LayerRank> }
): Standing {
	const assessments = standing.assessments.filter((each) => layers.has(rankOf(catalogue, each)));
	const leading = standing.total && leadingAmong(assessments, standing.indicator, period);
	return { ...standing, assessments, leading };
}

/** What the like of a unit reach together. */
export interface PeersMean {
	/** Σ numerators ÷ Σ denominators of the peers, never a mean of percentages; for a count their sum ÷ how many they are. */
	value: Fraction;
	/** How many peers have a value. */
	units: number;
}

/**
 * The mean of a unit's peers in a period: `peers` are its siblings of the same kind and level, without itself.
 * `undefined` where none of them has a value.
 */
export function peersMeanOf(
	totals: Totals,
	{ peers, period, indicator }: { peers: readonly string[]; period: Period; indicator: Indicator }
): PeersMean | undefined {
	const values = peers.flatMap((peer) => {
		const total = totals.total(peer, period, indicator.id);
		return (total && valueOf(total, indicator)) ?? [];
	});
	if (values.length === 0) return undefined;
	const numerator = values.reduce((sum, value) => sum + value.numerator, 0n);
	const denominator = values.reduce((sum, value) => sum + value.denominator, 0n);
	return { value: { numerator, denominator }, units: values.length };
}

function leadingAmong(
	assessments: readonly Assessment[],
	indicator: Indicator,
	period: Period
): Assessment | undefined {
	const targets = assessments.map(({ target }) => target);
	const isRatio = indicator.denominator.length > 0;
	const strictest = strictestTarget(targets, { year: yearOf(period), isRatio });
	return assessments.find(({ target }) => target === strictest);
}
