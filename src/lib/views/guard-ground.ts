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
