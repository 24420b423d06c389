import type { ProgressFact } from '#lib/base/progress.ts';
import type { LedgerOccurrence } from '#lib/views/ledger-line.ts';
import type { LedgerRow } from '#lib/views/ledger-rows.ts';
import { currentOf } from '#lib/views/ledger-line.ts';

/** A row of the ledger for JSON; what is not known is null. */
export function describeRow(row: LedgerRow, fileOf: (sequence: number) => string): object {
	const { line, id, kind, section } = row;
	const { undertaking, template = null } = line;
	const { state, last = null, days = null, period = null } = currentOf(line);
	return {
		...{ id, kind, template },
		document: undertaking?.document ?? null,
		section: section || null,
		name: row.name,
		lead: undertaking?.lead ?? undertaking?.responsible ?? null,
		coordinating: undertaking?.coordinating ?? null,
		approver: undertaking?.approver ?? null,
		due: { kind: undertaking?.due.kind ?? 'recurring', text: undertaking?.dueText ?? null },
		...{ state, last, days, period },
		occurrences: line.occurrences.map((occurrence) => describeOccurrence(occurrence, fileOf))
	};
}

function describeOccurrence(
	{ state, last, days, period, contradiction, tally, facts }: LedgerOccurrence,
	fileOf: (sequence: number) => string
): object {
	return {
		...{ state, last: last ?? null, days: days ?? null, period: period ?? null },
		contradiction: contradiction ?? null,
		tally: tally
			? {
					owed: tally.owed,
					sent: tally.owed - tally.unsent.length,
					onTime: tally.onTime,
					late: tally.late,
					unsent: tally.unsent.map(({ code }) => code)
				}
			: null,
		reports: facts.map((fact) => describeReport(fact, fileOf))
	};
}

function describeReport(
	{ unit, period, state, day, plan, done, sequence, row }: ProgressFact,
	fileOf: (sequence: number) => string
): object {
	return {
		...{ unit, period, state: state ?? null, day: day ?? null },
		...{ plan: plan ?? null, done: done ?? null, file: fileOf(sequence), row }
	};
}
