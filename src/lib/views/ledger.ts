import {
	undertakingStandings,
	type UndertakingStanding,
	type UndertakingState
} from '#lib/assess/undertaking-state.ts';
import { periodOfDay } from '#lib/assess/due-occurrences.ts';
import { groupBy } from '#lib/base/group-by.ts';
import { addDays, localDayOf } from '#lib/base/local-day.ts';
import type { IsoDate } from '#lib/base/period.ts';
import type { ProgressFact } from '#lib/base/progress.ts';
import type { Undertaking } from '#lib/catalogue/catalogue.ts';
import type { UnitTree } from '#lib/units/unit-tree.ts';
import type { Unit } from '#lib/units/unit.ts';
import { currentPlace, type LedgerLine, type LedgerOccurrence } from './ledger-line.ts';
import { talliedStanding } from './ledger-tallied.ts';

/** What the ledger rests on. */
export interface LedgerGround {
	undertakings: readonly Undertaking[];
	/** What is in force of B8. */
	progress: readonly ProgressFact[];
	tree: UnitTree;
	/** The codes from the root down to the unit looked at. */
	path: readonly string[];
	/** The instant at which it is asked, in ISO 8601 or in milliseconds since 1970. */
	now: string | number;
}

/** Recurring dues are told so many days ahead. */
const AHEAD = 366;

/** Up to which day recurring dues are told. */
export function horizonOf(now: LedgerGround['now']): IsoDate {
	return addDays(localDayOf(now), AHEAD);
}

/**
 * A line for each milestone, duty and task, in the order of the documents. What the organisation does once stands by the
 * reports of the unit looked at, else of the nearest above it, else of those below; what each unit owes stands by its
 * own, and for the units above as a tally over those that have no units below them, as with all sheets. What nobody of
 * the branch owes is left out.
 */
export function undertakingLines(ground: LedgerGround): LedgerLine[] {
	const byCode = groupBy(ground.progress, ({ code }) => code);
	const today = localDayOf(ground.now);
	const leavesOn = leavesByDay(ground);
	return ground.undertakings.flatMap((undertaking) => {
		const byUnit = groupBy(byCode.get(undertaking.id) ?? [], ({ unit }) => unit);
		const standings =
			undertaking.owedBy === 'each-unit' && ground.path.length > 0
				? owedStandings(undertaking, byUnit, { ...ground, today, leavesOn })
				: sharedStandings(undertaking, byUnit, ground);
		const occurrences = standings.map((standing) => withPeriod(undertaking, standing));
		const { id, kind } = undertaking;
		if (occurrences.length === 0) return [];
		return { id, kind, undertaking, occurrences, current: currentPlace(occurrences, today) };
	});
}

type ByUnit = ReadonlyMap<string, readonly ProgressFact[]>;

function withPeriod({ due }: Undertaking, standing: LedgerOccurrence): LedgerOccurrence {
	const period = standing.last && periodOfDay(due, standing.last);
	return period === undefined ? standing : { ...standing, period };
}

function sharedStandings(
	undertaking: Undertaking,
	byUnit: ByUnit,
	ground: LedgerGround
): UndertakingStanding[] {
	const moment = { now: ground.now, until: horizonOf(ground.now) };
	const above = ground.path.findLast((code) => byUnit.has(code));
	const speaking = above === undefined ? unitsBelow(byUnit, ground) : [above];
	const [first, ...others] = (speaking.length > 0 ? speaking : ['']).map((code) =>
		undertakingStandings(undertaking, byUnit.get(code) ?? [], moment)
	);
	return (first ?? []).map((standing, place) =>
		furthestBehind([standing, ...others.flatMap((other) => other[place] ?? [])])
	);
}

/** Those that speak of it below the unit looked at, wherever they stood when they did. */
function unitsBelow(byUnit: ByUnit, { tree, path }: LedgerGround): string[] {
	const top = path.at(-1) ?? '';
	return [...byUnit.keys()].filter((code) => {
		const day = tree.find(code)?.validFrom;
		return day !== undefined && tree.pathOn(code, day).some((unit) => unit.code === top);
	});
}

/** What is behind comes first: one unit that is not done holds the whole back. */
const ORDER: readonly UndertakingState[] = [
	...(['overdue', 'not-started', 'in-progress', 'unreported', 'ahead'] as const),
	...(['open', 'waiting', 'continuous', 'late', 'done', 'on-time', 'none-arising'] as const)
];

function furthestBehind(standings: readonly UndertakingStanding[]): UndertakingStanding {
	const [worst, ...others] = standings.toSorted(
		(a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state) || (b.days ?? 0) - (a.days ?? 0)
	);
	if (!worst || others.length === 0) return worst ?? { state: 'open', facts: [], said: {} };
	return { ...worst, facts: standings.flatMap(({ facts }) => facts) };
}

interface OwedGround extends LedgerGround {
	today: IsoDate;
	leavesOn: (day: IsoDate) => readonly Unit[];
}

function owedStandings(
	undertaking: Undertaking,
	byUnit: ByUnit,
	ground: OwedGround
): LedgerOccurrence[] {
	const { now, today, tree, path } = ground;
	const moment = { now, until: horizonOf(now) };
	const blank = undertakingStandings(undertaking, [], moment);
	const said = new Map(
		[...byUnit].map(([code, facts]) => [code, undertakingStandings(undertaking, facts, moment)])
	);
	const own = path.at(-1) ?? '';
	return blank.flatMap((empty, place): LedgerOccurrence | LedgerOccurrence[] => {
		const day = empty.last ?? today;
		const leaves = ground.leavesOn(day);
		const known = new Set(leaves.map(({ code }) => code));
		const more = [...said.keys()].filter(
			(code) => !known.has(code) && tree.pathOn(code, day).some((unit) => unit.code === own)
		);
		const owing = [...leaves, ...more.flatMap((code) => tree.find(code, day) ?? [])];
		if (owing.length === 0) return [];
		const standingOf = ({ code }: Unit): UndertakingStanding => said.get(code)?.[place] ?? empty;
		const [only] = owing;
		if (owing.length === 1 && only?.code === own) return standingOf(only);
		const parts = owing.map((unit) => ({ unit, standing: standingOf(unit) }));
		return {
			...talliedStanding(parts, { last: empty.last, blank: empty.state, today }),
			facts: parts.flatMap(({ standing }) => standing.facts),
			said: {}
		};
	});
}

/** The units at the foot of the branch on a day; worked out once a day. */
export function leavesByDay({
	tree,
	path
}: Pick<LedgerGround, 'tree' | 'path'>): (day: IsoDate) => readonly Unit[] {
	const top = path.at(-1) ?? '';
	const byDay = new Map<IsoDate, readonly Unit[]>();
	return (day) => {
		const leaves = byDay.get(day) ?? tree.leavesOn(top, day);
		byDay.set(day, leaves);
		return leaves;
	};
}
