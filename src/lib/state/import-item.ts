import type { AppError } from '#lib/base/app-error.ts';
import { visibleText } from '#lib/base/visible-text.ts';
import type { Submission } from '#lib/store/submission.ts';
import { type ChoiceHistory, NO_CHOICES } from './choice-history.ts';
import { type Drafted, type TableQuestion, tableKey } from './drafted.ts';
import type { FileProgress, Reading } from './ingest-tasks.ts';
import { sourceKey } from './source-key.ts';

/** One file that the analyst brought, on its way to a commit. */
export interface ImportItem {
	id: number;
	file: File;
	/** What the analyst said about it. */
	choices: ChoiceHistory;
	/** Grows whenever the file must be understood anew; `settled` is the version that the reading or the problem is of. */
	version: number;
	settled: number;
	/** How far the reading is, while the file is read. */
	progress?: FileProgress;
	/** What it turned out to be; absent until the file has been read once. */
	reading?: Reading;
	/** Why the file could not be read. */
	problem?: AppError;
	/** All that was asked since the file came, by table, so that an answer can be looked at and changed. */
	asked: Readonly<Record<string, readonly TableQuestion[]>>;
	/** Which of its tables are taken or left out, by table, where the analyst said so. */
	taken: Readonly<Record<string, boolean>>;
	/** Why the analyst lets warnings stand, by their code. */
	reasons: Readonly<Record<string, string>>;
}

/** Why a draft is not committed, where it is not. */
export type Obstacle =
	| 'left-out'
	| 'already-in-force'
	| 'twice'
	| 'questions'
	| 'errors'
	| 'no-period'
	| 'no-template'
	| 'no-figures'
	| 'no-reasons';

/** A file that nothing is known of yet. */
export function newItem(id: number, file: File): ImportItem {
	return {
		id,
		file: withVisibleName(file),
		choices: NO_CHOICES,
		version: 1,
		settled: 0,
		asked: {},
		taken: {},
		reasons: {}
	};
}

function withVisibleName(file: File): File {
	const name = visibleText(file.name);
	const { type, lastModified } = file;
	return name === file.name ? file : new File([file], name, { type, lastModified });
}

/** The file with what it turned out to be, as of that version. */
export function withReading(item: ImportItem, reading: Reading, version: number): ImportItem {
	const drafts = reading.kind === 'sheets' ? reading.drafts : [];
	const asked = drafts.map((draft) => {
		const questions = new Map(item.asked[tableKey(draft)]?.map((each) => [each.key, each]));
		for (const question of draft.questions) questions.set(question.key, question);
		return [tableKey(draft), [...questions.values()]] as const;
	});
	const settled = { settled: version, progress: undefined, problem: undefined };
	return { ...item, ...settled, reading, asked: { ...item.asked, ...Object.fromEntries(asked) } };
}

/** True while what is known of the file is not yet what was asked for. */
export function isReading({ version, settled }: ImportItem): boolean {
	return version !== settled;
}

/** The tables of a file, those left out among them. */
export function draftsOf({ reading }: ImportItem): Drafted[] {
	return reading?.kind === 'sheets' ? reading.drafts : [];
}

/** True for a table that the analyst takes: unless said otherwise, one with a known template, or the only one. */
export function isTaken(item: ImportItem, draft: Drafted): boolean {
	const said = item.taken[tableKey(draft)];
	return said ?? (draft.template !== undefined || draftsOf(item).every((each) => !each.template));
}

/** The codes of the draft's warnings that no reason was given for yet. */
export function codesWithoutReason(item: ImportItem, { kinds }: Drafted): string[] {
	return kinds
		.filter(({ severity, code }) => severity === 'warning' && !item.reasons[code]?.trim())
		.map(({ code }) => code);
}

/** What keeps a draft from being committed; `undefined` where nothing does. */
export function obstacleTo(
	draft: Drafted,
	{ item, same, isTwice }: { item: ImportItem; same?: Submission; isTwice: boolean }
): Obstacle | undefined {
	if (!isTaken(item, draft)) return 'left-out';
	if (same) return 'already-in-force';
	if (isTwice) return 'twice';
	if (draft.questions.some(({ required }) => required)) return 'questions';
	const errors = draft.kinds.filter(({ severity }) => severity === 'error');
	if (errors.some(({ code }) => code !== 'no-period')) return 'errors';
	if (errors.length > 0) return 'no-period';
	if (!draft.template) return 'no-template';
	if (draft.figures === 0) return 'no-figures';
	return codesWithoutReason(item, draft).length > 0 ? 'no-reasons' : undefined;
}

/** True where the submission came from the same table of the same bytes, and of what is said now nothing is new. */
export function isSame(
	submission: Submission,
	{ draft, says }: { draft: Drafted; says: boolean }
): boolean {
	if (submission.sha256 !== draft.sha256 || tableKey(submission) !== tableKey(draft)) return false;
	const { corrections, ...others } = draft;
	const source = { ...others, corrections: [...corrections] };
	const ofSame = JSON.stringify(submission.periods) === JSON.stringify(draft.periods);
	return !says || (ofSame && sourceKey(submission) === sourceKey(source));
}
