import type { Language } from '#lib/base/language.ts';
import { type MessageKey, say } from '#lib/base/messages.ts';
import type { IsoDate, Period } from '#lib/base/period.ts';
import { treeDayOf } from '#lib/base/tree-day.ts';
import type { UnitTree } from '#lib/units/unit-tree.ts';
import type { Ground } from './indicator-ground.ts';
import { dayWords } from './sentence-date.ts';

/** A change of units or rules between two neighbouring periods: the series before it and after it are not one. */
export interface TrendBreak {
	/** Where it lies on the axis of periods: 2.5 is between the third and the fourth. */
	at: number;
	/** The day of the change; the last where there were several. */
	day: IsoDate;
	/** `Sáp nhập 01/07/2025`. */
	label: string;
	/** What changed, and by which document, in a sentence; for a change of rules alone. */
	note?: string;
}

/** The changes of a unit's branch between the periods, oldest first. */
export function trendBreaks(
	{ facts, tree }: Ground,
	{ unit, periods, language }: { unit: string; periods: readonly Period[]; language: Language }
): TrendBreak[] {
	const days = periods.map((period) => treeDayOf(facts.totals, period));
	const branches = days.map((day) => branchOn(tree, unit, day));
	return branches.slice(1).flatMap((after, index) => {
		const change = changeBetween(branches[index] ?? new Set(), after);
		if (!change) return [];
		const stretch = { after: days[index] ?? '', until: days[index + 1] ?? '' };
		const ended = change === 'trend.ended' ? tree.find(unit)?.validTo : undefined;
		const day = ended ?? changeDay(tree, unit, stretch);
		return [
			{ at: index + 0.5, day, label: say(language, change, { date: dayWords(day, language) }) }
		];
	});
}

/** The unit and all below it on a day, each with the unit directly above: what a merger, a split or a move changes. */
function branchOn(tree: UnitTree, unit: string, day: IsoDate): Set<string> {
	if (!tree.isValidOn(unit, day)) return new Set();
	const below = tree.descendantsOn(unit, day).map(({ code, parent }) => `${parent}/${code}`);
	return new Set([unit, ...below]);
}

/** What happened to a branch; `undefined` where it is the same. */
function changeBetween(before: Set<string>, after: Set<string>): MessageKey | undefined {
	const ended = [...before].filter((place) => !after.has(place)).length;
	const begun = [...after].filter((place) => !before.has(place)).length;
	if (ended + begun === 0) return undefined;
	if (before.size === 0) return 'trend.begun';
	if (after.size === 0) return 'trend.ended';
	if (begun > 0 && ended > begun) return 'trend.merged';
	return ended > 0 && begun > ended ? 'trend.split' : 'trend.changed';
}

/** The first day on which the branch was what it is at the end of the stretch. */
function changeDay(
	tree: UnitTree,
	unit: string,
	{ after, until }: { after: IsoDate; until: IsoDate }
): IsoDate {
	const last = branchOn(tree, unit, until);
	const days = tree.units
		.flatMap(({ validFrom, validTo }) => [validFrom, ...(validTo ? [dayAfter(validTo)] : [])])
		.filter((day) => after < day && day <= until);
	const newestFirst = [after, ...new Set(days)].sort().reverse();
	const firstUnlike = newestFirst.findIndex((day) =>
		changeBetween(branchOn(tree, unit, day), last)
	);
	return newestFirst[firstUnlike - 1] ?? until;
}

function dayAfter(day: IsoDate): IsoDate {
	const date = new Date(`${day}T00:00:00Z`);
	date.setUTCDate(date.getUTCDate() + 1);
	return date.toISOString().slice(0, 10);
}
