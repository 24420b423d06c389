import type { LedgerRow } from './ledger-rows.ts';

/** What is late, for the last slide. */
export interface Late {
	/** How many are said not to be done after their day, and of how many nothing was said. */
	overdue: number;
	unreported: number;
	/** The overdue ones first, the longest first. */
	rows: LedgerRow[];
	/** How many are left out. */
	more: number;
}

/** What of the ledger is late: overdue, or past its day without a word. */
export function lateOf(rows: readonly LedgerRow[], most: number): Late {
	const overdue = inState(rows, 'overdue');
	const unreported = inState(rows, 'unreported');
	const all = [...overdue, ...unreported];
	return {
		overdue: overdue.length,
		unreported: unreported.length,
		rows: all.slice(0, most),
		more: Math.max(0, all.length - most)
	};
}

function inState(rows: readonly LedgerRow[], state: 'overdue' | 'unreported'): LedgerRow[] {
	return rows
		.filter(({ look }) => look.state === state)
		.sort((a, b) => (a.dueDay ?? '').localeCompare(b.dueDay ?? '', 'en'));
}
