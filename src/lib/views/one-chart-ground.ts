import { type Standing, standingOf } from '#lib/assess/standing.ts';
import type { Language } from '#lib/base/language.ts';
import type { Period } from '#lib/base/period.ts';
import { treeDayOf, type UnitsMode } from '#lib/base/tree-day.ts';
import { isTraceable, traceCode } from '#lib/base/trace-code.ts';
import type { Indicator } from '#lib/catalogue/catalogue.ts';
import { type FigureGuard, guardFigures } from './guard-figures.ts';
import { type Ground, pathIn } from './indicator-ground.ts';
import { isGuarded } from './one-chart-guard.ts';
import type { SubmissionFacts } from './submission-list.ts';

/** What a chart that leaves is made from: the figures, whose they are, and where they come from. */
export interface OneChartGround extends Ground {
	indicator: Indicator;
	/** The unit in view. */
	unit: string;
	period: Period;
	language: Language;
	submissions: readonly SubmissionFacts[];
	/** That of the newest submission ever. */
	sequence: number;
	/** On which units the figures stand. */
	boundaries: UnitsMode;
	/** True where small marked counts are withheld, with what would give them away. */
	guards: boolean;
}

/** The ground of one chart, and what is asked of it time and again. */
export interface OneChartScene extends OneChartGround {
	/** The unit in view and those that the chart shows beside it. */
	units: readonly { code: string; name: string }[];
	/** Every period that has figures, oldest first. */
	periods: readonly Period[];
	/** What of a figure is withheld; nothing without the guard. */
	withheldOf: FigureGuard;
	standingOf: (unit: string, period: Period) => Standing | undefined;
	/** The code that leads back to a figure; absent where nothing was reported. */
	codeOf: (unit: string, period: Period) => string | undefined;
}

/** The scene of a chart of the unit in view and others; guarded as given, else by what the chart's own indicator needs. */
export function sceneOf(
	ground: OneChartGround,
	others: readonly string[],
	guard?: FigureGuard
): OneChartScene {
	const { facts, indicator, guards } = ground;
	const codes = [...new Set([ground.unit, ...others])];
	const { periods } = facts.totals;
	const standings = new Map<string, Standing | undefined>();
	const standing = (unit: string, period: Period): Standing | undefined => {
		const key = `${unit}|${period}`;
		if (!standings.has(key)) {
			const path = pathIn(ground, unit, period);
			const found = path.length > 0 ? standingOf(facts, { path, period, indicator }) : undefined;
			standings.set(key, found);
		}
		return standings.get(key);
	};
	const withheldOf: FigureGuard =
		guard ??
		(guards && isGuarded(facts.catalogue, indicator) ? guardOf(ground, codes) : () => undefined);
	return {
		...ground,
		units: codes.map((code) => ({ code, name: nameOf(ground, code) })),
		periods,
		withheldOf,
		standingOf: standing,
		codeOf: (unit, period) => codeIn(ground, withheldOf, { unit, period })
	};
}

function guardOf(ground: OneChartGround, codes: readonly string[]): FigureGuard {
	const { facts, indicator } = ground;
	const figures = facts.totals.periods.flatMap((period) =>
		codes
			.map((code) => ({ path: pathIn(ground, code, period), period, indicator: indicator.id }))
			.filter(({ path }) => path.length > 0)
	);
	const { catalogue, totals, settings } = facts;
	return guardFigures({ catalogue, totals, below: settings.smallCellBelow, figures });
}

function nameOf(ground: OneChartGround, code: string): string {
	const day = treeDayOf(ground.facts.totals, ground.period);
	return (ground.tree.find(code, day) ?? ground.tree.find(code))?.name ?? code;
}

function codeIn(
	{ facts, indicator, boundaries, sequence }: OneChartGround,
	withheldOf: FigureGuard,
	{ unit, period }: { unit: string; period: Period }
): string | undefined {
	const { numerator, denominator } = facts.totals.total(unit, period, indicator.id) ?? {};
	if (numerator === undefined && denominator === undefined) return undefined;
	if (!isTraceable({ period, boundaries })) return undefined;
	const isWithheld = withheldOf(unit, period, indicator.id) !== undefined;
	return traceCode({
		...{ unit, period, indicator: indicator.id, boundaries, sequence },
		...{ numerator, denominator, isWithheld }
	});
}
