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

/** One question to the worker. */
export type RollupQuestion = {
	[Task in keyof RollupTasks]: { id: number; task: Task; question: RollupTasks[Task]['question'] };
}[keyof RollupTasks];

/** What it sends back: the answer, how far it is, or how it crashed. */
export type RollupAnswer =
	| { id: number; answer: RollupTasks[keyof RollupTasks]['answer'] }
	| { id: number; progress: { done: number; total: number } }
	| { id: number; crash: string };
