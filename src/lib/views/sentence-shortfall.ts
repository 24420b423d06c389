import type { Assessment } from '#lib/assess/assessment.ts';
import type { Language } from '#lib/base/language.ts';
import { type MessageKey, say } from '#lib/base/messages.ts';
import type { Indicator } from '#lib/catalogue/catalogue.ts';

/**
 * What is lacking, in whole organisations or people: `thiếu 11 cấp ủy viên`, for a band `thiếu 12 đảng viên mới để vào
 * khung` or `vượt khung 5 đảng viên mới`; `undefined` where the target is met or no verdict can be given.
 */
export function shortfallSentence(
	{ target, shortfall, side, status }: Assessment,
	{ indicator, language }: { indicator: Indicator; language: Language }
): string | undefined {
	if (!shortfall || !side) return undefined;
	const isBand = target.threshold?.comparator === 'between';
	const ofSide: MessageKey = isBand ? `shortfall.band-${side}` : `shortfall.${side}`;
	const key = target.kind === 'rank' ? 'shortfall.rank' : ofSide;
	const sentence = say(language, key, { count: shortfall, counted: indicator.counted[language] });
	const isOpen = status === 'not-due' || status === 'undecided';
	return isOpen ? say(language, 'shortfall.so-far', { sentence }) : sentence;
}
