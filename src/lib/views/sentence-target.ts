import type { Language } from '#lib/base/language.ts';
import { type MessageKey, say } from '#lib/base/messages.ts';
import type { Comparator, Indicator, Target, TargetDocument } from '#lib/catalogue/catalogue.ts';
import { printThreshold } from './print-value.ts';

/** How a threshold is to be worded: whether in per cent, and in which language. */
export interface TargetWording {
	indicator: Indicator;
	language: Language;
}

const COMPARATOR_KEYS: Record<Comparator, MessageKey> = {
	'>=': 'target.from',
	'>': 'target.above',
	'=': 'target.exactly',
	'<=': 'target.at-most',
	'<': 'target.below',
	between: 'target.between'
};

/**
 * The threshold with its comparator in words: `trên 90%`, `từ 90%`, `đạt 100%`, `3–4%`, `ít nhất 1 khóa bồi dưỡng`;
 * says so where nobody has entered the threshold yet.
 */
export function targetWords(target: Target, { indicator, language }: TargetWording): string {
	const { threshold } = target;
	if (!threshold) return say(language, 'target.no-threshold');
	const isRatio = indicator.denominator.length > 0;
	const value = printThreshold(threshold, { isRatio, language });
	const isFloorOfCount = !isRatio && threshold.comparator === '>=';
	const key = isFloorOfCount ? 'target.at-least' : COMPARATOR_KEYS[threshold.comparator];
	return say(language, key, { value, counted: indicator.counted[language] });
}

/** The threshold alone, as it labels a mark: `90%`, `3–4%`; `undefined` where nobody has entered it yet. */
export function targetMark(
	target: Target,
	{ indicator, language }: TargetWording
): string | undefined {
	const isRatio = indicator.denominator.length > 0;
	return target.threshold && printThreshold(target.threshold, { isRatio, language });
}

/** The years that a target holds: `năm 2025`, `2022–2025`, `từ 2022`, `đến 2025`; empty where it always does. */
export function targetYears({ from, to }: Target, language: Language): string {
	if (from !== undefined && from === to) return say(language, 'target.year', { from: `${from}` });
	if (from !== undefined && to !== undefined) return `${from}–${to}`;
	if (from !== undefined) return say(language, 'target.since', { from: `${from}` });
	return to === undefined ? '' : say(language, 'target.until', { to: `${to}` });
}

/** A document as it is named where space is short: `NQ 21`, `Đà Nẵng`; its number where it has no short name. */
export function documentLabel(document: TargetDocument, language: Language): string {
	return document.shortName?.[language] ?? document.number;
}
