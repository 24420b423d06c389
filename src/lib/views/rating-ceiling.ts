import {
	type CeilingQuestion,
	ratingCeilingOf,
	unitsOverCeiling
} from '#lib/assess/rating-ceiling.ts';
import type { Language } from '#lib/base/language.ts';
import { say } from '#lib/base/messages.ts';
import { periodInSentence } from '#lib/base/period-name.ts';
import { treeDayOf } from '#lib/base/tree-day.ts';
import type { Indicator } from '#lib/catalogue/catalogue.ts';
import type { CeilingReading } from '#lib/catalogue/settings.ts';
import type { Ground } from './indicator-ground.ts';
import type { Viewpoint } from './overview-reading.ts';

/** One unit that is over its own ceiling, in words. */
export interface CeilingUnit {
	code: string;
	name: string;
	/** `xuất sắc 4, trần 3`. */
	words: string;
}

/** The check of the ceiling on "excellent" in words. */
export interface CeilingCheck {
	/** What is given beside what is allowed. */
	sentence: string;
	isOver: boolean;
	/** How many of the units that report are over their own; absent where nothing is below the unit. */
	unitsSentence?: string;
	/** Those units, the furthest over first. */
	units: CeilingUnit[];
	/** That it is advice, and where the default reading comes from. */
	advice: string;
}

/** How the ceiling may be read, the default first. */
export const CEILING_READINGS: readonly CeilingReading[] = ['good', 'good-or-better', 'rated'];

/** The check for a unit and all below it; `undefined` for other indicators and where no ratings are reported. */
export function ceilingCheck(
	ground: Ground,
	indicator: Indicator,
	{ reading, path, period, language }: Viewpoint & { reading: CeilingReading }
): CeilingCheck | undefined {
	const { totals, settings } = ground.facts;
	const { percent, source, isVerified } = settings.ratingCeiling;
	const question: CeilingQuestion = { indicator: indicator.id, period, reading, percent };
	const unit = path.at(-1) ?? '';
	const ceiling = ratingCeilingOf(totals, unit, question);
	if (!ceiling) return undefined;
	const { base, allowed, given, over, asOf = period } = ceiling;
	const isOver = over > 0n;
	const advice = say(language, 'ceiling.advice', { source: source[language] });
	return {
		isOver,
		sentence: say(language, isOver ? 'ceiling.over' : 'ceiling.within', {
			...{ base, allowed, given, over, percent },
			counted: indicator.counted[language],
			of: say(language, `ceiling.of-${reading}`),
			period: periodInSentence(asOf, language)
		}),
		...unitsOver(ground, { unit, question, language }),
		advice: isVerified ? advice : `${advice} ${say(language, 'ceiling.unverified')}`
	};
}

function unitsOver(
	{ facts: { totals }, tree }: Ground,
	{ unit, question, language }: { unit: string; question: CeilingQuestion; language: Language }
): Pick<CeilingCheck, 'units' | 'unitsSentence'> {
	const day = treeDayOf(totals, question.period);
	const leaves = tree.leavesOn(unit, day).filter(({ code }) => code !== unit);
	if (leaves.length === 0) return { units: [] };
	const codes = leaves.map(({ code }) => code);
	const over = unitsOverCeiling(totals, codes, question);
	const counts = { over: over.length, all: leaves.length };
	const key = over.length > 0 ? 'ceiling.units-over' : 'ceiling.units-within';
	return {
		unitsSentence: say(language, key, counts),
		units: over.map(({ unit: code, given, allowed }) => ({
			code,
			name: tree.find(code, day)?.name ?? code,
			words: say(language, 'ceiling.unit', { given, allowed })
		}))
	};
}
