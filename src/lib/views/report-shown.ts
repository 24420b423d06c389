import { sameStageBefore } from '#lib/assess/same-stage.ts';
import { type Facts, standingOf } from '#lib/assess/standing.ts';
import { kindOf, lastDayOf, type Period } from '#lib/base/period.ts';
import type { Catalogue, Indicator } from '#lib/catalogue/catalogue.ts';
import type { ShownFigure } from './guard-figures.ts';
import { OPEN_GUARD, type ReportGuard, reportGuard } from './report-guard.ts';
import type { ReportGround } from './report-ground.ts';
import { type ScorecardUnit, scorecardUnits } from './scorecard-units.ts';

/**
 * The guard of reports that are handed out together, one for each of the paths: what one of them shows does not give away
 * what another withholds. Pauses while it settles what is hidden.
 */
export function* guardOfReports(
	facts: Facts,
	{ definition, tree, period }: Pick<ReportGround, 'definition' | 'tree' | 'period'>,
	paths: readonly (readonly string[])[]
): Generator<undefined, ReportGuard> {
	if (!definition.guardsSmallCells) return OPEN_GUARD;
	const indicators = chosenIndicators(facts.catalogue, definition.indicators);
	const figures = new Map<string, ShownFigure>();
	for (const path of paths) {
		const question = { path, period, scope: definition.rows };
		const [whole, ...units] = scorecardUnits({ facts, tree }, question);
		if (!whole) continue;
		for (const figure of yield* shownFigures(facts, indicators, { whole, units, period }))
			figures.set(`${figure.path.at(-1) ?? ''}|${figure.period}|${figure.indicator}`, figure);
	}
	return yield* reportGuard(facts, [...figures.values()]);
}

/** The indicators of the ids in the order of the ids; the headline ones where none is known. */
export function chosenIndicators({ indicators }: Catalogue, ids: readonly string[]): Indicator[] {
	const chosen = [...new Set(ids)].flatMap((id) => indicators.filter((each) => each.id === id));
	if (chosen.length > 0) return chosen;
	return indicators
		.filter(({ headline }) => headline !== undefined)
		.sort((a, b) => (a.headline ?? 0) - (b.headline ?? 0));
}

/** What a report shows: the units in its period and in that which they compare with, the whole over the periods of lines. */
function* shownFigures(
	facts: Facts,
	indicators: readonly Indicator[],
	{
		whole,
		units,
		period
	}: { whole: ScorecardUnit; units: readonly ScorecardUnit[]; period: Period }
): Generator<undefined, ShownFigure[]> {
	const earlier = facts.totals.periods.filter(
		(each) => kindOf(each) !== 'half' && lastDayOf(each) <= lastDayOf(period)
	);
	const figures: ShownFigure[] = [];
	for (const indicator of indicators) {
		const standing = standingOf(facts, { ...whole, period, indicator });
		const compared = [...new Set([period, sameStageBefore(standing, period)])];
		const show = (path: readonly string[], periods: readonly Period[]): void => {
			for (const each of periods) figures.push({ path, period: each, indicator: indicator.id });
		};
		show(whole.path, [...new Set([...compared, ...earlier])]);
		for (const { path } of units) show(path, compared);
		yield;
	}
	return figures;
}
