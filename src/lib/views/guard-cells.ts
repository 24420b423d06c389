import { type Component, componentsOf } from './guard-components.ts';
import { type Witness, witnessFinder } from './guard-witness.ts';

/** A count of a document that leaves the unit which owns it. */
export interface GuardedCount {
	/** The same wherever the document shows the same count. */
	id: string;
	/** A whole number ≥ 0. */
	value: number;
	/** True where a small one may point at a person. */
	isMarked: boolean;
	/** True where the document does not show it, and yet a reader may work it out from the sums. */
	isUnprinted?: boolean;
	/** The id of the count that it is a part of, where it cannot exceed that. */
	within?: string;
}

/** A sum that every reader knows: Σ factor × count = 0, as parent less its children. */
export type GuardedSum = readonly { count: string; factor: number }[];

/** Everything countable that a document shows, and how it hangs together. */
export interface GuardGround {
	counts: readonly GuardedCount[];
	sums: readonly GuardedSum[];
	/** A marked count above zero and below this is withheld. */
	below: number;
}

/** Why a count is withheld: it is small, or a small one could be worked out from it. */
export type Withheld = 'small' | 'complement';

/**
 * The counts that must not be shown, by id: each small marked one (printed "< 5"), and with few others so many that each of
 * the small ones may still be at least two different numbers for a reader who knows everything else: sums, parts and bounds.
 * What is computed of a withheld count (per cent, shortfall, difference, status, trace code) must be withheld with it.
 */
export function guardCells(ground: GuardGround): Map<string, Withheld> {
	const steps = guardCellsStepwise(ground);
	for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
}

/** The same, pausing often: a document of many units takes seconds. */
export function* guardCellsStepwise(
	ground: GuardGround
): Generator<undefined, Map<string, Withheld>> {
	const withheld = new Map<string, Withheld>();
	for (const component of componentsOf(ground)) {
		if (component.small.length === 0) continue;
		const hidden = yield* enoughHidden(component);
		const small = new Set(component.small);
		for (const place of hidden) {
			const count = component.counts[place];
			if (count && !count.isUnprinted)
				withheld.set(count.id, small.has(place) ? 'small' : 'complement');
		}
	}
	return withheld;
}

/** The hidden counts of a state of affairs, and a proof for each small one that is safe. */
interface State {
	hidden: readonly number[];
	proofs: ReadonlyMap<number, Witness>;
}

function* enoughHidden(component: Component): Generator<undefined, readonly number[]> {
	const unprinted = component.counts.flatMap((count, at) => (count.isUnprinted ? [at] : []));
	let state = yield* stateWith(component, [...new Set([...component.small, ...unprinted])]);
	for (let open = firstOpen(component, state); open !== undefined;) {
		const next = yield* nextHidden(component, { state, open });
		if (!next) break;
		state = next;
		open = firstOpen(component, state);
	}
	return (yield* withoutNeedless(component, state)).hidden;
}

/** The state with these counts hidden; a proof that changes no others holds as it is. */
function* stateWith(
	component: Component,
	hidden: readonly number[],
	known: State['proofs'] = new Map()
): Generator<undefined, State> {
	const proofs = provenStill(hidden, known);
	const find = witnessFinder({ ...component, hidden });
	for (const place of component.small) {
		if (proofs.has(place)) continue;
		const proof = find(place);
		for (const each of proof?.keys() ?? []) if (proof) proofs.set(each, proof);
		yield;
	}
	return { hidden, proofs };
}

function provenStill(hidden: readonly number[], known: State['proofs']): Map<number, Witness> {
	const isHidden = new Set(hidden);
	const held = [...known].filter(([, change]) =>
		[...change.keys()].every((place) => isHidden.has(place))
	);
	return new Map(held);
}

function firstOpen({ small }: Component, { proofs }: State): number | undefined {
	return small.find((place) => !proofs.has(place));
}

/** One more count hidden: the cheapest that settles the open one, or else the cheapest beside it. */
function* nextHidden(
	component: Component,
	{ state, open }: { state: State; open: number }
): Generator<undefined, State | undefined> {
	const candidates = candidatesFor(component, { state, open });
	for (const place of candidates) {
		const hidden = [...state.hidden, place];
		const proof = witnessFinder({ ...component, hidden })(open);
		if (proof)
			return yield* stateWith(component, hidden, new Map([...state.proofs, [open, proof]]));
		yield;
	}
	const [first] = candidates;
	return first === undefined
		? undefined
		: yield* stateWith(component, [...state.hidden, first], state.proofs);
}

/** What could be hidden besides, the cheapest first: beside the open count, or where nothing is left there, anywhere. */
function candidatesFor(
	{ counts, sums, cost }: Component,
	{ state, open }: { state: State; open: number }
): number[] {
	const hidden = new Set(state.hidden);
	const places = counts.map((_, place) => place).filter((place) => !hidden.has(place));
	const beside = new Set(sums.filter((sum) => sum.has(open)).flatMap((sum) => [...sum.keys()]));
	const whole = counts[open]?.within;
	const near = places.filter(
		(place) => beside.has(place) || place === whole || counts[place]?.within === open
	);
	const cheapestFirst = (a: number, b: number): number => (cost[a] ?? 0) - (cost[b] ?? 0);
	return (near.length > 0 ? near : places).sort(cheapestFirst);
}

/** Shows again, the dearest first, what need not be hidden. */
function* withoutNeedless(component: Component, settled: State): Generator<undefined, State> {
	const { small, counts, cost } = component;
	if (firstOpen(component, settled) !== undefined) return settled;
	const kept = new Set(small);
	const complements = settled.hidden
		.filter((place) => !kept.has(place) && !counts[place]?.isUnprinted)
		.sort((a, b) => (cost[b] ?? 0) - (cost[a] ?? 0));
	let state = settled;
	for (const place of complements) {
		const hidden = state.hidden.filter((each) => each !== place);
		const next = yield* stateWith(component, hidden, state.proofs);
		if (firstOpen(component, next) === undefined) state = next;
	}
	return state;
}
