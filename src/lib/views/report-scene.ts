import type { Facts } from '#lib/assess/standing.ts';
import { standingOf } from '#lib/assess/standing.ts';
import { sameStageBefore } from '#lib/assess/same-stage.ts';
import { kindOf, lastDayOf, type Period } from '#lib/base/period.ts';
import { traceCode } from '#lib/base/trace-code.ts';
import { treeDayOf } from '#lib/base/tree-day.ts';
import type { Catalogue, Indicator } from '#lib/catalogue/catalogue.ts';
import type { Language } from '#lib/base/language.ts';
import type { NarrativeView } from './narrative-view.ts';
import type { Ground } from './indicator-ground.ts';
import {
	type GuardedFigure,
	type GuardedTable,
	guardTables,
	type HiddenParts,
	isHidden,
	markedMeasures
} from './report-guard.ts';
import type { ReportFigure } from './report-figure.ts';
import type { ReportGround } from './report-ground.ts';
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
	/** The figures made so far, by unit and indicator: several sections show the same ones. */
	figures: Map<string, ReportFigure>;
	/** What of a figure is not to be shown. */
	hiddenOf: (figure: GuardedFigure) => HiddenParts;
	/** True where figures of the indicator may be hidden, so that no sentence may tell of the units below. */
	isGuarded: (indicator: Indicator) => boolean;
	/** True where the units of a branch, or the rules of an indicator, changed since an earlier period. */
	isBrokenSince: (earlier: Period, unit: string, indicator: Indicator) => boolean;
	/** The code that leads back to a figure; absent where nothing was reported. */
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
	const marked = markedMeasures(facts.catalogue);
	const isGuarded = ({ numerator, denominator }: Indicator): boolean =>
		definition.guardsSmallCells && [...numerator, ...denominator].some((id) => marked.has(id));
	const guarded = indicators.filter(isGuarded);
	const tables = guarded.flatMap((each) => tablesOf(facts, each, { whole, units, period }));
	const hiddenOf = yield* guardTables(facts, tables);
	const day = treeDayOf(facts.totals, period);
	return {
		...{ facts, tree, ground, indicators, whole, units, hiddenOf, isGuarded },
		view: { path, period, language, tree },
		figures: new Map(),
		marksOf: figureMarks({ ...ground, catalogue: facts.catalogue, day }),
		isBrokenSince: breaksSince({ facts, tree }, { period, language }),
		codeOf: codesOf(facts, ground, hiddenOf)
	};
}

/** The indicators of the ids in the order of the ids; the headline ones where none is known. */
function chosenIndicators({ indicators }: Catalogue, ids: readonly string[]): Indicator[] {
	const chosen = [...new Set(ids)].flatMap((id) => indicators.filter((each) => each.id === id));
	if (chosen.length > 0) return chosen;
	return indicators
		.filter(({ headline }) => headline !== undefined)
		.sort((a, b) => (a.headline ?? 0) - (b.headline ?? 0));
}

/** What a report shows of an indicator: the period, what it compares with, and the whole over the periods of a line. */
function tablesOf(
	facts: Facts,
	indicator: Indicator,
	{ whole, units, period }: Pick<ReportScene, 'whole' | 'units'> & { period: Period }
): GuardedTable[] {
	const before = sameStageBefore(standingOf(facts, { ...whole, period, indicator }), period);
	const earlier = facts.totals.periods.filter(
		(each) => kindOf(each) !== 'half' && lastDayOf(each) <= lastDayOf(period)
	);
	return [...new Set([period, before, ...earlier])].map((shown) => ({
		whole: { path: whole.path, period: shown, indicator },
		parts:
			shown === period || shown === before
				? units.map(({ path }) => ({ path, period: shown, indicator }))
				: []
	}));
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
	{ catalogue, totals }: Facts,
	{ boundaries, sequence }: ReportGround,
	hiddenOf: ReportScene['hiddenOf']
): ReportScene['codeOf'] {
	const known = new Map(catalogue.indicators.map((indicator) => [indicator.id, indicator]));
	return ({ unit, period, indicator: id }) => {
		const { numerator, denominator } = totals.total(unit, period, id) ?? {};
		const indicator = known.get(id);
		if (!indicator || (numerator === undefined && denominator === undefined)) return undefined;
		const isWithheld = isHidden(hiddenOf({ path: [unit], period, indicator }));
		const figure = { unit, period, indicator: id, boundaries, sequence, numerator, denominator };
		return traceCode({ ...figure, isWithheld });
	};
}
