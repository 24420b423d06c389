import type { Status } from '#lib/assess/assessment.ts';
import { type Facts, standingOf } from '#lib/assess/standing.ts';
import type { Language } from '#lib/base/language.ts';
import { periodName } from '#lib/base/period-name.ts';
import { comparePeriods, type Period, yearOf } from '#lib/base/period.ts';
import { treeDayOf } from '#lib/base/tree-day.ts';
import type { Indicator } from '#lib/catalogue/catalogue.ts';
import type { UnitTree } from '#lib/units/unit-tree.ts';
import { type StatusLook, statusLook } from './status-look.ts';

/** A verdict that a commit would turn into another. */
export interface Flip {
	unit: string;
	unitName: string;
	period: Period;
	indicator: Indicator;
	from: Status;
	to: Status;
}

/** One flip in words. */
export interface FlipLine {
	unit: string;
	period: string;
	indicator: string;
	from: StatusLook;
	to: StatusLook;
}

/** Verdicts that rest on figures; to come by one, or to lose it, is no flip. */
const VERDICTS: ReadonlySet<Status> = new Set(['met', 'not-met', 'above-band', 'undecided']);

/**
 * The headline verdicts that differ between the facts before and after a commit, in the given periods and their
 * years: by period, then unit in the order of the tree.
 */
export function findFlips(
	{ before, after }: { before: Facts; after: Facts },
	{ tree, periods }: { tree: UnitTree; periods: readonly Period[] }
): Flip[] {
	const indicators = after.catalogue.indicators.filter(({ headline }) => headline !== undefined);
	return withYears(periods).flatMap((period) => {
		const day = treeDayOf(after.totals, period);
		return tree.rootsOn(day).flatMap((root) =>
			[root, ...tree.descendantsOn(root.code, day)].flatMap(({ code, name }) => {
				const path = tree.pathOn(code, day).map((unit) => unit.code);
				return indicators.flatMap((indicator): Flip[] => {
					const question = { path, period, indicator };
					const from = standingOf(before, question).leading?.status;
					const to = standingOf(after, question).leading?.status;
					if (!from || !to || from === to) return [];
					if (!VERDICTS.has(from) || !VERDICTS.has(to)) return [];
					return [{ unit: code, unitName: name, period, indicator, from, to }];
				});
			})
		);
	});
}

/** The flips in words. */
export function flipLines(flips: readonly Flip[], language: Language): FlipLine[] {
	return flips.map(({ unitName, period, indicator, from, to }) => ({
		unit: unitName,
		period: periodName(period, language),
		indicator: indicator.shortName[language],
		from: statusLook(from, language),
		to: statusLook(to, language)
	}));
}

function withYears(periods: readonly Period[]): Period[] {
	const years = periods.map((period) => String(yearOf(period)));
	return [...new Set([...periods, ...years])].sort(comparePeriods);
}
