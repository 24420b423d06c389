import { effectiveTurn, type Turn } from '#lib/assess/effective-change.ts';
import { sameStageBefore } from '#lib/assess/same-stage.ts';
import { type Facts, type Standing, standingOf } from '#lib/assess/standing.ts';
import { valueOf } from '#lib/assess/value.ts';
import type { Language } from '#lib/base/language.ts';
import { say } from '#lib/base/messages.ts';
import type { Period } from '#lib/base/period.ts';
import type { Indicator } from '#lib/catalogue/catalogue.ts';
import { printedValue, statusOf } from './overview-reading.ts';
import { assessmentsInForce } from './overview-target.ts';
import { changeWords } from './sentence-change.ts';
import { asOfWords, coverageOf } from './sentence-coverage.ts';
import { periodInSentence } from './sentence-period.ts';
import { shortfallSentence } from './sentence-shortfall.ts';
import { type StatusLook, statusLook } from './status-look.ts';

/** One unit at one indicator in the period: a field of the scorecard. */
export interface ScorecardField {
	/** `92,42%`; the status' word where there is no value. */
	text: string;
	hasValue: boolean;
	/** False while reports are missing or the year is not closed. */
	isFinal: boolean;
	/** True where some of those below have not reported. */
	isIncomplete: boolean;
	status: StatusLook;
	/** Which way the value went since the same period a year before; absent within the effective gap. */
	turn?: Turn;
	/** The field for the ear: `92,42%, Đạt, +2,27 điểm % so với năm 2023, 5/6 đơn vị đã báo cáo`. */
	words: string;
}

/** Whose field is asked for: the unit as the codes from the root down to it. */
export interface FieldQuestion {
	path: readonly string[];
	period: Period;
	indicator: Indicator;
	language: Language;
}

interface Movement {
	turn?: Turn;
	/** `+2,27 điểm % so với năm 2023`. */
	words: string;
}

/** The field of a unit at an indicator, on the period's own map. */
export function scorecardField(facts: Facts, question: FieldQuestion): ScorecardField {
	const { period, indicator, language } = question;
	const standing = standingOf(facts, question);
	const { total, leading } = standing;
	const value = printedValue(standing, assessmentsInForce(standing, period), language);
	const status = statusLook(statusOf(standing), language, standing.value !== undefined);
	const word = total?.unallocated ? say(language, 'boundaries.unallocated-short') : status.word;
	const movement = value && movementOf(facts, standing, question);
	const coverage = total && total.reported > 0 ? coverageOf(total, language) : undefined;
	const isIncomplete = coverage?.isComplete === false;
	const isFinal = !value || (total?.closed !== false && total?.pending.units === 0);
	const said = [
		value?.text,
		word,
		leading && value && shortfallSentence(leading, { indicator, language }),
		movement?.words,
		total && asOfWords(total, language),
		isIncomplete ? coverage.words : undefined,
		isFinal ? undefined : say(language, 'heat.not-final')
	];
	return {
		text: value?.text ?? word,
		hasValue: value !== undefined,
		isFinal,
		isIncomplete,
		status,
		...(movement?.turn && { turn: movement.turn }),
		words: said.filter(Boolean).join(', ')
	};
}

function movementOf(
	{ totals, settings }: Facts,
	standing: Standing,
	{ path, period, indicator, language }: FieldQuestion
): Movement | undefined {
	const before = totals.total(path.at(-1) ?? '', sameStageBefore(standing, period), indicator.id);
	const earlier = before && valueOf(before, indicator);
	if (!standing.value || !earlier) return undefined;
	const isRatio = indicator.denominator.length > 0;
	const turn = effectiveTurn(standing.value, earlier, { indicator, settings });
	return {
		...(turn && { turn }),
		words: say(language, 'scorecard.change', {
			change: changeWords(standing.value, earlier, { isRatio, language }),
			period: periodInSentence(before.period, language)
		})
	};
}
