import type { Facts } from '#lib/assess/standing.ts';
import type { Period } from '#lib/base/period.ts';
import { isTraceable, traceCode } from '#lib/base/trace-code.ts';
import { treeDayOf } from '#lib/base/tree-day.ts';
import type { Indicator } from '#lib/catalogue/catalogue.ts';
import type { Language } from '#lib/base/language.ts';
import type { NarrativeView } from './narrative-view.ts';
import type { Ground } from './indicator-ground.ts';
import { isHidden, type ReportGuard } from './report-guard.ts';
import type { ReportGround } from './report-ground.ts';
import { chosenIndicators, guardOfReports } from './report-shown.ts';
import { type FigureMarks, figureMarks } from './report-marks.ts';
import { type ScorecardUnit, scorecardUnits } from './scorecard-units.ts';
import { regimeBreaks } from './regime-breaks.ts';
import type { TrailPlace } from './sentence-parts.ts';
import { trendBreaks } from './trend-breaks.ts';

/** All that the parts of a report are composed from. */
export interface ReportScene extends Ground {
	ground: ReportGround;
	view: NarrativeView;
	indicators: readonly Indicator[];
	/** The unit that the report is made for. */
	whole: ScorecardUnit;
	/** The units that its tables list, without the whole. */
	units: readonly ScorecardUnit[];
	marksOf: (unit: string, indicator: Indicator) => FigureMarks;
	guard: ReportGuard;
	/** True where the units of a branch, or the rules of an indicator, changed since an earlier period. */
	isBrokenSince: (earlier: Period, unit: string, indicator: Indicator) => boolean;
	/** The code that leads back to a figure; absent where nothing was reported, and in years that no code holds. */
	codeOf: (place: TrailPlace) => string | undefined;
}

/** The scene of a report: which indicators and units, what is hidden. Pauses while it settles what is hidden. */
export function* openScene(
	facts: Facts,
	ground: ReportGround
): Generator<undefined, ReportScene | undefined> {
	const { definition, tree, path, period } = ground;
	const { language, rows: scope } = definition;
	const [whole, ...units] = scorecardUnits({ facts, tree }, { path, period, scope });
	if (!whole) return undefined;
	const indicators = chosenIndicators(facts.catalogue, definition.indicators);
	yield;
	const guard = ground.guard ?? (yield* guardOfReports(facts, ground, [path]));
	yield;
	const day = treeDayOf(facts.totals, period);
	return {
		...{ facts, tree, ground, indicators, whole, units, guard },
		view: { path, period, language, tree },
		marksOf: figureMarks({ ...ground, catalogue: facts.catalogue, day }),
		isBrokenSince: breaksSince({ facts, tree }, { period, language }),
		codeOf: codesOf(facts, ground, guard)
	};
}

/** Looks breaks up up to a period; what was found of a unit or of an indicator is kept. */
function breaksSince(
	ground: Ground,
	{ period, language }: { period: Period; language: Language }
): ReportScene['isBrokenSince'] {
	const known = new Map<string, boolean>();
	const once = (key: string, find: () => readonly unknown[]): boolean => {
		const isBroken = known.get(key) ?? find().length > 0;
		known.set(key, isBroken);
		return isBroken;
	};
	return (earlier, unit, indicator) => {
		const periods = [earlier, period];
		return (
			once(`unit ${unit} ${earlier}`, () => trendBreaks(ground, { unit, periods, language })) ||
			once(`rules ${indicator.id} ${earlier}`, () => regimeBreaks(indicator, { periods, language }))
		);
	};
}

function codesOf(
	{ totals }: Facts,
	{ boundaries, sequence }: ReportGround,
	{ hiddenOf }: ReportGuard
): ReportScene['codeOf'] {
	return ({ unit, period, indicator }) => {
		const { numerator, denominator } = totals.total(unit, period, indicator) ?? {};
		if (numerator === undefined && denominator === undefined) return undefined;
		if (!isTraceable({ period, boundaries })) return undefined;
		const isWithheld = isHidden(hiddenOf(unit, period, indicator));
		const figure = { unit, period, indicator, boundaries, sequence, numerator, denominator };
		return isTraceable(figure) ? traceCode({ ...figure, isWithheld }) : undefined;
	};
}
