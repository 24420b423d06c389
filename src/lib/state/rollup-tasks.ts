import type {
	NamedSubmission,
	StatementQuestion,
	StatementSource
} from '#lib/rollup/held-statements.ts';

/** What the worker that adds figures up can be asked, each with its answer. */
export interface RollupTasks {
	/** Which submissions are in force; a source takes the place of the one before. The answer: what is to be told. */
	settle: {
		question: { source?: StatementSource; inForce: NamedSubmission[] };
		answer: NamedSubmission[];
	};
	tell: { question: { submission: NamedSubmission; bytes: Uint8Array }; answer: undefined };
	/** The rollup as the store keeps it. */
	'roll-up': { question: StatementQuestion; answer: Uint8Array };
}
