/** A column of an answer, with its type as DuckDB names it: `BIGINT`, `DECIMAL(18,2)`, `VARCHAR`. */
export interface AnswerColumn {
	name: string;
	type: string;
}

/** The rows that a query gave: every cell as DuckDB writes it, exact; absent where it is NULL. */
export interface QueryRows {
	columns: readonly AnswerColumn[];
	/** The first rows, as many as are shown. */
	rows: readonly (readonly (string | undefined)[])[];
	/** True where there are more rows than are shown. */
	hasMore: boolean;
}

/** How the engine would answer, or answered, a query, drawn in text. */
export interface QueryPlan {
	plan: string;
}

/** Why a query was not answered. */
export interface QueryFault {
	/**
	 * `empty`, `several` statements, one that `writes`; a `pivot` whose columns stand only in the data; else what DuckDB
	 * refused: its `syntax`, a `name` that is not there, a `value` that does not fit, something `forbidden`, or `other`.
	 */
	kind:
		'empty' | 'several' | 'writes' | 'pivot' | 'syntax' | 'name' | 'value' | 'forbidden' | 'other';
	/** The words of DuckDB, in English. */
	reason?: string;
	/** The statement or the name at fault. */
	word?: string;
	/** Names that may have been meant. */
	candidates?: readonly string[];
	/** Line and column in the reader's text, from 1. */
	place?: { line: number; column: number };
}

/** What came of a query. */
export type QueryAnswer =
	| { kind: 'rows'; rows: QueryRows }
	| { kind: 'plan'; plan: QueryPlan }
	| { kind: 'fault'; fault: QueryFault };
