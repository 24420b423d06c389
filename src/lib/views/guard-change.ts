import type { Veil, Witness } from './guard-witness.ts';

/** So many steps are tried for one count: sums of a few units need ten, and no one has patience for all of them. */
const MOST_STEPS = 600;

/**
 * A change of withheld counts by one each, among them the one sought, that keeps every sum, every bound and every part within
 * its whole: from the first step each sum that it upsets is set right by another. `undefined` where none was found.
 */
export function findChange(veil: Veil, sought: number): Witness | undefined {
	const search = { ...veil, open: new Set(veil.hidden), mayStep: countdown(MOST_STEPS) };
	for (const step of [1, -1]) {
		const change = settle(search, stepped(search, new Map(), { place: sought, step }));
		if (change) return change;
	}
	return undefined;
}

interface Search extends Veil {
	open: ReadonlySet<number>;
	/** False once too much was tried. */
	mayStep: () => boolean;
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

function remediesForSum({ sums, open }: Search, change: Witness): Step[] | undefined {
	for (const sum of sums) {
		let upset = 0;
		for (const [place, step] of change) upset += (sum.get(place) ?? 0) * step;
		if (upset === 0) continue;
		const further = [...sum].filter(([place]) => open.has(place) && !change.has(place));
		const reach = (place: number): number => sums.filter((other) => other.has(place)).length;
		return further
			.map(([place, factor]) => ({ place, step: -Math.sign(upset * factor), reach: reach(place) }))
			.sort((a, b) => a.reach - b.reach);
	}
	return undefined;
}

function remediesForPart({ counts, open }: Search, change: Witness): Step[] | undefined {
	const changed = (place: number): number => (counts[place]?.value ?? 0) + (change.get(place) ?? 0);
	for (const [place, { within }] of counts.entries()) {
		if (within === undefined || changed(place) <= changed(within)) continue;
		const isFree = (other: number): boolean => open.has(other) && !change.has(other);
		return [
			...(isFree(within) ? [{ place: within, step: 1 }] : []),
			...(isFree(place) ? [{ place, step: -1 }] : [])
		];
	}
	return undefined;
}

function countdown(from: number): () => boolean {
	let left = from;
	return () => {
		left -= 1;
		return left >= 0;
	};
}
