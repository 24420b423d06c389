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

const DIRECTION_KEYS = { up: 'target.rise', down: 'target.fall' } as const;

/**
 * What is asked, in words: `trên 90%`, `từ 90%`, `đạt 100%`, `3–4%`, `ít nhất 1 khóa bồi dưỡng`, `thuộc nhóm 3 dẫn đầu`,
 * `tăng so với cùng kỳ năm trước`; a yearly path with each of its values: `trên 90%, từ năm 2028 trên 95%`. Says so where
 * nobody has entered the threshold yet.
 */
export function targetWords(target: Target, { indicator, language }: TargetWording): string {
	const { threshold, kind, direction } = target;
	if (kind === 'trend') {
		return say(language, direction ? DIRECTION_KEYS[direction] : 'target.follow');
	}
	if (!threshold) return say(language, 'target.no-threshold');
	const { path = [], comparator } = threshold;
	const isRatio = indicator.denominator.length > 0;
	const key = thresholdKey(target.kind, { comparator, isRatio });
	const counted = indicator.counted[language];
	const wordsOf = (ends: { value: string; max?: string }): string =>
		say(language, key, { value: printThreshold(ends, { isRatio, language }), counted });
	const steps = path.map((step) =>
		say(language, 'target.path-step', { from: `${step.from}`, words: wordsOf(step) })
	);
	return [wordsOf(threshold), ...steps].join(', ');
}

function thresholdKey(
	kind: Target['kind'],
	{ comparator, isRatio }: { comparator: Comparator; isRatio: boolean }
): MessageKey {
	if (kind === 'rank') return 'target.top';
	if (!isRatio && comparator === '>=') return 'target.at-least';
	if (!isRatio && comparator === '=') return 'target.exactly-count';
	return COMPARATOR_KEYS[comparator];
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
