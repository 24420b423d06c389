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

/** A finder of heirs over a lineage list; a circle in the list ends the search. */
export function createHeirFinder(lineage: readonly LineageEvent[]): HeirFinder {
	// A unit that only changes its level passes into itself: it has no heir by that.
	const events = lineage.filter(({ from, to }) => from !== to);
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
