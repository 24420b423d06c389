import { groupBy } from '#lib/base/group-by.ts';
import type { GuardedCount, GuardGround } from './guard-ground.ts';
import type { VeiledCount } from './guard-veil.ts';

/** Counts that hang together by sums or as parts of one another; nothing outside tells anything about them. */
export interface Component {
	counts: readonly (Omit<GuardedCount, 'within'> & VeiledCount)[];
	/** By the places of the counts. */
	sums: readonly ReadonlyMap<number, number>[];
	/** The places of the marked counts that are small. */
	small: readonly number[];
	/** What hiding each of them costs the reader. */
	cost: readonly number[];
}

/** What a reader knows of a withheld count that is not called small: it is not below zero. */
export const WITHHELD_BOUNDS = { least: 0, most: Number.MAX_SAFE_INTEGER };

/** The counts of a document in the groups that can be guarded one by one. */
export function componentsOf({ counts, sums, below }: GuardGround): Component[] {
	const leaders = new Map(counts.map(({ id }) => [id, id]));
	const leaderOf = (id: string): string => {
		let leader = id;
		for (let next = leaders.get(leader); next !== undefined && next !== leader;) {
			leader = next;
			next = leaders.get(leader);
		}
		leaders.set(id, leader);
		return leader;
	};
	const join = (one: string, other: string): void => {
		leaders.set(leaderOf(one), leaderOf(other));
	};
	for (const { id, within } of counts) if (within !== undefined) join(id, within);
	for (const [first, ...others] of sums)
		for (const other of others) if (first) join(first.count, other.count);
	const members = groupBy(counts, ({ id }) => leaderOf(id));
	const own = groupBy(sums, ([first]) => leaderOf(first?.count ?? ''));
	return [...members].map(([leader, each]) =>
		componentOf({ counts: each, sums: own.get(leader) ?? [], below })
	);
}

function componentOf({ counts, sums, below }: GuardGround): Component {
	const places = new Map(counts.map(({ id }, place) => [id, place]));
	const placeOf = (id: string): number => {
		const place = places.get(id);
		if (place === undefined) throw new Error(`a sum or part names no count: ${id}`);
		return place;
	};
	const isSmall = ({ isMarked, value }: GuardedCount): boolean =>
		isMarked && value > 0 && value < below;
	return {
		counts: counts.map(({ within, ...count }) => ({
			...count,
			...boundsOf({ isSmall: isSmall(count), isUnprinted: count.isUnprinted, below }),
			...(within !== undefined && { within: placeOf(within) })
		})),
		sums: sums.map((sum) => new Map(sum.map(({ count, factor }) => [placeOf(count), factor]))),
		small: counts.flatMap((count, place) => (isSmall(count) ? [place] : [])),
		cost: counts.map(({ value }) => (value > 0 ? value : 2 * below))
	};
}

/** "< 5" tells that a count lies from 1 to 4. */
function boundsOf({
	isSmall,
	isUnprinted,
	below
}: {
	isSmall: boolean;
	isUnprinted?: boolean;
	below: number;
}): { least: number; most: number } {
	if (isSmall && !isUnprinted) return { least: 1, most: below - 1 };
	return WITHHELD_BOUNDS;
}
