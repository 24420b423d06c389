import { findChange } from './guard-change.ts';
import { nullSpace } from './guard-null-space.ts';

/** A count as a reader of a guarded document may know it. */
export interface VeiledCount {
	value: number;
	/** The least and the greatest number that a reader must reckon with where the count is withheld. */
	least: number;
	most: number;
	/** The place of the count that it is a part of and so cannot exceed. */
	within?: number;
}

/** What a reader knows of the withheld counts: they lie within their bounds and obey the sums. */
export interface Veil {
	counts: readonly VeiledCount[];
	/** Σ factor × count is the same for every reader; by the places of the counts. */
	sums: readonly ReadonlyMap<number, number>[];
	/** The places of the counts that are not shown. */
	hidden: readonly number[];
}

/** Another set of numbers that a reader cannot tell from the true one: by place how much each differs. */
export type Witness = ReadonlyMap<number, number>;

/**
 * For each withheld count that a reader cannot pin down a set of whole numbers in which it differs and which agrees with all
 * that is shown, and so proves it. A count without one may be worked out, or is held so closely that none was found.
 */
export function findWitnesses(veil: Veil, sought: readonly number[]): Map<number, Witness> {
	const found = new Map<number, Witness>();
	const keep = (change: Witness): void => {
		for (const place of sought)
			if (change.has(place) && !found.has(place)) found.set(place, change);
	};
	const parts = partsOf(veil.counts);
	const free = new Set<number>();
	for (const change of simpleChanges(veil)) {
		for (const place of change.keys()) free.add(place);
		const isNews = sought.some((place) => change.has(place) && !found.has(place));
		if (isNews && agrees(change, { counts: veil.counts, parts })) keep(change);
	}
	for (const place of sought) {
		if (found.has(place) || !free.has(place)) continue;
		const change = findChange(veil, place);
		if (change) keep(change);
	}
	return found;
}

/** Changes that leave every sum as it is, and of which all others are made up. */
function* simpleChanges({ sums, hidden }: Veil): Generator<Witness> {
	const touching = sums.filter((sum) => hidden.some((place) => sum.has(place)));
	const rows = touching.map((sum) => hidden.map((place) => sum.get(place) ?? 0));
	for (const vector of nullSpace(rows, hidden.length)) {
		const steps = hidden.map((place, at) => [place, vector[at] ?? 0] as const);
		const changed = steps.filter(([, step]) => step !== 0);
		yield new Map(changed);
		yield new Map(changed.map(([place, step]) => [place, -step]));
	}
}

/** The places of the parts of each whole. */
type Parts = ReadonlyMap<number, readonly number[]>;

function partsOf(counts: readonly VeiledCount[]): Parts {
	const parts = new Map<number, number[]>();
	for (const [place, { within }] of counts.entries())
		if (within !== undefined) parts.set(within, [...(parts.get(within) ?? []), place]);
	return parts;
}

/** True where every number stays between its bounds, and no part exceeds its whole. */
function agrees(
	change: Witness,
	{ counts, parts }: { counts: readonly VeiledCount[]; parts: Parts }
): boolean {
	const changed = (place: number): number => (counts[place]?.value ?? 0) + (change.get(place) ?? 0);
	return [...change.keys()].every((place) => {
		const { least = 0, most = 0, within } = counts[place] ?? {};
		const now = changed(place);
		if (now < least || now > most) return false;
		if (within !== undefined && now > changed(within)) return false;
		return (parts.get(place) ?? []).every((part) => changed(part) <= now);
	});
}
