import type { Veil } from './guard-veil.ts';

/** A withheld count that is made one more, or one less. */
export interface Step {
	place: number;
	step: number;
}

/** A change of withheld counts in the making, and what it upsets so far. */
export interface Balance {
	/** By place how much each differs. */
	change: ReadonlyMap<number, number>;
	/** By how much each sum is out, by its place; none where it holds. */
	upset: ReadonlyMap<number, number>;
	/** The places of the parts that exceed their whole. */
	excess: ReadonlySet<number>;
	take: (step: Step) => void;
	takeBack: (step: Step) => void;
	/** Takes everything back. */
	clear: () => void;
}

/** What hangs on a count, by its place. */
interface Links {
	/** The sums that it is in, each with its factor. */
	sums: readonly (readonly { at: number; factor: number }[])[];
	/** The places of its parts. */
	parts: readonly (readonly number[])[];
}

/** A balance that nothing was taken from yet. */
export function openBalance(veil: Veil): Balance {
	const { counts } = veil;
	const links = linksOf(veil);
	const change = new Map<number, number>();
	const upset = new Map<number, number>();
	const excess = new Set<number>();
	const changed = (place: number): number => (counts[place]?.value ?? 0) + (change.get(place) ?? 0);

	function weigh({ place, step }: Step): void {
		for (const { at, factor } of links.sums[place] ?? []) {
			const out = (upset.get(at) ?? 0) + factor * step;
			if (out === 0) upset.delete(at);
			else upset.set(at, out);
		}
		for (const part of [place, ...(links.parts[place] ?? [])]) {
			const whole = counts[part]?.within;
			if (whole !== undefined && changed(part) > changed(whole)) excess.add(part);
			else excess.delete(part);
		}
	}

	return {
		...{ change, upset, excess },
		take: (step) => {
			change.set(step.place, step.step);
			weigh(step);
		},
		takeBack: ({ place, step }) => {
			change.delete(place);
			weigh({ place, step: -step });
		},
		clear: () => {
			for (const each of [change, upset, excess]) each.clear();
		}
	};
}

const KEPT = new WeakMap<Veil['sums'], Links>();

/** The links of a veil; the same sums have the same counts. */
function linksOf({ counts, sums }: Veil): Links {
	const kept = KEPT.get(sums);
	if (kept) return kept;
	const links = {
		sums: counts.map((): { at: number; factor: number }[] => []),
		parts: counts.map((): number[] => [])
	};
	for (const [at, sum] of sums.entries()) {
		for (const [place, factor] of sum) links.sums[place]?.push({ at, factor });
	}
	for (const [place, { within }] of counts.entries()) {
		if (within !== undefined) links.parts[within]?.push(place);
	}
	KEPT.set(sums, links);
	return links;
}
