import { standingOf } from '#lib/assess/standing.ts';
import type { Language } from '#lib/base/language.ts';
import { say } from '#lib/base/messages.ts';
import type { Period } from '#lib/base/period.ts';
import type { Indicator } from '#lib/catalogue/catalogue.ts';
import { type Ground, pathIn } from './indicator-ground.ts';
import { readingOf } from './overview-reading.ts';
import { periodInSentence } from './sentence-period.ts';
import type { StatusLook } from './status-look.ts';

/** How one unit stands at one indicator in one period: one field of a table. */
export interface HeatCell {
	unit: string;
	period: Period;
	/** Absent where the unit does not exist in the period. */
	standing?: {
		/** `92,42%`; the status' word where there is no value. */
		text: string;
		hasValue: boolean;
		/** False while reports are missing or the year is not closed. */
		isFinal: boolean;
		status: StatusLook;
	};
	/** The field for the ear: `Đảng bộ phường 1, năm 2024: 92,42%, Đạt`. */
	words: string;
}

/** What a field is asked for. */
export interface HeatQuestion {
	unit: string;
	/** The name by which the words call the row: a unit's, or an indicator's. */
	name: string;
	period: Period;
	indicator: Indicator;
	language: Language;
}

/** The field of a unit in a period, on the period's own map. */
export function heatCell(
	ground: Ground,
	{ unit, name, period, indicator, language }: HeatQuestion
): HeatCell {
	const place = say(language, 'heat.place', { name, period: periodInSentence(period, language) });
	const path = pathIn(ground, unit, period);
	if (path.length === 0) {
		return { unit, period, words: `${place}: ${say(language, 'heat.no-unit')}` };
	}
	const { total } = standingOf(ground.facts, { path, period, indicator });
	const { value, status, asOf } = readingOf(ground.facts, indicator, { path, period, language });
	const word = total?.unallocated ? say(language, 'boundaries.unallocated-short') : status.word;
	const isFinal = !value || (total?.closed !== false && total?.pending.units === 0);
	const said = [
		value?.text,
		word,
		asOf,
		isFinal ? undefined : say(language, 'heat.not-final')
	].filter(Boolean);
	return {
		unit,
		period,
		standing: { text: value?.text ?? word, hasValue: value !== undefined, isFinal, status },
		words: `${place}: ${said.join(', ')}`
	};
}
