import type { Language } from '#lib/base/language.ts';
import { say } from '#lib/base/messages.ts';
import { lastDayOf, type Period } from '#lib/base/period.ts';
import type { Indicator } from '#lib/catalogue/catalogue.ts';
import { productRegimes } from '#lib/catalogue/load-regimes.ts';
import { regimesOf } from '#lib/catalogue/regimes.ts';
import { dayWords } from './sentence-date.ts';
import type { TrendBreak } from './trend-breaks.ts';

/** The changes of units and those of rules together; a change of rules on the day of one of units is a note to it. */
export function withRegimes(
	units: readonly TrendBreak[],
	rules: readonly TrendBreak[]
): TrendBreak[] {
	const noteOf = ({ at, day }: TrendBreak): string | undefined =>
		rules.find((rule) => rule.at === at && rule.day === day)?.note;
	const isOfUnits = ({ at, day }: TrendBreak): boolean =>
		units.some((each) => each.at === at && each.day === day);
	return [
		...units.map((each) => {
			const note = noteOf(each);
			return { ...each, ...(note && { note }) };
		}),
		...rules.filter((rule) => !isOfUnits(rule))
	].sort((a, b) => a.at - b.at);
}

/** The changes of rules between the periods that give the indicator's figures another meaning, oldest first. */
export function regimeBreaks(
	indicator: Indicator,
	{ periods, language }: { periods: readonly Period[]; language: Language }
): TrendBreak[] {
	const regimes = regimesOf(productRegimes(), indicator);
	return regimes
		.flatMap(({ from, label, name, isVerified, source }) => {
			const next = periods.findIndex((period) => lastDayOf(period) >= from);
			if (next < 1) return [];
			const date = dayWords(from, language);
			const words = { label: label[language], date };
			return {
				at: next - 0.5,
				day: from,
				label: say(language, isVerified ? 'regimes.label' : 'regimes.label-unverified', words),
				note: say(language, isVerified ? 'regimes.note' : 'regimes.note-unverified', {
					date,
					name: name[language],
					source
				})
			};
		})
		.sort((a, b) => (a.day < b.day ? -1 : 1));
}

/** True where a change of rules lies between a period and the one before it: what stands on either side is not one series. */
export function isRegimeBetween(indicator: Indicator, before: Period, after: Period): boolean {
	return regimesOf(productRegimes(), indicator).some(
		({ from }) => lastDayOf(before) < from && from <= lastDayOf(after)
	);
}
