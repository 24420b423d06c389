import { groupBy } from '#lib/base/group-by.ts';
import type { IsoDate } from '#lib/base/period.ts';
import type { LineageEvent } from './lineage.ts';
import type { Unit } from './unit.ts';

/** A stretch of days on which a unit exists, from `start` up to, not including, `end`. */
export interface Stretch {
	start: number;
	end: number;
	parent?: string;
}

/** A unit passing into others at a moment; without shares where the list does not say which takes how much. */
export interface Passing {
	at: number;
	heirs: readonly { code: string; share?: string }[];
}

/** An organisation along time, time running the way that figures are carried: forward, or backward as in a mirror. */
export interface Timeline {
	/** The moment on a day that time runs on from. */
	momentOf(day: IsoDate): number;
	/** In the order of time. */
	stretches: ReadonlyMap<string, readonly Stretch[]>;
	/** In the order of time. */
	passings: ReadonlyMap<string, readonly Passing[]>;
}

const DAY = 86_400_000;

/** The organisation with time running forward: what an event says happens to the old unit. */
export function forwardTimeline(
	units: readonly Unit[],
	lineage: readonly LineageEvent[]
): Timeline {
	const stretches = stretchesOf(units);
	const passings = new Map<string, Passing[]>();
	for (const [from, events] of groupBy(lineage, (event) => event.from)) {
		const byDay = [...groupBy(events, ({ date }) => numberOf(date))];
		const all = byDay.flatMap(([at, ofDay]) => passingAt(at, ofDay, stretches.get(from)) ?? []);
		passings.set(from, all.sort(inTime));
	}
	return { momentOf: numberOf, stretches, passings };
}

/**
 * The organisation with time running backward, so that a merge is a split without shares: a unit passes into those that
 * it was made of, itself among them where it was there before.
 */
export function backwardTimeline(
	units: readonly Unit[],
	lineage: readonly LineageEvent[]
): Timeline {
	const forward = forwardTimeline(units, lineage);
	const arrivals = [...forward.passings].flatMap(([from, passings]) =>
		passings.flatMap(({ at, heirs }) => heirs.map(({ code }) => ({ from, to: code, at })))
	);
	const passings = new Map<string, Passing[]>();
	for (const [to, all] of groupBy(arrivals, (arrival) => arrival.to)) {
		const byDay = [...groupBy(all, ({ at }) => at)].map(([at, ofDay]): Passing => {
			const sources = ofDay.map(({ from }) => from);
			if (wasThereBefore(to, at, forward)) sources.push(to);
			return { at: -at, heirs: [...new Set(sources)].map((code) => ({ code })) };
		});
		passings.set(to, byDay.sort(inTime));
	}
	return {
		momentOf: (day) => -(numberOf(day) + 1),
		stretches: new Map([...forward.stretches].map(([code, all]) => [code, mirrored(all)])),
		passings
	};
}

function numberOf(day: IsoDate): number {
	return Math.round(Date.parse(day) / DAY);
}

function stretchesOf(units: readonly Unit[]): Map<string, Stretch[]> {
	const all = groupBy(units, ({ code }) => code);
	return new Map(
		[...all].map(([code, records]) => [
			code,
			records
				.map(({ validFrom, validTo, parent }) => ({
					start: numberOf(validFrom),
					end: validTo === undefined ? Infinity : numberOf(validTo) + 1,
					...(parent !== undefined && { parent })
				}))
				.sort((a, b) => a.start - b.start)
		])
	);
}

function mirrored(stretches: readonly Stretch[]): Stretch[] {
	return stretches.map((each) => ({ ...each, start: -each.end, end: -each.start })).reverse();
}

function inTime(a: Passing, b: Passing): number {
	return a.at - b.at;
}

/**
 * What the events of one day make of their old unit. A unit that lives on unchanged passes into nothing, except where it
 * is split: then it is one of its own heirs.
 */
function passingAt(
	at: number,
	events: readonly LineageEvent[],
	stretches: readonly Stretch[] = []
): Passing | undefined {
	const heirs = new Map(
		events.flatMap(({ to, share }) => (to === undefined ? [] : [[to, share] as const]))
	);
	const from = events[0]?.from ?? '';
	const livesOn = stretches.some(({ start, end }) => start < at && at + 1 < end);
	if (livesOn && !heirs.has(from)) {
		if (!events.some(({ kind }) => kind === 'split')) return undefined;
		heirs.set(from, undefined);
	}
	if (heirs.size === 0) return undefined;
	return {
		at,
		heirs: [...heirs].map(([code, share]) => ({ code, ...(share !== undefined && { share }) }))
	};
}

/** True where the unit itself came over from the day before, and did not pass into others that day. */
function wasThereBefore(code: string, at: number, { stretches, passings }: Timeline): boolean {
	const all = stretches.get(code) ?? [];
	if (passings.get(code)?.some((passing) => passing.at === at)) return false;
	return (
		all.some(({ start, end }) => start < at && at <= end) &&
		all.some(({ start, end }) => start <= at && at < end)
	);
}
