import type { Assessment } from '#lib/assess/assessment.ts';
import { sameStageBefore } from '#lib/assess/same-stage.ts';
import { type Standing, standingOf } from '#lib/assess/standing.ts';
import type { Period } from '#lib/base/period.ts';
import type { Indicator } from '#lib/catalogue/catalogue.ts';
import { statusOf } from './overview-reading.ts';
import { assessmentsInForce } from './overview-target.ts';
import type { ShorthandLetter } from './report.ts';
import type { WithheldFigure } from './guard-figures.ts';
import { isHidden } from './report-guard.ts';
import type { ReportScene } from './report-scene.ts';

/** Whose figure it is: the unit as the codes from the root down to it. */
export interface FigureUnit {
	unit: string;
	name: string;
	path: readonly string[];
}

/** One unit at one indicator in the report's period, beside the period that it compares with, and how it is marked. */
export interface ReportFigure {
	unit: FigureUnit;
	indicator: Indicator;
	standing: Standing;
	inForce: Assessment[];
	/** What of it is not to be shown. */
	hidden: WithheldFigure;
	isHidden: boolean;
	/** What explains how the value is to be read. */
	letters: ShorthandLetter[];
	/** Absent where the earlier period compares with nothing. */
	before?: EarlierFigure;
	/** The code that leads back to it; absent where nothing was reported. */
	trace?: string;
}

/** The figure that another is compared with. */
export interface EarlierFigure {
	period: Period;
	standing: Standing;
	isHidden: boolean;
	/** True where units or rules changed between the two. */
	isBroken: boolean;
}

/** The figures made so far, by unit and indicator: several sections of a scene show the same ones. */
const made = new WeakMap<ReportScene, Map<string, ReportFigure>>();

/** The figure of a unit at an indicator in the report's period; made once for all sections. */
export function figureOf(
	scene: ReportScene,
	asked: { unit: FigureUnit; indicator: Indicator }
): ReportFigure {
	const key = `${asked.unit.unit} ${asked.indicator.id}`;
	const figures = made.get(scene) ?? new Map<string, ReportFigure>();
	made.set(scene, figures);
	const figure = figures.get(key) ?? makeFigure(scene, asked);
	figures.set(key, figure);
	return figure;
}

function makeFigure(
	scene: ReportScene,
	{ unit, indicator }: { unit: FigureUnit; indicator: Indicator }
): ReportFigure {
	const { facts, view, guard, codeOf } = scene;
	const { period } = view;
	const { path } = unit;
	const standing = standingOf(facts, { path, period, indicator });
	const hidden = guard.hiddenOf(unit.unit, period, indicator.id);
	const before = earlierFigure(scene, { unit, indicator, standing });
	const trace = codeOf({ unit: unit.unit, period, indicator: indicator.id });
	return {
		...{ unit, indicator, standing, hidden },
		isHidden: isHidden(hidden),
		inForce: assessmentsInForce(standing, period),
		letters: lettersOf(scene, { unit, indicator, standing, isHidden: isHidden(hidden) }),
		...(before && { before }),
		...(trace !== undefined && { trace })
	};
}

function lettersOf(
	{ marksOf }: ReportScene,
	figure: Pick<ReportFigure, 'unit' | 'indicator' | 'standing' | 'isHidden'>
): ShorthandLetter[] {
	const { unit, indicator, standing } = figure;
	if (figure.isHidden) return ['c'];
	const { total, value } = standing;
	if (!value) return statusOf(standing) === 'not-applicable' ? ['x'] : [];
	const marks = marksOf(unit.unit, indicator);
	const isOpen = total?.closed === false || (total?.pending.units ?? 0) > 0;
	return [
		...(isOpen || marks.isProvisional ? (['p'] as const) : []),
		...(marks.isRevised ? (['r'] as const) : [])
	];
}

function earlierFigure(
	scene: ReportScene,
	{ unit, indicator, standing }: Pick<ReportFigure, 'unit' | 'indicator' | 'standing'>
): EarlierFigure | undefined {
	const { facts, view, guard } = scene;
	const { path } = unit;
	const period = sameStageBefore(standing, view.period);
	const earlier = standingOf(facts, { path, period, indicator });
	if (!standing.value || !earlier.value) return undefined;
	return {
		period,
		standing: earlier,
		isHidden: isHidden(guard.hiddenOf(unit.unit, period, indicator.id)),
		isBroken: scene.isBrokenSince(period, unit.unit, indicator)
	};
}
