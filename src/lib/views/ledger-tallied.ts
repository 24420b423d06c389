import type { UndertakingStanding, UndertakingState } from '#lib/assess/undertaking-state.ts';
import { daysBetween } from '#lib/base/local-day.ts';
import type { IsoDate } from '#lib/base/period.ts';
import type { Unit } from '#lib/units/unit.ts';
import type { DutyTally, LedgerOccurrence } from './ledger-line.ts';

/** How one of those who owe it stands. */
export interface OwedPart {
	unit: Unit;
	standing: Pick<UndertakingStanding, 'state' | 'days'>;
}

/** The day that all of them share, and how it stands where nobody has said anything. */
export interface OwedDay {
	last?: IsoDate;
	blank: UndertakingState;
	today: IsoDate;
}

/** How all of them stand together: by what is behind first, and late by the latest. */
export function talliedStanding(
	parts: readonly OwedPart[],
	{ last, blank, today }: OwedDay
): Pick<LedgerOccurrence, 'state' | 'last' | 'days' | 'tally'> {
	const tally = tallyOf(parts);
	const settled = tally.owed - tally.unsent.length;
	const day = last === undefined ? {} : { last };
	if (tally.unsent.length === 0) {
		const state = settledState(tally);
		const days = Math.max(...parts.map(({ standing }) => standing.days ?? 0));
		return { state, tally, ...day, ...(state === 'late' && days > 0 && { days }) };
	}
	if (last === undefined) return { state: settled > 0 ? 'in-progress' : blank, tally };
	const toGo = daysBetween(today, last);
	const days = Math.abs(toGo);
	if (toGo >= 0) return { state: settled > 0 ? 'in-progress' : 'ahead', tally, ...day, days };
	const isSaid = settled > 0 || parts.some(({ standing }) => standing.state === 'overdue');
	return { state: isSaid ? 'overdue' : 'unreported', tally, ...day, days };
}

function tallyOf(parts: readonly OwedPart[]): DutyTally {
	const count = (state: UndertakingState): number =>
		parts.filter(({ standing }) => standing.state === state).length;
	const settled: readonly UndertakingState[] = ['on-time', 'late', 'done', 'none-arising'];
	const unsent = parts.filter(({ standing }) => !settled.includes(standing.state));
	return {
		owed: parts.length,
		onTime: count('on-time'),
		late: count('late'),
		done: count('done'),
		noneArising: count('none-arising'),
		unsent: unsent.map(({ unit }) => unit)
	};
}

function settledState({ late, done, onTime }: DutyTally): UndertakingState {
	if (late > 0) return 'late';
	if (done > 0) return 'done';
	return onTime > 0 ? 'on-time' : 'none-arising';
}
