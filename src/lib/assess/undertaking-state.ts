import { daysBetween, localDayOf } from '#lib/base/local-day.ts';
import { comparePeriods, type IsoDate } from '#lib/base/period.ts';
import type { ProgressFact, ProgressState } from '#lib/base/progress.ts';
import type { Due, Undertaking } from '#lib/catalogue/catalogue.ts';
import { dueDays, placeOfPeriod } from './due-occurrences.ts';

/**
 * How something to be done stands: done in time, late, or without a day to tell by; else under way or not begun with
 * time left; `overdue` where a report says that it is not done, `unreported` where its day is past and no report says
 * anything; `ahead` where its day is to come; without a day `continuous`, `waiting` (for its condition) or `open`.
 */
export type UndertakingState =
	| 'on-time'
	| 'late'
	| 'done'
	| 'in-progress'
	| 'not-started'
	| 'overdue'
	| 'unreported'
	| 'ahead'
	| 'continuous'
	| 'waiting'
	| 'open'
	| 'none-arising';

/** Where what a report says and what its day says do not agree. */
export type Contradiction = 'on-time-after-due' | 'late-before-due' | 'unfinished-with-day';

/** How an undertaking stands for one of its days. */
export interface UndertakingStanding {
	state: UndertakingState;
	/** The last day in time; absent where the document names none. */
	last?: IsoDate;
	/** Late or overdue by so many days, else so many days to go; absent where there is nothing to count from. */
	days?: number;
	/** What the reports for it say, the newest last. */
	facts: readonly ProgressFact[];
	/** What they come to. */
	said: Said;
	contradiction?: Contradiction;
}

/** What the reports for one day come to. */
export interface Said {
	state?: ProgressState;
	day?: IsoDate;
	plan?: bigint;
	done?: bigint;
}

/** When it is asked, and how far ahead to look. */
export interface Moment {
	/** The instant, in ISO 8601 or in milliseconds since 1970; days are those of Viet Nam. */
	now: string | number;
	/** Days of a recurring due up to this one are told. */
	until: IsoDate;
}

const DONE: ReadonlySet<ProgressState> = new Set<ProgressState>(['done', 'on-time', 'late', 'met']);
const FIRST_DAY = '0000-01-01';
const LAST_DAY = '9999-12-31';

/**
 * How an undertaking stands by the reports of one unit, for each of its days, oldest first; one standing without a day
 * where the document names none. The report's own "in time" or "late" holds over its day; a contradiction is told.
 */
export function undertakingStandings(
	{ due }: Pick<Undertaking, 'due'>,
	facts: readonly ProgressFact[],
	{ now, until }: Moment
): UndertakingStanding[] {
	const today = localDayOf(now);
	const to = due.kind !== 'recurring' ? LAST_DAY : due.first > until ? due.first : until;
	const days = dueDays(due, { from: FIRST_DAY, to });
	const ordered = facts.toSorted(
		(a, b) => comparePeriods(a.period, b.period) || a.sequence - b.sequence
	);
	if (days.length === 0) {
		const said = saidBy(ordered);
		return [{ state: stateWithoutDay(due.kind, said), facts: ordered, said, ...unfinished(said) }];
	}
	const places = ordered.map(({ period }) => placeOfPeriod(due, period, days));
	return days.map((last, place) => {
		const own = ordered.filter((_, at) => places[at] === place);
		return withKind(due.kind, standingFor(last, own, today));
	});
}

/**
 * What goes on all the time has its day as an end, and is so until then; what waits for its condition waits, past its
 * day too, until a report speaks of it.
 */
function withKind(kind: Due['kind'], standing: UndertakingStanding): UndertakingStanding {
	const { days, ...rest } = standing;
	if (kind === 'continuous' && rest.state === 'ahead') {
		return { ...rest, state: 'continuous', days };
	}
	if (kind !== 'conditional') return standing;
	if (rest.state === 'ahead') return { ...rest, state: 'waiting', days };
	return rest.state === 'unreported' ? { ...rest, state: 'waiting' } : standing;
}

/** How one of its days stands by the reports for it. */
function standingFor(
	last: IsoDate,
	facts: readonly ProgressFact[],
	today: IsoDate
): UndertakingStanding {
	const said = saidBy(facts);
	const ground = { last, facts, said };
	if (said.state === 'none-arising') return { ...ground, state: 'none-arising' };
	if (isDone(said)) return { ...ground, ...doneStanding(said, last) };
	const toGo = daysBetween(today, last);
	if (toGo < 0) {
		const isSaid = said.state === undefined ? said.done !== undefined : said.state !== 'not-due';
		const state = isSaid ? 'overdue' : 'unreported';
		return { ...ground, state, days: -toGo, ...unfinished(said) };
	}
	return { ...ground, state: beforeDue(said), days: toGo, ...unfinished(said) };
}

/** What the reports come to: the newest state, with the day and the numbers said last. */
function saidBy(facts: readonly ProgressFact[]): Said {
	const spoken = facts.findLast(({ state }) => state !== undefined);
	const dated = facts.findLast(({ day }) => day !== undefined);
	const counted = facts.findLast(({ done }) => done !== undefined);
	const planned = facts.findLast(({ plan }) => plan !== undefined);
	const isOpen = spoken?.state !== undefined && !DONE.has(spoken.state);
	const day = spoken?.day ?? (isOpen ? undefined : dated?.day);
	return {
		...(spoken?.state && { state: spoken.state }),
		...(day && { day }),
		...(planned?.plan !== undefined && { plan: planned.plan }),
		...(counted?.done !== undefined && { done: counted.done })
	};
}

/** A state that says so; without a state a day of completion, or as much done as was planned. */
function isDone({ state, day, plan, done }: Said): boolean {
	if (state !== undefined) return DONE.has(state);
	if (day !== undefined) return true;
	return plan !== undefined && plan > 0n && done !== undefined && done >= plan;
}

function doneStanding(
	{ state, day }: Said,
	last: IsoDate
): Pick<UndertakingStanding, 'state' | 'days' | 'contradiction'> {
	const late = day === undefined ? undefined : daysBetween(last, day);
	if (state === 'on-time') {
		const isAfter = late !== undefined && late > 0;
		return { state: 'on-time', ...(isAfter && { contradiction: 'on-time-after-due' }) };
	}
	if (state === 'late') {
		if (late === undefined) return { state: 'late' };
		if (late > 0) return { state: 'late', days: late };
		return { state: 'late', contradiction: 'late-before-due' };
	}
	if (late === undefined) return { state: 'done' };
	return late > 0 ? { state: 'late', days: late } : { state: 'on-time' };
}

function beforeDue({ state, done }: Said): UndertakingState {
	if (state === 'in-progress' || state === 'not-met') return 'in-progress';
	if (state === 'not-started') return 'not-started';
	if (state === undefined && done !== undefined) return done > 0n ? 'in-progress' : 'not-started';
	return 'ahead';
}

function stateWithoutDay(kind: Due['kind'], said: Said): UndertakingState {
	if (said.state === 'none-arising') return 'none-arising';
	if (said.state === 'on-time' || said.state === 'late') return said.state;
	if (isDone(said)) return 'done';
	const state = beforeDue(said);
	if (state !== 'ahead') return state;
	if (kind === 'continuous') return 'continuous';
	return kind === 'conditional' ? 'waiting' : 'open';
}

function unfinished({ state, day }: Said): Pick<UndertakingStanding, 'contradiction'> {
	const isUnfinished = state !== undefined && !DONE.has(state) && day !== undefined;
	return isUnfinished ? { contradiction: 'unfinished-with-day' } : {};
}
