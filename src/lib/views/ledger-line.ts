import type { UndertakingStanding, UndertakingState } from '#lib/assess/undertaking-state.ts';
import type { Period } from '#lib/base/period.ts';
import type { Undertaking } from '#lib/catalogue/catalogue.ts';
import type { Unit } from '#lib/units/unit.ts';

/** What stands in the ledger: a sheet to be sent in, or what a document asks to be done. */
export type LedgerKind = 'report' | Undertaking['kind'];

/** The kinds in the order in which they are listed. */
export const LEDGER_KINDS: readonly LedgerKind[] = ['report', 'milestone', 'duty', 'task'];

/** How those who each owe it stand, below the unit looked at. */
export interface DutyTally {
	owed: number;
	onTime: number;
	late: number;
	/** Sent without a day to tell by. */
	done: number;
	/** Had nothing to send. */
	noneArising: number;
	/** Those who have not sent it. */
	unsent: readonly Unit[];
}

/** One of the days on which it is due, or all of it where there is none. */
export interface LedgerOccurrence extends UndertakingStanding {
	/** What a recurring one is for. */
	period?: Period;
	/** Where several units owe it, each its own. */
	tally?: DutyTally;
}

/** One line of the ledger: a sheet, milestone, duty or task with all its days. */
export interface LedgerLine {
	/** The id of the undertaking; `report/B1` for a sheet. */
	id: string;
	kind: LedgerKind;
	undertaking?: Undertaking;
	/** For a report: which sheet. */
	template?: string;
	/** Oldest first, never empty. */
	occurrences: LedgerOccurrence[];
	/** The place of the one that the line speaks of: the newest overdue, else the next, else the newest. */
	current: number;
}

const FINISHED: ReadonlySet<UndertakingState> = new Set(['on-time', 'late', 'done']);

/** True where nothing is left to do. */
export function isFinished({ state }: Pick<UndertakingStanding, 'state'>): boolean {
	return FINISHED.has(state);
}

/** True where its day is to come, or has come today, and it is still to be done; what goes on all the time never comes. */
export function isComing({ state, last, days }: UndertakingStanding): boolean {
	const isOver = state === 'overdue' || state === 'unreported' || state === 'continuous';
	return last !== undefined && days !== undefined && !isOver && !isFinished({ state });
}

/** The one that the line speaks of. */
export function currentOf({ occurrences, current }: LedgerLine): LedgerOccurrence {
	return occurrences[current] ?? { state: 'open', facts: [], said: {} };
}

/** The place of the one that a line speaks of. */
export function currentPlace(occurrences: readonly LedgerOccurrence[], today: string): number {
	const overdue = occurrences.findLastIndex(({ state }) => state === 'overdue');
	if (overdue >= 0) return overdue;
	const next = occurrences.findIndex(({ last }) => last !== undefined && last >= today);
	return next >= 0 ? next : occurrences.length - 1;
}
