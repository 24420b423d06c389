import { type Facts, standingOf } from '#lib/assess/standing.ts';
import { say } from '#lib/base/messages.ts';
import type { Indicator } from '#lib/catalogue/catalogue.ts';
import { type Ground, pathIn } from './indicator-ground.ts';
import type { Viewpoint } from './overview-reading.ts';
import { documentLabel } from './sentence-target.ts';

/**
 * Which indicators are compared: those with a value on any side, the headline ones, those that stand differently from
 * side to side, or the ones named by their ids.
 */
export type CompareRows = 'known' | 'headline' | 'differ' | readonly string[];

/** Indicators under one head. */
export interface IndicatorGroup {
	/** `headline`, or the document's id. */
	id: string;
	/** `Bốn chỉ tiêu chính`, `NQ 21`. */
	label: string;
	indicators: Indicator[];
}

/** All indicators, the headline ones first, then each under the document of its leading target, else of its first. */
export function indicatorGroups(facts: Facts, viewpoint: Viewpoint): IndicatorGroup[] {
	const { indicators, documents } = facts.catalogue;
	const headline = indicators
		.filter((each) => each.headline !== undefined)
		.sort((a, b) => (a.headline ?? 0) - (b.headline ?? 0));
	const others = indicators.filter((each) => each.headline === undefined);
	const homes = new Map(others.map((each) => [each, homeOf(facts, each, viewpoint)]));
	const { language } = viewpoint;
	return [
		{ id: 'headline', label: say(language, 'unit.headline'), indicators: headline },
		...documents.map((document) => ({
			id: document.id,
			label: documentLabel(document, language),
			indicators: others.filter((each) => homes.get(each) === document.id)
		}))
	].filter((group) => group.indicators.length > 0);
}

/** True where the unit has a value of the indicator in the period. */
export function hasValue(
	ground: Ground,
	{ unit, period, indicator }: { unit: string; period: string; indicator: Indicator }
): boolean {
	const path = pathIn(ground, unit, period);
	return (
		path.length > 0 && standingOf(ground.facts, { path, period, indicator }).value !== undefined
	);
}

function homeOf(
	facts: Facts,
	indicator: Indicator,
	{ path, period }: Viewpoint
): string | undefined {
	const { leading, assessments } = standingOf(facts, { path, period, indicator });
	return (leading ?? assessments[0])?.target.document;
}
