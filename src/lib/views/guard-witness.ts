import { changeFinder } from './guard-change.ts';
import { nullSpace } from './guard-null-space.ts';
import type { Veil, VeiledCount, Witness } from './guard-veil.ts';

/** So many withheld counts may hang together for all their changes to be written down at once. */
const MOST_SPANNED = 400;

/**
 * Looks, for any withheld count that a reader cannot pin down, for a set of whole numbers in which it differs and which
 * agrees with all that is shown, and so proves it. A count without one may be worked out, or is held so closely that none
 * was found.
 */
export function witnessFinder(veil: Veil): (sought: number) => Witness | undefined {
	const findChange = changeFinder(veil);
	let spanning: readonly Witness[] | undefined;
	const greater = (): readonly Witness[] => {
		if (veil.hidden.length > MOST_SPANNED) return [];
		const parts = partsOf(veil.counts);
		return [...simpleChanges(veil)].filter((change) => agrees(change, { ...veil, parts }));
	};
	return (sought) => {
		const found = findChange(sought);
		if (found) return found;
		spanning ??= greater();
		return spanning.find((change) => change.has(sought));
	};
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
