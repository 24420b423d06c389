import type { Catalogue, Indicator, Measure } from '#lib/catalogue/catalogue.ts';
import type { Unit } from '#lib/units/unit.ts';

/** What the rollup counts by; in the engine each thing goes under its place in these lists. */
export interface RollupKeys {
	/** Codes, in the order of their characters; one code may stand for several records. */
	units: readonly string[];
	measures: readonly Measure[];
	indicators: readonly Indicator[];
}

/** The places under which units, measures and indicators go in the engine. */
export function rollupKeys(
	units: readonly Unit[],
	catalogue: Pick<Catalogue, 'templates' | 'indicators' | 'advisories'>
): RollupKeys {
	return {
		units: [...new Set(units.map(({ code }) => code))].sort(),
		measures: catalogue.templates.flatMap(({ measures }) => measures),
		indicators: [...catalogue.indicators, ...(catalogue.advisories ?? [])]
	};
}

/** The place of every name in the list. */
export function placesOf(names: readonly string[]): ReadonlyMap<string, number> {
	return new Map(names.map((name, place) => [name, place]));
}
