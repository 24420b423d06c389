import { localDayOf } from '#lib/base/local-day.ts';
import { type IsoDate, yearOf } from '#lib/base/period.ts';
import type { Unit } from '#lib/units/unit.ts';
import { horizonOf, leavesByDay, type LedgerGround } from './ledger.ts';
import { currentPlace, type LedgerLine, type LedgerOccurrence } from './ledger-line.ts';
import { type OwedPart, talliedStanding } from './ledger-tallied.ts';
import { reportingColumns, type ReportingDuty } from './reporting-columns.ts';
import { type ReportingGround, type ReportStanding, reportStandings } from './reporting.ts';

/** Who has sent which sheets, and of which unit it is asked. */
export interface ReportLinesQuestion extends Pick<LedgerGround, 'path' | 'now'> {
	ground: ReportingGround;
	templates: readonly string[];
	/** The first year with figures. */
	since: number;
}

/** A line for each sheet that is owed, with all its days since the first year with figures. */
export function reportLines(question: ReportLinesQuestion): LedgerLine[] {
	const { ground, path, now, templates, since } = question;
	const today = localDayOf(now);
	const until = horizonOf(now);
	const columns = reportingColumns(ground.deadlines, {
		templates,
		years: { from: since, to: yearOf(until) }
	});
	const duties = columns.flatMap(({ day, duties }) => duties.map((duty) => ({ day, duty })));
	const standingOf = reportStandings({ ...ground, today });
	const leavesOn = leavesByDay({ tree: ground.tree, path });
	return templates.flatMap((template) => {
		const own = duties.filter(({ duty }) => duty.template === template && duty.due <= until);
		const occurrences = own.flatMap(({ day, duty }) =>
			occurrenceOf(duty, leavesOn(day), { standingOf, today, unit: path.at(-1) ?? '' })
		);
		if (occurrences.length === 0) return [];
		const current = currentPlace(occurrences, today);
		return { id: `report/${template}`, kind: 'report', template, occurrences, current };
	});
}

interface Ground {
	standingOf: (unit: string, duty: ReportingDuty) => ReportStanding;
	today: IsoDate;
	unit: string;
}

function occurrenceOf(
	duty: ReportingDuty,
	owing: readonly Unit[],
	{ standingOf, today, unit }: Ground
): LedgerOccurrence[] {
	if (owing.length === 0) return [];
	const parts = owing.map((each) => ({
		unit: each,
		standing: partOf(standingOf(each.code, duty))
	}));
	const { due: last, period } = duty;
	const { tally, ...standing } = talliedStanding(parts, { last, blank: 'ahead', today });
	const isOwn = owing.length === 1 && owing[0]?.code === unit;
	return [{ ...standing, ...(!isOwn && { tally }), period, facts: [], said: {} }];
}

function partOf({ state, lateDays }: ReportStanding): OwedPart['standing'] {
	switch (state) {
		case 'on-time':
		case 'provisional':
			return { state: 'on-time' };
		case 'late':
			return { state: 'late', days: lateDays };
		case 'missing':
			return { state: 'overdue', days: lateDays };
		case 'not-due':
		case 'not-owed':
			return { state: 'ahead' };
	}
}
