import type { UndertakingState } from '#lib/assess/undertaking-state.ts';
import { foldMarks } from '#lib/base/fold.ts';
import type { Language } from '#lib/base/language.ts';
import { say } from '#lib/base/messages.ts';
import {
	currentOf,
	isComing,
	isFinished,
	type LedgerKind,
	type LedgerLine
} from './ledger-line.ts';
import type { LedgerRow } from './ledger-rows.ts';

/** What may be asked of the state: one of them, all that is done, or what falls due within 30 days. */
export type StateFilter = UndertakingState | 'finished' | 'soon';

/** The states that may be asked for, in the order of the list to choose from. */
export const STATE_FILTERS: readonly StateFilter[] = [
	...(['overdue', 'soon', 'unreported', 'in-progress', 'not-started', 'ahead'] as const),
	...(['finished', 'on-time', 'late', 'done', 'none-arising'] as const),
	...(['continuous', 'waiting', 'open'] as const)
];

/** What is asked for, in words. */
export function stateFilterWord(state: StateFilter, language: Language): string {
	return state === 'finished' || state === 'soon'
		? say(language, `ledger.filter-${state}`)
		: say(language, `ledger.state-${state}`);
}

/** Which lines are asked for; what is absent does not matter. */
export interface LedgerFilter {
	/** Words of the name, section, document or body; accents and order do not matter. */
	text?: string;
	/** Part of the name of a body that leads, takes part or approves. */
	body?: string;
	/** The id of a document, or `reports`. */
	document?: string;
	kind?: LedgerKind;
	state?: StateFilter;
}

/** So many days ahead count as soon. */
const SOON = 30;

/** The document under which reports stand. */
export const REPORTS = 'reports';

/** The id of the document of a line; `reports` for sheets. */
export function documentOfLine({ undertaking }: LedgerLine): string {
	return undertaking?.document ?? REPORTS;
}

/** The lines of that document, kind and state; where days to come are asked for, each speaks of its next. */
export function filterLines(
	lines: readonly LedgerLine[],
	{ document, kind, state }: LedgerFilter
): LedgerLine[] {
	const matching = lines.filter(
		(line) =>
			(kind === undefined || line.kind === kind) &&
			(document === undefined || documentOfLine(line) === document)
	);
	return state === undefined ? matching : matching.flatMap((line) => inState(line, state));
}

/** The rows whose words hold all that is searched for, in any order and without regard to accents. */
export function searchRows(
	rows: readonly LedgerRow[],
	{ text = '', body = '' }: LedgerFilter
): LedgerRow[] {
	const words = foldMarks(text).split(' ').filter(Boolean);
	const asked = foldMarks(body);
	return rows.filter(
		({ searched, bodies }) =>
			bodies.includes(asked) &&
			words.every((word) => searched.includes(word) || bodies.includes(word))
	);
}

/** The place of the day of the line that is to come within the days; −1 where there is none. */
export function soonPlace({ occurrences }: LedgerLine): number {
	return occurrences.findIndex(
		(occurrence) => isComing(occurrence) && (occurrence.days ?? Infinity) <= SOON
	);
}

function inState(line: LedgerLine, state: StateFilter): LedgerLine[] {
	const current = currentOf(line);
	if (state === 'soon') {
		const place = soonPlace(line);
		return place === -1 ? [] : [{ ...line, current: place }];
	}
	const isAsked = state === 'finished' ? isFinished(current) : current.state === state;
	return isAsked ? [line] : [];
}
