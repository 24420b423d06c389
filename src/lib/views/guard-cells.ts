import { type Component, componentsOf, WITHHELD_BOUNDS } from './guard-components.ts';
import type { GuardGround } from './guard-ground.ts';
import type { Witness } from './guard-veil.ts';
import { witnessFinder } from './guard-witness.ts';

/** Why a count is withheld: it is small, or a small one could be worked out from it, be it from its being called small. */
export type Withheld = 'small' | 'complement';

/**
 * The counts that must not be shown, by id: each small marked one (printed "< 5", unless that gives others away), and with few others so many that each of
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
		const { hidden, called } = yield* enoughHidden(component);
		for (const place of hidden) {
			const count = component.counts[place];
			if (count && !count.isUnprinted)
				withheld.set(count.id, called.has(place) ? 'small' : 'complement');
		}
	}
	return withheld;
}

/** The hidden counts of a state of affairs, and a proof for each small one that is safe. */
interface State {
	hidden: readonly number[];
	proofs: ReadonlyMap<number, Witness>;
}

/** What is to be hidden, and which of it may be called small: "< 5" of a total of four units tells that each is 1. */
function* enoughHidden(
	component: Component
): Generator<undefined, { hidden: readonly number[]; called: ReadonlySet<number> }> {
	const unprinted = component.counts.flatMap((count, at) => (count.isUnprinted ? [at] : []));
	const called = new Set(component.small);
	let ground = component;
	let state = yield* stateWith(ground, [...new Set([...component.small, ...unprinted])]);
	for (let open = firstOpen(ground, state); open !== undefined;) {
		const next = yield* nextHidden(ground, { state, open });
		if (!next) {
			const place = nextUncalled(ground, { called, hidden: state.hidden, open });
			if (place === undefined) break;
			called.delete(place);
			ground = uncalled(ground, place);
		}
		state = next ?? (yield* stateWith(ground, state.hidden, state.proofs));
		open = firstOpen(ground, state);
	}
	return { hidden: (yield* withoutNeedless(ground, state)).hidden, called };
}

/** The count that is not to be called small any more: the largest that settles the open one, or else the largest. */
function nextUncalled(
	ground: Component,
	{ called, hidden, open }: { called: ReadonlySet<number>; hidden: readonly number[]; open: number }
): number | undefined {
	const valueOf = (place: number): number => ground.counts[place]?.value ?? 0;
	const largestFirst = [...called].sort((a, b) => valueOf(b) - valueOf(a));
	const settling = largestFirst.find((place) =>
		witnessFinder({ ...uncalled(ground, place), hidden })(open)
	);
	return settling ?? largestFirst[0];
}

function uncalled(ground: Component, place: number): Component {
	const counts = ground.counts.map((count, at) =>
		at === place ? { ...count, ...WITHHELD_BOUNDS } : count
	);
	return { ...ground, counts };
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
