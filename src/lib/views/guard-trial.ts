import type { Veil } from './guard-witness.ts';

/** A withheld count that is made one more, or one less. */
export interface Step {
	place: number;
	step: number;
}

/** A change of withheld counts in the making, and what it upsets so far. */
export interface Trial {
	/** By place how much each differs. */
	change: ReadonlyMap<number, number>;
	/** True where the count is withheld, was not changed yet and stays between its bounds. */
	allows: (step: Step) => boolean;
	take: (step: Step) => void;
	takeBack: (step: Step) => void;
	/** Takes everything back. */
	clear: () => void;
	/**
	 * The steps that set right what has the fewest remedies of all that is upset, first those that upset least besides;
	 * `undefined` where nothing is upset.
	 */
	remedies: () => Step[] | undefined;
}

/** What hangs on a count, by its place. */
interface Links {
	/** The sums that it is in, each with its factor. */
	sums: readonly (readonly { at: number; factor: number }[])[];
	/** The places of its parts. */
	parts: readonly (readonly number[])[];
}

/** A trial that changes nothing yet. */
export function openTrial(veil: Veil): Trial {
	const { counts, sums } = veil;
	const links = linksOf(veil);
	const open = new Set(veil.hidden);
	const change = new Map<number, number>();
	/** By how much each sum is out, where it is. */
	const upset = new Map<number, number>();
	/** The places of the parts that exceed their whole. */
	const excess = new Set<number>();
	const changed = (place: number): number => (counts[place]?.value ?? 0) + (change.get(place) ?? 0);

	function allows({ place, step }: Step): boolean {
		const { value = 0, least = 0, most = 0 } = counts[place] ?? {};
		const next = value + step;
		return open.has(place) && !change.has(place) && next >= least && next <= most;
	}

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

	function take(step: Step): void {
		change.set(step.place, step.step);
		weigh(step);
	}

	function takeBack({ place, step }: Step): void {
		change.delete(place);
		weigh({ place, step: -step });
	}

	function forSum(at: number, out: number): Step[] {
		const steps = [...(sums[at] ?? [])].map(([place, factor]) => ({
			place,
			step: -Math.sign(out * factor)
		}));
		return steps.filter(allows);
	}

	function forPart(place: number): Step[] {
		const whole = counts[place]?.within ?? place;
		const steps = [
			{ place: whole, step: 1 },
			{ place, step: -1 }
		];
		return steps.filter(allows);
	}

	function upsetsWith(step: Step): number {
		take(step);
		const upsets = upset.size + excess.size;
		takeBack(step);
		return upsets;
	}

	function remedies(): Step[] | undefined {
		if (upset.size + excess.size === 0) return undefined;
		const ways = [...[...excess].map(forPart), ...[...upset].map(([at, out]) => forSum(at, out))];
		const fewest = ways.reduce((least, way) => (way.length < least.length ? way : least));
		return fewest
			.map((step) => ({ step, upsets: upsetsWith(step) }))
			.sort((a, b) => a.upsets - b.upsets)
			.map(({ step }) => step);
	}

	function clear(): void {
		change.clear();
		upset.clear();
		excess.clear();
	}

	return { change, allows, take, takeBack, clear, remedies };
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
