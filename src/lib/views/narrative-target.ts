import type { Assessment } from '#lib/assess/assessment.ts';
import type { Facts, Standing } from '#lib/assess/standing.ts';
import { edgesOf, type Threshold, thresholdOf } from '#lib/assess/threshold.ts';
import { compareFractions, type Fraction } from '#lib/base/fraction.ts';
import { differenceOf } from '#lib/base/fraction-arithmetic.ts';
import type { MessageKey } from '#lib/base/messages.ts';
import { documentOf } from '#lib/catalogue/find-in-catalogue.ts';
import { type NarrativeView, trailOf } from './narrative-view.ts';
import { assessmentsInForce } from './overview-target.ts';
import { sizeWords } from './sentence-change.ts';
import { pendingWords, rangeWords } from './sentence-coverage.ts';
import { type NarrativePart, sayParts } from './sentence-parts.ts';
import { shortfallSentence } from './sentence-shortfall.ts';
import { documentLabel, targetWords } from './sentence-target.ts';

/** `cao hơn 2,42 điểm % so với chỉ tiêu của NQ 21 (trên 90%)`; without a target that there is none. */
export function targetClause(
	facts: Facts,
	standing: Standing,
	view: NarrativeView
): NarrativePart[] {
	const { language } = view;
	const { leading, value, indicator } = standing;
	if (!value) return [];
	if (!leading) return sayParts(language, 'narrative.no-target');
	const { target } = leading;
	const document = documentOf(facts.catalogue, target.document);
	const gap = gapOf(standing);
	const trail = trailOf(view, indicator);
	const isRatio = indicator.denominator.length > 0;
	return sayParts(language, clauseKey(leading, gap), {
		document: document ? documentLabel(document, language) : target.document,
		words: targetWords(target, { indicator, language }),
		gap: { text: gap ? sizeWords(gap, { isRatio, language }) : '', trail },
		range: { text: openWords(standing, view), trail }
	});
}

/** `thiếu 11 cấp ủy viên`; nothing where the target is met. */
export function shortfallClause(
	{ leading, indicator, value }: Standing,
	view: NarrativeView
): NarrativePart[] {
	const { language } = view;
	const text = value && leading && shortfallSentence(leading, { indicator, language });
	return text ? [{ text, trail: trailOf(view, indicator) }] : [];
}

/** By how much a ratio lies above the nearest end of its target, below zero under it; `undefined` for what is counted. */
function gapOf({ leading, value, indicator }: Standing): Fraction | undefined {
	if (!leading || !value || indicator.denominator.length === 0) return undefined;
	const threshold = thresholdOf(leading.target, true);
	return threshold && differenceOf(value, nearestEnd(value, threshold));
}

function nearestEnd(value: Fraction, { value: low, max }: Threshold): Fraction {
	return max && compareFractions(value, low) >= 0 ? max : low;
}

function clauseKey(assessment: Assessment, gap: Fraction | undefined): MessageKey {
	const { status } = assessment;
	switch (status) {
		case 'met':
		case 'not-met':
		case 'above-band':
			return verdictKey(assessment, gap);
		case 'rising':
		case 'falling':
		case 'unchanged':
			return trendKey(assessment);
		case 'not-due':
		case 'undecided':
		case 'no-threshold':
			return `narrative.${status}`;
		case 'no-data':
			return 'narrative.nothing-to-compare';
		case 'not-applicable':
			return 'narrative.no-target';
	}
}

function verdictKey({ status, target }: Assessment, gap: Fraction | undefined): MessageKey {
	const isBand = target.threshold?.comparator === 'between';
	if (isBand && status === 'met') return 'narrative.within';
	if (!gap) return status === 'met' ? 'narrative.met' : 'narrative.not-met';
	if (gap.numerator === 0n) return status === 'met' ? 'narrative.equal' : 'narrative.at-edge';
	return gap.numerator > 0n ? 'narrative.above' : 'narrative.below';
}

function trendKey({ asAsked }: Assessment): MessageKey {
	if (asAsked === undefined) return 'narrative.followed';
	return asAsked ? 'narrative.as-asked' : 'narrative.not-as-asked';
}

/** Between which ends an undecided value may still move, and why. */
function openWords(standing: Standing, { period, language }: NarrativeView): string {
	const { leading, total, indicator } = standing;
	if (!total) return '';
	if (!leading?.range) return pendingWords(total, language);
	const thresholds = edgesOf(assessmentsInForce(standing, period).map(({ target }) => target));
	const isRatio = indicator.denominator.length > 0;
	return rangeWords(leading.range, { total, isRatio, thresholds, language });
}
