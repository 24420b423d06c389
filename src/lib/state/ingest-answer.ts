import type { Issue } from '#lib/base/issue.ts';
import type { Period } from '#lib/base/period.ts';
import type { Unit } from '#lib/units/unit.ts';
import type { CellChanges } from '#lib/views/draft-changes.ts';
import type { Drafted } from './drafted.ts';

/** What a file turned out to be: sheets of figures, or a list of units. */
export type Reading =
	| { kind: 'sheets'; drafts: Drafted[] }
	| { kind: 'unit-list'; units: Unit[]; issues: Issue[]; bytes: Uint8Array };

/** What the ingest worker can be asked, each with its answer. */
export interface IngestTasks {
	/** From here on names are looked up among these units. */
	units: { question: readonly Unit[]; answer: undefined };
	/** What is in the file; the period is the analyst's word for it. */
	read: { question: { file: File; period?: Period }; answer: Reading };
	/** What the content of a draft would change of the contents in force, the oldest first. */
	compare: { question: { drafted: Uint8Array; inForce: Uint8Array[] }; answer: CellChanges };
}

/** One question to the ingest worker. */
export type IngestQuestion = {
	[Task in keyof IngestTasks]: { id: number; task: Task; question: IngestTasks[Task]['question'] };
}[keyof IngestTasks];

/** What the worker sends back: the answer, what keeps the file from being read, or how the worker crashed. */
export type IngestAnswer =
	| { id: number; answer: IngestTasks[keyof IngestTasks]['answer'] }
	| { id: number; problem: { code: string; params: Record<string, string | number> } }
	| { id: number; crash: string };
