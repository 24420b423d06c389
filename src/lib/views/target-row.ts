import type { Period } from '#lib/base/period.ts';
import type { Language } from '#lib/base/language.ts';
import type { ProgressFact } from '#lib/base/progress.ts';
import type { Status } from '#lib/assess/assessment.ts';
import type { Facts } from '#lib/assess/standing.ts';
import type { Moment, UndertakingState } from '#lib/assess/undertaking-state.ts';
import type { Catalogue, Target } from '#lib/catalogue/catalogue.ts';
import type { Scale } from './bullet.ts';
import type { StatusLook } from './status-look.ts';
import type { Origin, Ownership } from './target-own.ts';

/** The kinds of rows in the order in which they are counted. */
export const ROW_KINDS = [
	'ratio',
	'band',
	'count',
	'presence',
	'rank',
	'external',
	'trend',
	'milestone',
	'duty'
] as const;

/** What a row of the catalogue is. */
export type RowKind = Target['kind'] | 'milestone' | 'duty';

/** The small picture of a row, each kind its own. */
export type RowPicture =
	| { kind: 'bar'; scale: Scale; look: StatusLook; text: string }
	| { kind: 'rank'; text: string }
	| { kind: 'trend'; turn: 'up' | 'down' | 'same'; text: string; change: string }
	| { kind: 'done'; look: StatusLook; text: string }
	| { kind: 'none' };

/** Everything that the page says of one target, milestone or duty, in the language. */
export interface TargetRow {
	id: string;
	kind: RowKind;
	kindWords: string;
	name: string;
	/** The document's id. */
	document: string;
	documentLabel: string;
	/** `21-NQ/TW, mục II.2.2`. */
	source: string;
	/** `trên 90%`, or for what is to be done when it is due. */
	words: string;
	years: string;
	/** What the status is filtered by: the same in every language. */
	state: Status | UndertakingState;
	status: StatusLook;
	/** `thiếu 2 tổ chức`, `quá hạn 12 ngày`. */
	remark?: string;
	picture: RowPicture;
	/** What brings figures, where there are none. */
	lacking?: string;
	responsible?: string;
	/** The indicator's page. */
	indicator?: string;
	owner?: Ownership;
	/** What the document says, where the organisation has set something else. */
	productWords?: string;
	/** The folded text that a search looks through. */
	searched: string;
}

/** From where the rows are looked at. */
export interface RowGround extends Origin {
	/** All that is shown, with what is no longer followed. */
	catalogue: Catalogue;
	/** Absent where there are no figures yet. */
	facts?: Facts;
	progress: readonly ProgressFact[];
	path: readonly string[];
	period: Period;
	now: Moment['now'];
	language: Language;
}
