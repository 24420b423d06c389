import type { Facts } from '#lib/assess/standing.ts';
import { type Reading, readingOf, type Viewpoint } from './overview-reading.ts';

/** The readings of the headline indicators in the order of their gauges. */
export function gaugesOf(facts: Facts, viewpoint: Viewpoint): Reading[] {
	return facts.catalogue.indicators
		.filter(({ headline }) => headline !== undefined)
		.sort((a, b) => (a.headline ?? 0) - (b.headline ?? 0))
		.map((indicator) => readingOf(facts, indicator, viewpoint));
}
