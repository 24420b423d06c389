import type { Undertaking } from './catalogue.ts';

/** One task (nhiệm vụ) as a document lists it: its sentence, who does it and when. */
export interface TaskLine extends Pick<
	Undertaking,
	'section' | 'lead' | 'coordinating' | 'approver' | 'due' | 'dueText' | 'note'
> {
	/** The sentence of the document. */
	text: string;
}

/** The tasks of one document, each sentence written once. */
export interface TaskList {
	document: string;
	/** What the tasks' codes begin with: `256-KH/TU`. */
	code: string;
	tasks: TaskLine[];
}

/** The tasks as undertakings: named and quoted by their sentence, their code the document's and the section. */
export function tasksIn({ document, code, tasks }: TaskList): Undertaking[] {
	return tasks.map(({ section, text, ...line }) => ({
		id: `${code}#${section}`,
		kind: 'task',
		name: { vi: text, en: text },
		document,
		section,
		quote: text,
		inferred: false,
		...line
	}));
}
