import { groupBy } from '#lib/base/group-by.ts';
import type { Issue } from '#lib/base/issue.ts';
import type { LineageEvent } from './lineage.ts';
import type { LINEAGE_COLUMNS } from './lineage-words.ts';
import { dayBefore } from './read-date.ts';
import { sumOfShares } from './read-share.ts';
import type { Unit } from './unit.ts';
import { createUnitTree, type UnitTree } from './unit-tree.ts';
import { isValidOn } from './unit-validity.ts';

/** An event and the row of the list that it stands in. */
export interface ListedEvent {
	row: number;
	event: LineageEvent;
}

type Field = keyof typeof LINEAGE_COLUMNS;

/** What the checks need to know beside the good rows. */
interface Surroundings {
	units: readonly Unit[];
	/** The title of a column as the list writes it. */
	titleOf: (field: Field) => string;
}

/** The faults by the row that they keep out. */
type Faults = Map<ListedEvent, Issue>;

/**
 * The events that agree with one another and with the units, and what does not: unknown codes, events told twice, shares
 * that do not add up to 1, circles of one day; as warnings, units that do not end or begin where the event says.
 */
export function checkLineage(
	listed: readonly ListedEvent[],
	list: Surroundings
): { events: LineageEvent[]; issues: Issue[] } {
	const codes = new Set(list.units.map(({ code }) => code));
	const unknown = findUnknown(listed, codes, list);
	const known = listed.filter((each) => !unknown.has(each));
	const twice = findTwice(known, list);
	const single = known.filter((each) => !twice.has(each));
	const unshared = findWrongShares(single, list);
	const circles = findCircles(single, list);
	const good = single.filter((each) => !unshared.has(each) && !circles.has(each));
	const tree = createUnitTree(list.units);
	return {
		events: good.map(({ event }) => event),
		issues: [
			...unknown.values(),
			...twice.values(),
			...new Set(unshared.values()),
			...new Set(circles.values()),
			...good.flatMap((each) => strayEnds(each, { ...list, good, tree }))
		]
	};
}

function findUnknown(
	listed: readonly ListedEvent[],
	codes: ReadonlySet<string>,
	{ titleOf }: Surroundings
): Faults {
	const faults: Faults = new Map();
	for (const each of listed) {
		const { from, to = from } = each.event;
		const field = codes.has(from) ? 'to' : 'from';
		if (codes.has(from) && codes.has(to)) continue;
		const value = field === 'to' ? to : from;
		faults.set(each, errorAt(each, 'unknown-unit', { column: titleOf(field), value }));
	}
	return faults;
}

function findTwice(listed: readonly ListedEvent[], { titleOf }: Surroundings): Faults {
	const first = new Map<string, ListedEvent>();
	const faults: Faults = new Map();
	for (const each of listed) {
		const { date, from, to } = each.event;
		const key = JSON.stringify([date, from, to]);
		const other = first.get(key);
		if (!other) first.set(key, each);
		else {
			const place = { column: titleOf('from'), value: from, params: { other: other.row } };
			faults.set(each, errorAt(each, 'twice', place));
		}
	}
	return faults;
}

/** Where a unit's heirs of a day are given shares, each has one and they add up to 1. */
function findWrongShares(listed: readonly ListedEvent[], { titleOf }: Surroundings): Faults {
	const faults: Faults = new Map();
	for (const group of groupsOf(listed)) {
		const shares = group.flatMap(({ event }) => event.share ?? []);
		const [last] = group.slice(-1);
		if (shares.length === 0 || !last) continue;
		const { numerator, denominator } = sumOfShares(shares);
		if (shares.length === group.length && numerator === denominator) continue;
		const issue = errorAt(last, 'shares', {
			column: titleOf('share'),
			value: shares.join(' + '),
			params: { unit: last.event.from, day: last.event.date }
		});
		for (const each of group) faults.set(each, issue);
	}
	return faults;
}

function groupsOf(listed: readonly ListedEvent[]): ListedEvent[][] {
	return [...groupBy(listed, ({ event }) => `${event.date} ${event.from}`).values()];
}

/** Units that pass into one another on one day; over the years a unit may come back. */
function findCircles(listed: readonly ListedEvent[], { titleOf }: Surroundings): Faults {
	const faults: Faults = new Map();
	const leaving = groupBy(listed, ({ event }) => `${event.date} ${event.from}`);
	for (const each of listed) {
		if (faults.has(each) || each.event.from === each.event.to) continue;
		const circle = circleOf(each, leaving);
		if (!circle) continue;
		const units = [...circle.map(({ event }) => event.from), each.event.from].join(' → ');
		const issue = errorAt(each, 'circle', {
			column: titleOf('to'),
			value: each.event.to ?? '',
			params: { units, day: each.event.date }
		});
		for (const part of circle) faults.set(part, issue);
	}
	return faults;
}

/** The events of the day that lead from the event's old unit back to it. */
function circleOf(
	start: ListedEvent,
	leaving: ReadonlyMap<string, ListedEvent[]>
): ListedEvent[] | undefined {
	const seen = new Set<ListedEvent>();
	const waiting: ListedEvent[][] = [[start]];
	for (let path = waiting.pop(); path; path = waiting.pop()) {
		const { date, to } = path.at(-1)?.event ?? start.event;
		if (to === start.event.from) return path;
		for (const next of leaving.get(`${date} ${to}`) ?? []) {
			if (seen.has(next) || next.event.from === next.event.to) continue;
			seen.add(next);
			waiting.push([...path, next]);
		}
	}
	return undefined;
}

/** Warnings where the unit list does not have the old unit end, or the new one exist, on the day of the event. */
function strayEnds(
	each: ListedEvent,
	{ units, good, tree, titleOf }: Surroundings & { good: readonly ListedEvent[]; tree: UnitTree }
): Issue[] {
	const { date, from, to } = each.event;
	const staysItself = good.some(
		({ event }) => event.date === date && event.from === from && event.to === from
	);
	const records = units.filter(({ code }) => code === from);
	const endsThere = records.some(({ validTo }) => validTo === dayBefore(date));
	const isThere = records.some((unit) => isValidOn(unit, dayBefore(date)));
	const params = { day: date };
	const issues: Issue[] = [];
	if (staysItself ? !isThere : !endsThere) {
		issues.push(warningAt(each, 'not-ending', { column: titleOf('from'), value: from, params }));
	}
	if (to !== undefined && !tree.isValidOn(to, date)) {
		issues.push(warningAt(each, 'not-beginning', { column: titleOf('to'), value: to, params }));
	}
	return issues;
}

type Place = Pick<Issue, 'column' | 'value' | 'params'>;

function errorAt({ row }: ListedEvent, fault: string, place: Place): Issue {
	return { severity: 'error', code: `lineage.${fault}`, row, ...place };
}

function warningAt(each: ListedEvent, fault: string, place: Place): Issue {
	return { ...errorAt(each, fault, place), severity: 'warning' };
}
