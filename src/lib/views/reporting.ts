import { daysBetween } from '#lib/base/local-day.ts';
import type { IsoDate } from '#lib/base/period.ts';
import { type Receipts, receiptLookup } from '#lib/base/receipts.ts';
import { type Deadlines, lateDays } from '#lib/catalogue/deadlines.ts';
import type { UnitTree } from '#lib/units/unit-tree.ts';
import {
	type ReportingColumn,
	type ReportingDuty,
	type ReportingScope,
	reportingColumns
} from './reporting-columns.ts';
import { type ReportingRow, reportingRows } from './reporting-rows.ts';
import { addTallies, type ReportingState, sumOf, type Tally } from './reporting-tally.ts';

/** What is known of a submission in force. */
export interface ReportedSubmission {
	sequence: number;
	file: string;
	/** ISO 8601 in UTC. */
	at: string;
	/** The day on which it was received, where that is not the day of `at`. */
	received?: IsoDate;
	state: 'official' | 'provisional';
}

/** What the matrix rests on. */
export interface ReportingGround {
	tree: UnitTree;
	deadlines: Deadlines;
	receipts: Receipts;
	/** The submissions in force. */
	submissions: readonly ReportedSubmission[];
	/** The day in Viet Nam. */
	today: IsoDate;
}

/** One report: how it stands and, where it has arrived, by which submissions. */
export interface ReportStanding {
	state: ReportingState;
	/** Days after the last day in time: of the arrival, or of today where it is missing; 0 where in time. */
	lateDays: number;
	isProvisional: boolean;
	/** The submission that first brought it, and the newest that did. */
	first?: ReportedSubmission;
	newest?: ReportedSubmission;
}

/** Who has reported: units by periods, with sums up the tree. */
export interface ReportingMatrix {
	columns: ReportingColumn[];
	rows: ReportingRow[];
	/** By row, then by column: the row's own reports and those below it. */
	tallies: Tally[][];
	/** By row: over all columns. */
	totals: Tally[];
	/** How one report of a unit stands. */
	standingOf(unit: string, duty: ReportingDuty): ReportStanding;
}

/** Which reports of the branch are there, in time or late, and which are missing on the day. */
export function reportingMatrix(
	ground: ReportingGround,
	{ branch, ...scope }: ReportingScope & { branch?: string }
): ReportingMatrix {
	const columns = reportingColumns(ground.deadlines, scope);
	const rows = reportingRows(ground.tree, { days: columns.map(({ day }) => day), branch });
	const standingOf = reportStandings(ground);
	const { today } = ground;
	const tallies = rows.map(({ code, owes }) =>
		columns.map(({ duties }, place) => {
			const own = owes[place] ? duties : [];
			return sumOf(own.map((duty) => tallyOf(standingOf(code, duty), duty.due < today)));
		})
	);
	addUpwards(rows, tallies);
	const totals = tallies.map(sumOf);
	return { columns, rows, tallies, totals, standingOf };
}

/** Answers how one report of a unit stands on the day; what all units share is worked out once. */
export function reportStandings({
	receipts,
	submissions,
	today
}: ReportingGround): ReportingMatrix['standingOf'] {
	const receiptOf = receiptLookup(receipts);
	const bySequence = new Map(submissions.map((each) => [each.sequence, each]));
	const overdueOf = remembered((due: IsoDate) => Math.max(0, daysBetween(due, today)));
	const latenessOf = remembered((due: IsoDate) =>
		remembered(({ at, received }: ReportedSubmission) =>
			received === undefined ? lateDays(due, at) : Math.max(0, daysBetween(due, received))
		)
	);
	return (unit, { template, from, to, due }) => {
		const receipt = receiptOf({ unit, template, from, to });
		const first = receipt && bySequence.get(receipt.first);
		const newest = receipt && bySequence.get(receipt.newest);
		if (!first || !newest) {
			const overdue = overdueOf(due);
			const state = overdue > 0 ? 'missing' : 'not-due';
			return { state, lateDays: overdue, isProvisional: false };
		}
		const late = latenessOf(due)(first);
		const isProvisional = newest.state === 'provisional';
		const inTime = isProvisional ? 'provisional' : 'on-time';
		return { state: late > 0 ? 'late' : inTime, lateDays: late, isProvisional, first, newest };
	};
}

/** The function, with each of its answers kept. */
function remembered<Key, Answer>(answerTo: (key: Key) => Answer): (key: Key) => Answer {
	const answers = new Map<Key, Answer>();
	return (key) => {
		const kept = answers.get(key);
		if (kept !== undefined) return kept;
		const answer = answerTo(key);
		answers.set(key, answer);
		return answer;
	};
}

function tallyOf(standing: ReportStanding, isDue: boolean): Tally {
	const { state, isProvisional } = standing;
	const isLate = state === 'late';
	return {
		owed: 1,
		due: isDue ? 1 : 0,
		missing: state === 'missing' ? 1 : 0,
		late: isLate ? 1 : 0,
		provisional: isProvisional ? 1 : 0,
		notDue: state === 'not-due' ? 1 : 0,
		lateDays: isLate ? standing.lateDays : 0
	};
}

/** Adds what stands in each row to the row above it; rows come after those above them. */
function addUpwards(rows: readonly ReportingRow[], tallies: Tally[][]): void {
	for (let place = rows.length - 1; place > 0; place--) {
		const above = tallies[rows[place]?.parent ?? -1];
		for (const [column, tally] of (tallies[place] ?? []).entries()) {
			const sum = above?.[column];
			if (above && sum && tally.owed > 0) above[column] = addTallies(sum, tally);
		}
	}
}

/** Whether the cell stands for the unit's own reports, not for those of units below it. */
export function isOwnCell(row: ReportingRow, column: number): boolean {
	return row.owes[column] === true;
}
