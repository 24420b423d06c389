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
