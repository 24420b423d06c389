import type { IsoDate } from '#lib/base/period.ts';
import { groupBy } from '#lib/base/group-by.ts';

/** What happened to a unit (MODEL "Units change"); `level` is a change of level (chuyển cấp). */
export type LineageKind = 'rename' | 'move' | 'merge' | 'split' | 'close' | 'level';

/** One line of a lineage list: on its date `from` passed into `to`. */
export interface LineageEvent {
	date: IsoDate;
	kind: LineageKind;
	/** Codes. `to` is absent where the unit closed. */
	from: string;
	to?: string;
	/** For a split: which part of the old unit's figures the new one takes, an exact decimal from 0 to 1 ("0.35"). */
	share?: string;
}

/** A unit that another one passed into. */
export interface Heir {
	code: string;
	/** True where nothing but the name or the code changed on the way: one unit became one unit. */
	same: boolean;
}

/** The units that a unit, known by its code, has passed into by the date; empty where it did not change. */
export type HeirFinder = (code: string, date: IsoDate) => Heir[];

const UNCHANGED: readonly LineageKind[] = ['rename', 'move', 'level'];

/**
 * The unit that a unit, known by its code, was on an earlier date, where nothing but its name or code has changed since;
 * `undefined` where it did not change, or was made of others.
 */
export type ForebearFinder = (code: string, date: IsoDate) => string | undefined;

/** A finder of forebears over a lineage list; a circle in the list ends the search. */
export function createForebearFinder(events: readonly LineageEvent[]): ForebearFinder {
	const heirsOf = createHeirFinder(events);
	const arriving = groupBy(events, ({ to }) => to);
	return (code, date) => {
		const line = new Set([code]);
		for (let forebear = code; ;) {
			const [event, ...others] = (arriving.get(forebear) ?? []).filter((each) => each.date > date);
			if (!event || line.has(event.from)) return forebear === code ? undefined : forebear;
			const [heir] = heirsOf(event.from, event.date);
			if (others.length > 0 || !heir?.same) return undefined;
			line.add((forebear = event.from));
		}
	};
}

/** A finder of heirs over a lineage list; a circle in the list ends the search. */
export function createHeirFinder(events: readonly LineageEvent[]): HeirFinder {
	const leaving = groupBy(events, ({ from }) => from);
	const arriving = groupBy(events, ({ to }) => to);

	return (code, date) => {
		const heirs = new Map<string, Heir>();
		const waiting: Heir[] = [{ code, same: true }];
		const seen = new Set([code]);
		for (let heir = waiting.pop(); heir; heir = waiting.pop()) {
			const next = passedInto(heir, date);
			if (next.length === 0 && heir.code !== code) heirs.set(heir.code, heir);
			for (const each of next) {
				if (seen.has(each.code)) continue;
				seen.add(each.code);
				waiting.push(each);
			}
		}
		return [...heirs.values()];
	};

	function passedInto({ code, same }: Heir, date: IsoDate): Heir[] {
		const past = (leaving.get(code) ?? []).filter((event) => event.date <= date);
		return past.flatMap(({ to, kind }) =>
			to === undefined || to === code
				? []
				: [{ code: to, same: same && past.length === 1 && isAlone(to, kind) }]
		);
	}

	function isAlone(to: string, kind: LineageKind): boolean {
		return UNCHANGED.includes(kind) && arriving.get(to)?.length === 1;
	}
}
