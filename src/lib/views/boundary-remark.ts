import type { IndicatorTotal } from '#lib/base/indicator-total.ts';
import type { Language } from '#lib/base/language.ts';
import { say } from '#lib/base/messages.ts';
import type { Indicator } from '#lib/catalogue/catalogue.ts';
import { printCount } from './print-value.ts';

/**
 * What a boundary mode cannot tell of a value: that the unit's own history is part of what was not split, or how much of
 * the value stands at the unit itself for that reason; `undefined` where there is nothing of the kind.
 */
export function boundaryRemark(
	total: IndicatorTotal | undefined,
	{ indicator, language }: { indicator: Indicator; language: Language }
): string | undefined {
	if (total?.unallocated) return say(language, 'boundaries.unallocated');
	const counts = remainderCounts(total, language);
	if (!counts) return undefined;
	return say(language, 'boundaries.remainder', { counts, counted: indicator.counted[language] });
}

/** `12/15`, or `12` for a count: what could not be split among the units below; `undefined` where all could. */
export function remainderCounts(
	total: IndicatorTotal | undefined,
	language: Language
): string | undefined {
	const { numerator, denominator } = total?.remainder ?? {};
	if (numerator === undefined && denominator === undefined) return undefined;
	return [numerator, denominator]
		.filter((count) => count !== undefined)
		.map((count) => printCount(count, language))
		.join('/');
}
