import { groupBy } from '#lib/base/group-by.ts';
import { foldKey } from '#lib/base/fold.ts';
import type { Language } from '#lib/base/language.ts';
import { say } from '#lib/base/messages.ts';
import { documentOfLine } from './ledger-filter.ts';
import { type LedgerStage, stageOf } from './ledger-look.ts';
import type { LedgerRow } from './ledger-rows.ts';
import { type LedgerTally, ledgerTally } from './ledger-tally.ts';

/** By what the list is grouped: nothing, the document, the body that leads, the month of the day. */
export type LedgerGrouping = 'none' | 'document' | 'body' | 'month';

/** By what the rows of a group are ordered: urgency, the day, or as the documents list them. */
export type LedgerOrder = 'urgency' | 'due' | 'document';

/** The groupings to choose from, first what is shown unless the reader chooses. */
export const LEDGER_GROUPINGS: readonly LedgerGrouping[] = ['none', 'document', 'body', 'month'];
/** The orders to choose from, first what is shown unless the reader chooses. */
export const LEDGER_ORDERS: readonly LedgerOrder[] = ['urgency', 'due', 'document'];

/** Rows under one head, counted. */
export interface LedgerGroup {
	key: string;
	/** Empty where the rows are not grouped. */
	title: string;
	/** True where the head quotes a document, which is Vietnamese. */
	isQuoted: boolean;
	rows: LedgerRow[];
	tally: LedgerTally;
}

/** The rows in order, under their heads; months by time, bodies by how many lines they lead, documents as listed. */
export function ledgerGroups(
	rows: readonly LedgerRow[],
	{ by, order, language }: { by: LedgerGrouping; order: LedgerOrder; language: Language }
): LedgerGroup[] {
	const groups = [...groupBy(rows, (row) => keyOf(row, by))].map(([key, own]) => ({
		key,
		...titleOf(own, by, language),
		rows: ordered(own, order),
		tally: ledgerTally(own.map(({ line }) => line))
	}));
	if (by === 'month') return groups.sort((a, b) => (monthRank(a.key) < monthRank(b.key) ? -1 : 1));
	return by === 'body' ? groups.sort((a, b) => b.rows.length - a.rows.length) : groups;
}

/** The rows in order; those of one rank stay as they were. */
export function ordered(rows: readonly LedgerRow[], order: LedgerOrder): LedgerRow[] {
	if (order === 'document') return [...rows];
	const dayOf = ({ dueDay }: LedgerRow): string => dueDay ?? '9999';
	const byDay = (a: LedgerRow, b: LedgerRow): number =>
		dayOf(a) === dayOf(b) ? 0 : dayOf(a) < dayOf(b) ? -1 : 1;
	if (order === 'due') return rows.toSorted(byDay);
	return rows.toSorted((a, b) => {
		const rank = urgency(a) - urgency(b);
		return rank || (urgency(a) === URGENCY.done ? byDay(b, a) : byDay(a, b));
	});
}

/** What is behind, what is to come, what nobody has spoken of, what has no day, what is done. */
const URGENCY: Record<LedgerStage, number> = {
	overdue: 0,
	active: 1,
	ahead: 1,
	unreported: 2,
	undated: 3,
	late: 4,
	done: 4
};

function urgency({ look }: LedgerRow): number {
	return URGENCY[stageOf(look.state)];
}

function keyOf(row: LedgerRow, by: LedgerGrouping): string {
	switch (by) {
		case 'none':
			return '';
		case 'document':
			return documentOfLine(row.line);
		case 'body':
			return foldKey(row.lead);
		case 'month':
			return row.dueDay?.slice(0, 7) ?? '';
	}
}

function titleOf(
	[first]: readonly LedgerRow[],
	by: LedgerGrouping,
	language: Language
): Pick<LedgerGroup, 'title' | 'isQuoted'> {
	if (!first || by === 'none') return { title: '', isQuoted: false };
	if (by === 'document') return { title: first.document, isQuoted: false };
	if (by === 'body') {
		const isQuoted = first.lead !== '' && first.kind !== 'report';
		return { title: first.lead || say(language, 'ledger.no-body'), isQuoted };
	}
	const [year = '', month = ''] = first.dueDay?.split('-') ?? [];
	const title = year
		? say(language, 'ledger.month', { month: String(Number(month)), year })
		: say(language, 'ledger.no-month');
	return { title, isQuoted: false };
}

function monthRank(key: string): string {
	return key || '9999-99';
}
