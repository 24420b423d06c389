import type { Facts } from '#lib/assess/standing.ts';
import type { Catalogue } from '#lib/catalogue/catalogue.ts';
import { measuresOf } from '#lib/catalogue/find-in-catalogue.ts';
import { guardFiguresStepwise, type ShownFigure, type WithheldFigure } from './guard-figures.ts';

/** What a report hides of its figures. */
export interface ReportGuard {
	/** What of a figure is not to be shown; empty where all of it is. */
	hiddenOf: (unit: string, period: string, indicator: string) => WithheldFigure;
	/** True where figures of the indicator may be hidden, so that no sentence may tell of the units below. */
	isGuarded: (indicator: string) => boolean;
}

const NOTHING: WithheldFigure = {};

/** The guard of a report that need not hide anything. */
export const OPEN_GUARD: ReportGuard = { hiddenOf: () => NOTHING, isGuarded: () => false };

/** The guard of a report that shows these figures and no others; pauses while it settles what is hidden. */
export function* reportGuard(
	{ catalogue, totals, settings }: Facts,
	figures: readonly ShownFigure[]
): Generator<undefined, ReportGuard> {
	const below = settings.smallCellBelow;
	const guard = yield* guardFiguresStepwise({ catalogue, totals, below, figures });
	const marked = markedIndicators(catalogue);
	const touched = new Set(
		figures.flatMap(({ path, period, indicator }) =>
			guard(path.at(-1) ?? '', period, indicator) ? [indicator] : []
		)
	);
	return {
		hiddenOf: (...figure) => guard(...figure) ?? NOTHING,
		isGuarded: (indicator) => marked.has(indicator) || touched.has(indicator)
	};
}

/** True where any part of a figure is hidden: then nothing that is computed of it may be shown. */
export function isHidden({ numerator, denominator }: WithheldFigure): boolean {
	return numerator !== undefined || denominator !== undefined;
}

/** The measures whose small counts may point at a person, by their ids. */
function markedMeasures(catalogue: Catalogue): ReadonlySet<string> {
	const measures = [...measuresOf(catalogue).values()];
	return new Set(measures.flatMap(({ id, smallCell }) => (smallCell ? [id] : [])));
}

function markedIndicators(catalogue: Catalogue): ReadonlySet<string> {
	const marked = markedMeasures(catalogue);
	const counted = catalogue.indicators.filter(({ numerator, denominator }) =>
		[...numerator, ...denominator].some((id) => marked.has(id))
	);
	return new Set(counted.map(({ id }) => id));
}
