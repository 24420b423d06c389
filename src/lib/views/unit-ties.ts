import { groupBy } from '#lib/base/group-by.ts';
import type { Language } from '#lib/base/language.ts';
import { say } from '#lib/base/messages.ts';
import { type IsoDate, kindOf, type Period } from '#lib/base/period.ts';
import type { LineageEvent } from '#lib/units/lineage.ts';
import { dayBefore } from '#lib/units/read-date.ts';
import type { UnitTree } from '#lib/units/unit-tree.ts';
import { type Ground, pathIn } from './indicator-ground.ts';
import { dayWords } from './sentence-date.ts';

/** A unit that another one came from or passed into. */
export interface TiedUnit {
	code: string;
	name: string;
	/** The newest year with figures in which it exists, else the newest period; absent where it exists in none. */
	period?: Period;
}

/** What happened to a unit on one day. */
export interface UnitTie {
	/** Whether other units passed into it, it passed into others, or it changed by itself. */
	side: 'from' | 'into' | 'self';
	/** `Sáp nhập ngày 01/07/2025, từ`, or `Chuyển cấp ngày 26/07/2026`. */
	words: string;
	units: TiedUnit[];
}

/** Which units a unit came from, and which it passed into, oldest first. */
export function unitTies(
	ground: Ground,
	{
		unit,
		lineage,
		language
	}: { unit: string; lineage: readonly LineageEvent[]; language: Language }
): UnitTie[] {
	const own = lineage.filter(({ from, to }) => from === unit || to === unit);
	const groups = groupBy(own, (event) => `${event.date} ${sideOf(event, unit)} ${event.kind}`);
	return [...groups.values()]
		.flatMap(([event, ...more]): (UnitTie & { date: IsoDate })[] => {
			if (!event) return [];
			const side = sideOf(event, unit);
			const params = {
				kind: say(language, `organisation.kind-${event.kind}`),
				day: dayWords(event.date, language)
			};
			const codes = [event, ...more].map(({ from, to }) => (side === 'from' ? from : to));
			const on = side === 'from' ? dayBefore(event.date) : event.date;
			const units = side === 'self' ? [] : codes.flatMap((code) => tiedUnit(ground, code, on));
			return [{ date: event.date, side, words: say(language, `unit.tie-${side}`, params), units }];
		})
		.sort((a, b) => (a.date < b.date ? -1 : 1))
		.map(({ side, words, units }) => ({ side, words, units }));
}

function sideOf({ from, to }: LineageEvent, unit: string): UnitTie['side'] {
	if (to === undefined || from === to) return 'self';
	return from === unit ? 'into' : 'from';
}

function tiedUnit(ground: Ground, code: string | undefined, on: IsoDate): TiedUnit[] {
	if (code === undefined) return [];
	const { periods } = ground.facts.totals;
	const known = periods.filter((period) => pathIn(ground, code, period).length > 0);
	const period = known.findLast((each) => kindOf(each) === 'year') ?? known.at(-1);
	return [{ code, name: nameOn(ground.tree, code, on), ...(period && { period }) }];
}

function nameOn(tree: UnitTree, code: string, date: IsoDate): string {
	return (tree.find(code, date) ?? tree.find(code))?.name ?? code;
}
