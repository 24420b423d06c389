import type { Veil, Witness } from './guard-witness.ts';

/** So many steps are tried for one count: sums of a few units need ten, and no one has patience for all of them. */
const MOST_STEPS = 600;

/**
 * A change of withheld counts by one each, among them the one sought, that keeps every sum, every bound and every part within
 * its whole: from the first step each sum that it upsets is set right by another. `undefined` where none was found.
 */
export function findChange(veil: Veil, sought: number): Witness | undefined {
	const open = new Set(veil.hidden);
	const search = { ...veil, open, links: linksOf(veil), mayStep: countdown(MOST_STEPS) };
	for (const step of [1, -1]) {
		const change = settle(search, stepped(search, new Map(), { place: sought, step }));
		if (change) return change;
	}
	return undefined;
}

interface Search extends Veil {
	open: ReadonlySet<number>;
	links: Links;
	/** False once too much was tried. */
	mayStep: () => boolean;
}

/** What hangs on a count, by its place. */
interface Links {
	/** The places of the sums that it is in, ascending. */
	sums: readonly (readonly number[])[];
	/** The places of its parts. */
	parts: readonly (readonly number[])[];
}

const KEPT = new WeakMap<Veil['sums'], Links>();

/** The links of a veil; the same sums have the same counts. */
function linksOf({ counts, sums }: Veil): Links {
	const kept = KEPT.get(sums);
	if (kept) return kept;
	const links = { sums: counts.map((): number[] => []), parts: counts.map((): number[] => []) };
	for (const [at, sum] of sums.entries()) {
		for (const place of sum.keys()) links.sums[place]?.push(at);
	}
	for (const [place, { within }] of counts.entries()) {
		if (within !== undefined) links.parts[within]?.push(place);
	}
	KEPT.set(sums, links);
	return links;
}

interface Step {
	place: number;
	step: number;
}

function settle(search: Search, change: Witness | undefined): Witness | undefined {
	if (!change) return undefined;
	const remedies = remediesFor(search, change);
	if (!remedies) return change;
	for (const remedy of remedies) {
		const settled = settle(search, stepped(search, change, remedy));
		if (settled) return settled;
	}
	return undefined;
}

/** The change with one step more; `undefined` where that leaves the bounds. */
function stepped(search: Search, change: Witness, { place, step }: Step): Witness | undefined {
	const { value = 0, least = 0, most = 0 } = search.counts[place] ?? {};
	if (!search.mayStep()) return undefined;
	if (value + step < least || value + step > most) return undefined;
	return new Map([...change, [place, step]]);
}

/** The steps that set right what is upset first; `undefined` where nothing is. */
function remediesFor(search: Search, change: Witness): Step[] | undefined {
	return remediesForSum(search, change) ?? remediesForPart(search, change);
}

function remediesForSum({ sums, open, links }: Search, change: Witness): Step[] | undefined {
	for (const at of ascending([...change.keys()].flatMap((place) => links.sums[place] ?? []))) {
		const sum = sums[at] ?? new Map<number, number>();
		let upset = 0;
		for (const [place, step] of change) upset += (sum.get(place) ?? 0) * step;
		if (upset === 0) continue;
		const further = [...sum].filter(([place]) => open.has(place) && !change.has(place));
		const reach = (place: number): number => links.sums[place]?.length ?? 0;
		return further
			.map(([place, factor]) => ({ place, step: -Math.sign(upset * factor) }))
			.sort((a, b) => reach(a.place) - reach(b.place));
	}
	return undefined;
}

function remediesForPart({ counts, open, links }: Search, change: Witness): Step[] | undefined {
	const changed = (place: number): number => (counts[place]?.value ?? 0) + (change.get(place) ?? 0);
	const touched = [...change.keys()].flatMap((place) => [place, ...(links.parts[place] ?? [])]);
	for (const place of ascending(touched)) {
		const within = counts[place]?.within;
		if (within === undefined || changed(place) <= changed(within)) continue;
		const isFree = (other: number): boolean => open.has(other) && !change.has(other);
		return [
			...(isFree(within) ? [{ place: within, step: 1 }] : []),
			...(isFree(place) ? [{ place, step: -1 }] : [])
		];
	}
	return undefined;
}

/** Each number once, the smallest first. */
function ascending(numbers: readonly number[]): number[] {
	return [...new Set(numbers)].sort((a, b) => a - b);
}

function countdown(from: number): () => boolean {
	let left = from;
	return () => {
		left -= 1;
		return left >= 0;
	};
}
