import type { Issue } from '#lib/base/issue.ts';
import type { Answers } from '#lib/base/layout.ts';
import type { IsoDate, Period } from '#lib/base/period.ts';
import type { Receipts } from '#lib/base/receipts.ts';
import type { ReportDefinition } from '#lib/base/report-definition.ts';
import type { UnitsMode } from '#lib/base/tree-day.ts';
import type { Undertaking } from '#lib/catalogue/catalogue.ts';
import type { Deadlines } from '#lib/catalogue/deadlines.ts';
import type { UnitTree } from '#lib/units/unit-tree.ts';
import type { ReportGuard } from './report-guard.ts';

/** A submission in force as far as a report tells of it. */
export interface ReportSubmission {
	id: string;
	/** Grows with every submission; figures and receipts name it. */
	sequence: number;
	file: string;
	sheet?: string;
	template: string;
	periods: readonly Period[];
	/** ISO 8601 in UTC. */
	at: string;
	/** The day on which it was received, where that is not the day of `at`. */
	received?: IsoDate;
	note?: string;
	state: 'official' | 'provisional';
	rows: { accepted: number; rejected: number };
	issues: readonly Issue[];
	/** What the analyst said to the file's questions. */
	answers?: Answers;
	/** The cells that the analyst wrote over. */
	corrections?: readonly unknown[];
}

/** What a report is made from beside the figures: whose it is, of when, and what is in force on the day. */
export interface ReportGround {
	definition: ReportDefinition;
	tree: UnitTree;
	/** The codes from the root down to the unit that it is made for. */
	path: readonly string[];
	period: Period;
	/** The units that the figures stand on; the day itself stands in the totals. */
	boundaries: UnitsMode;
	/** The day in Viet Nam on which it is made. */
	today: IsoDate;
	/** The sequence of the newest submission ever, undone ones too: what codes name. */
	sequence: number;
	/** Those in force, in the order of commit. */
	submissions: readonly ReportSubmission[];
	/** By which submissions each report arrived; absent where that was not read. */
	receipts?: Receipts;
	/** False where nobody knows when the submissions arrived: then nothing is called in time or late. */
	isArrivalKnown?: boolean;
	deadlines: Deadlines;
	/** What is hidden in all the reports that it is handed out with; absent for a report that goes alone. */
	guard?: ReportGuard;
	/** Milestones, duties and tasks, where the catalogue of the facts does without. */
	undertakings?: readonly Undertaking[];
}
