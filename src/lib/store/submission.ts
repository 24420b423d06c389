import type { Issue } from '#lib/base/issue.ts';
import type { Answers } from '#lib/base/layout.ts';
import { type IsoDate, isPeriod, type Period } from '#lib/base/period.ts';
import {
	count,
	either,
	listOf,
	oneOf,
	optional,
	record,
	tableOf,
	text,
	textLike
} from './shape.ts';

/** One accepted file, or one sheet of it: immutable, the unit of truth and of undo (MODEL "Submissions"). */
export interface Submission {
	/** Its sequence and the head of its file's SHA-256: ids sort in the order of commit. */
	id: string;
	/** Grows with every submission and is never given twice; the greater one supersedes. */
	sequence: number;
	/** The file's name. */
	file: string;
	/** SHA-256 of the file's bytes, hexadecimal. */
	sha256: string;
	/** The sheet's name in a workbook. */
	sheet?: string;
	/** Which table of its sheet it is, from 1, where the sheet holds several. */
	table?: number;
	/** `B1` … `B7`, or `long`. */
	template: string;
	periods: Period[];
	/** When it was committed, ISO 8601 in UTC. */
	at: string;
	/** The day on which the report was received, where the analyst says another than that of the commit. */
	received?: IsoDate;
	note?: string;
	state: 'official' | 'provisional';
	/** Data rows of the file: read = accepted + rejected. */
	rows: { read: number; accepted: number; rejected: number };
	/** How many entries the content holds. */
	figures: number;
	issues: Issue[];
	/** What the analyst said to the file's questions; absent where nothing was asked. */
	answers?: Answers;
	/** What the analyst wrote over cells of the file, with what stood there; absent where nothing was. */
	corrections?: StoredCorrection[];
	/** Path of the entries among the store's files. */
	content: string;
	/** SHA-256 of the entries' bytes, hexadecimal. */
	contentSha256: string;
}

/** A cell of the file, by row and column from 1, as it was and as the analyst corrected it. */
export interface StoredCorrection {
	row: number;
	column: number;
	before: string;
	text: string;
}

/** What the store is told of a submission to come: its entries as opaque bytes, and all that it cannot know itself. */
export type Addition = Omit<Submission, 'id' | 'sequence' | 'at' | 'content' | 'contentSha256'> & {
	content: Uint8Array;
};

/** What tells one table of figures from another: its file, its place there, its standing and its entries. */
type Table = Pick<Submission, 'sha256' | 'sheet' | 'table' | 'state' | 'contentSha256'>;

/** Whether the two are the same table with the same entries, whenever each was committed. */
export function isSameTable(a: Table, b: Table): boolean {
	return (
		a.sha256 === b.sha256 &&
		a.sheet === b.sheet &&
		a.table === b.table &&
		a.state === b.state &&
		a.contentSha256 === b.contentSha256
	);
}

/** A SHA-256 in hexadecimal. */
export const sha256Text = textLike(/^[0-9a-f]{64}$/);

/** The path of a content, named by its SHA-256. */
export const contentPath = textLike(/^contents\/[0-9a-f]{64}$/);

const issue = record<Issue>({
	severity: oneOf('error', 'warning', 'info'),
	code: text,
	row: optional(count),
	column: optional(text),
	value: optional(text),
	params: optional(tableOf(either(text, Number.isFinite))),
	reason: optional(text)
});

/** Whether a value read from disk is a submission. */
export const isSubmission = record<Submission>({
	id: text,
	sequence: count,
	file: text,
	sha256: sha256Text,
	sheet: optional(text),
	table: optional(count),
	template: text,
	periods: listOf((value) => typeof value === 'string' && isPeriod(value)),
	at: textLike(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/),
	received: optional(textLike(/^\d{4}-\d\d-\d\d$/)),
	note: optional(text),
	state: oneOf('official', 'provisional'),
	rows: record<Submission['rows']>({ read: count, accepted: count, rejected: count }),
	figures: count,
	issues: listOf(issue),
	answers: optional(tableOf(text)),
	corrections: optional(
		listOf(record<StoredCorrection>({ row: count, column: count, before: text, text }))
	),
	content: contentPath,
	contentSha256: sha256Text
});
