import type { AppError } from '#lib/base/app-error.ts';
import type { Period } from '#lib/base/period.ts';
import type { Submission } from '#lib/store/submission.ts';
import type { Drafted } from './drafted.ts';
import type { Reading } from './ingest-answer.ts';

/** One file that the analyst brought, on its way to a commit. */
export interface ImportItem {
	id: number;
	file: File;
	/** The period that the analyst chose; absent while the file's own holds. */
	period?: Period;
	/** True while the file is read, for the first time or for another period. */
	isReading: boolean;
	/** What it turned out to be; absent until the file has been read once. */
	reading?: Reading;
	/** Why the file could not be read. */
	problem?: AppError;
}

/** Why a draft is not committed, where it is not. */
export type Obstacle =
	'errors' | 'no-period' | 'no-template' | 'no-figures' | 'already-in-force' | 'twice';

/** What keeps a draft from being committed; `undefined` where nothing does. */
export function obstacleTo(
	draft: Drafted,
	{ same, isTwice }: { same?: Submission; isTwice: boolean }
): Obstacle | undefined {
	if (same) return 'already-in-force';
	if (isTwice) return 'twice';
	const errors = draft.issues.filter(({ severity }) => severity === 'error');
	if (errors.some(({ code }) => code !== 'no-period')) return 'errors';
	if (errors.length > 0) return 'no-period';
	if (!draft.template) return 'no-template';
	return draft.figures === 0 ? 'no-figures' : undefined;
}
