/** How reports stand: one, or several taken together by the worst of them. */
export type ReportingState =
	'on-time' | 'late' | 'provisional' | 'missing' | 'not-due' | 'not-owed';

/** How many reports of a place in the tree are owed, and how they stand; sums of sums are sums. */
export interface Tally {
	owed: number;
	/** Of those owed: their last day is past. */
	due: number;
	/** Not there although their last day is past. */
	missing: number;
	/** There, but later than their last day. */
	late: number;
	/** There, but only for the time being; late ones too. */
	provisional: number;
	/** Not there, and their last day is still to come. */
	notDue: number;
	/** Of the latest one. */
	lateDays: number;
}

/** Nothing owed. */
export function emptyTally(): Tally {
	return { owed: 0, due: 0, missing: 0, late: 0, provisional: 0, notDue: 0, lateDays: 0 };
}

/** Both together. */
export function addTallies(a: Tally, b: Tally): Tally {
	return {
		owed: a.owed + b.owed,
		due: a.due + b.due,
		missing: a.missing + b.missing,
		late: a.late + b.late,
		provisional: a.provisional + b.provisional,
		notDue: a.notDue + b.notDue,
		lateDays: Math.max(a.lateDays, b.lateDays)
	};
}

/** All of them together; nothing owed where there are none. */
export function sumOf(tallies: readonly Tally[]): Tally {
	const [only] = tallies;
	return only && tallies.length === 1 ? only : tallies.reduce(addTallies, emptyTally());
}

/** How many have arrived. */
export function reportedIn({ owed, missing, notDue }: Tally): number {
	return owed - missing - notDue;
}

/** How many have arrived in time. */
export function onTimeIn(tally: Tally): number {
	return reportedIn(tally) - tally.late;
}

/** The worst state among the reports: what is missing before what is still to come, late before provisional. */
export function stateOf({ owed, missing, notDue, late, provisional }: Tally): ReportingState {
	if (owed === 0) return 'not-owed';
	if (missing > 0) return 'missing';
	if (notDue > 0) return 'not-due';
	if (late > 0) return 'late';
	return provisional > 0 ? 'provisional' : 'on-time';
}
