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
	/** Absent until the file has been read. */
	reading?: Reading;
	/** Why the file could not be read. */
	problem?: AppError;
}

/** Why a draft is not committed, where it is not. */
export type Obstacle = 'errors' | 'no-template' | 'no-figures' | 'already-in-force' | 'twice';

/** What keeps a draft from being committed; `undefined` where nothing does. */
export function obstacleTo(
	draft: Drafted,
	{ same, isTwice }: { same?: Submission; isTwice: boolean }
): Obstacle | undefined {
	if (same) return 'already-in-force';
	if (isTwice) return 'twice';
	if (draft.issues.some(({ severity }) => severity === 'error')) return 'errors';
	if (!draft.template) return 'no-template';
	return draft.figures === 0 ? 'no-figures' : undefined;
}
