import type {
	Catalogue,
	Indicator,
	Measure,
	Target,
	TargetDocument,
	Template
} from './catalogue.ts';

/** The indicator of that id; `undefined` where the catalogue has none. */
export function indicatorOf({ indicators }: Catalogue, id: string): Indicator | undefined {
	return indicators.find((indicator) => indicator.id === id);
}

/** The targets that stand on an indicator, in the order of the documents; empty where it has none. */
export function targetsOf({ targets }: Catalogue, indicator: string): Target[] {
	return targets.filter(
		(target) => target.indicator === indicator || target.also?.includes(indicator)
	);
}

/** Every measure of every sheet under its id. */
export function measuresOf({ templates }: Catalogue): Map<string, Measure> {
	return new Map(
		templates.flatMap(({ measures }) => measures.map((measure) => [measure.id, measure]))
	);
}

/** The document of that id; `undefined` where the catalogue has none. */
export function documentOf({ documents }: Catalogue, id: string): TargetDocument | undefined {
	return documents.find((document) => document.id === id);
}

/** The sheets that have a column for each measure: all but the long one, B8. */
export function columnSheetsOf({ templates }: Pick<Catalogue, 'templates'>): Template[] {
	return templates.filter(({ layout }) => layout !== 'progress');
}
