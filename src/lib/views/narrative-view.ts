import type { Indicator } from '#lib/catalogue/catalogue.ts';
import type { UnitTree } from '#lib/units/unit-tree.ts';
import type { Viewpoint } from './overview-reading.ts';
import type { TrailPlace } from './sentence-parts.ts';

/** From where one looks, and on which organisation. */
export interface NarrativeView extends Viewpoint {
	tree: UnitTree;
}

/** Where a figure of the unit looked at comes from; of another unit or period where they are given. */
export function trailOf(
	{ path, period }: NarrativeView,
	indicator: Indicator,
	other: Partial<Omit<TrailPlace, 'indicator'>> = {}
): TrailPlace {
	return { unit: path.at(-1) ?? '', period, ...other, indicator: indicator.id };
}
