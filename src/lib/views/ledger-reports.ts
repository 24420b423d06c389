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
	/** False where it is not known when sheets arrived: what is there is done, neither in time nor late. */
	isArrivalKnown?: boolean;
}

/** A line for each sheet that is owed, with all its days since the first year with figures. */
export function reportLines(question: ReportLinesQuestion): LedgerLine[] {
	const { ground, path, now, templates, since, isArrivalKnown = true } = question;
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
			occurrenceOf(duty, leavesOn(day), {
				...{ standingOf, today, isArrivalKnown },
				unit: path.at(-1) ?? ''
			})
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
	isArrivalKnown: boolean;
}

function occurrenceOf(
	duty: ReportingDuty,
	owing: readonly Unit[],
	{ standingOf, today, unit, isArrivalKnown }: Ground
): LedgerOccurrence[] {
	if (owing.length === 0) return [];
	const parts = owing.map((each): OwedPart => {
		const standing = partOf(standingOf(each.code, duty));
		const isThere = standing.state === 'on-time' || standing.state === 'late';
		return { unit: each, standing: isThere && !isArrivalKnown ? { state: 'done' } : standing };
	});
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
