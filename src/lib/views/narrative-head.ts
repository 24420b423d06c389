import { sameStageBefore } from '#lib/assess/same-stage.ts';
import { type Facts, type Standing, standingOf } from '#lib/assess/standing.ts';
import { differenceOf } from '#lib/base/fraction-arithmetic.ts';
import type { IndicatorTotal } from '#lib/base/indicator-total.ts';
import type { Language } from '#lib/base/language.ts';
import { type MessageKey, say } from '#lib/base/messages.ts';
import { kindOf, lastDayOf, type Period } from '#lib/base/period.ts';
import type { Comparator } from '#lib/catalogue/catalogue.ts';
import { type NarrativeView, trailOf } from './narrative-view.ts';
import { printedValue } from './overview-reading.ts';
import { assessmentsInForce } from './overview-target.ts';
import { sizeWords } from './sentence-change.ts';
import { type NarrativePart, sayParts } from './sentence-parts.ts';
import { periodInSentence } from './sentence-period.ts';

const CEILINGS: readonly (Comparator | undefined)[] = ['<', '<='];

/** `Đến quý IV/2024, tổ chức cơ sở đảng … đạt 92,42% (122/132)`; without a value that there is none. */
export function headClause(standing: Standing, view: NarrativeView): NarrativePart[] {
	const { language, period } = view;
	const { indicator, total } = standing;
	const printed = printedValue(standing, assessmentsInForce(standing, period), language);
	const when = whenWords(total, view);
	const name = inSentence(indicator.name[language]);
	if (!printed) return sayParts(language, withoutValue(standing), { when, name });
	const trail = trailOf(view, indicator);
	const isNamed = name.toLowerCase().includes(indicator.counted[language].toLowerCase());
	return sayParts(language, withValue(standing), {
		when,
		name,
		value: { text: printed.text, trail },
		counts: { text: isNamed ? printed.short : printed.counts, trail }
	});
}

/** `tăng 2,27 điểm % so với năm 2023 (90,15%)`; nothing where either has no value. */
export function earlierClause(
	facts: Facts,
	standing: Standing,
	view: NarrativeView
): NarrativePart[] {
	const { path, period, language } = view;
	const { indicator, value } = standing;
	const earlier = standingOf(facts, { path, period: sameStageBefore(standing, period), indicator });
	const { total } = earlier;
	if (!value || !earlier.value || !total) return [];
	const difference = differenceOf(value, earlier.value);
	const key = difference.numerator === 0n ? 'same' : difference.numerator > 0n ? 'rose' : 'fell';
	const printed = printedValue(earlier, assessmentsInForce(earlier, total.period), language);
	const isRatio = indicator.denominator.length > 0;
	return sayParts(language, `narrative.${key}`, {
		change: { text: sizeWords(difference, { isRatio, language }), trail: trailOf(view, indicator) },
		period: periodInSentence(toldPeriod(total), language),
		value: {
			text: printed?.text ?? '',
			trail: trailOf(view, indicator, { period: total.period })
		}
	});
}

function withoutValue({ total }: Standing): MessageKey {
	const isNothing = total?.denominator === 0n || total?.expected === 0;
	return isNothing ? 'narrative.not-applicable' : 'narrative.no-data';
}

/** A ceiling is nothing to reach, and what a floor asks for is not yet reached. */
function withValue({ leading, indicator }: Standing): MessageKey {
	if (indicator.denominator.length === 0) return 'narrative.count';
	if (CEILINGS.includes(leading?.target.threshold?.comparator)) return 'narrative.amounts';
	const isShort = leading?.status === 'not-met' && leading.side === 'below';
	return isShort ? 'narrative.reaches-only' : 'narrative.reaches';
}

/** When the figures are of: the period asked for, or the older one that the newest figure comes from. */
function whenWords(total: IndicatorTotal | undefined, { period, language }: NarrativeView): string {
	const told = total ? toldPeriod(total) : period;
	const words = stretchWords(told, language);
	return told === period ? words : say(language, 'narrative.newest', { when: words });
}

function stretchWords(period: Period, language: Language): string {
	const words = periodInSentence(period, language);
	const isHalf = kindOf(period) === 'half';
	return say(language, `narrative.in-${kindOf(period)}`, {
		period: isHalf ? inSentence(words) : words
	});
}

function toldPeriod({ period, asOf = period }: IndicatorTotal): Period {
	return lastDayOf(asOf) === lastDayOf(period) ? period : asOf;
}

/** A name within a sentence; one that begins with a proper name or an abbreviation keeps its capital. */
function inSentence(name: string): string {
	const isProper = /^\S*\p{Lu}\S*\p{Lu}|^\S+ \p{Lu}/u.test(name);
	return isProper ? name : name.charAt(0).toLowerCase() + name.slice(1);
}
