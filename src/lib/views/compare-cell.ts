import { effectiveTurn } from '#lib/assess/effective-change.ts';
import type { Assessment } from '#lib/assess/assessment.ts';
import { type Standing, standingOf } from '#lib/assess/standing.ts';
import { compareFractions } from '#lib/base/fraction.ts';
import type { Language } from '#lib/base/language.ts';
import { say } from '#lib/base/messages.ts';
import type { Period } from '#lib/base/period.ts';
import type { Indicator } from '#lib/catalogue/catalogue.ts';
import { scaleEnd, scaleOf } from './bullet.ts';
import { type Ground, pathIn } from './indicator-ground.ts';
import { type Reading, readingOf } from './overview-reading.ts';
import { assessmentsInForce } from './overview-target.ts';
import { isRegimeBetween } from './regime-breaks.ts';
import { changeWords } from './sentence-change.ts';

/** One of the things held side by side: a unit in a period. */
export interface CompareSide {
	unit: string;
	period: Period;
	/** What tells it from the others: the unit's name, or the period's. */
	name: string;
}

/** By how much a value differs from that of the first side that exists. */
export interface Difference {
	/** `+2,27 điểm %`, for a count `+3 khóa bồi dưỡng`, `không đổi`. */
	text: string;
	/** Absent where the values lie closer together than the effective gap; neither way is good or bad. */
	turn?: 'up' | 'down';
	/** −1, 0 or 1 as the value is below, equal to or above the first. */
	sign: -1 | 0 | 1;
	/** True where the rules changed between the two periods: the figures do not mean the same. */
	isApart: boolean;
}

/** How one side stands at one indicator. */
export interface CompareCell {
	/** Absent where the unit does not exist in the period. Its scale is the one that all sides share. */
	reading?: Reading;
	/** False while reports are missing or the year is not closed. */
	isFinal: boolean;
	/** Absent on the first side, and where either has no value. */
	difference?: Difference;
}

interface Stood extends CompareSide {
	path: string[];
	standing: Standing;
	inForce: Assessment[];
}

/** The sides at one indicator, on one axis, each held against the first that exists. */
export function compareCells(
	ground: Ground,
	sides: readonly CompareSide[],
	{ indicator, language }: { indicator: Indicator; language: Language }
): CompareCell[] {
	const { facts } = ground;
	const stood = sides.map((side): Stood => {
		const { unit, period } = side;
		const path = pathIn(ground, unit, period);
		const standing = standingOf(facts, { path, period, indicator });
		return { ...side, path, standing, inForce: assessmentsInForce(standing, period) };
	});
	const end = Math.max(...stood.map((each) => scaleEnd({ ...each, language })));
	const base = stood.find(({ path }) => path.length > 0);
	return stood.map((each) => {
		const { path, period, standing, inForce, name } = each;
		if (path.length === 0) return { isFinal: true };
		const scale = scaleOf({ standing, inForce, language, end });
		const reading = readingOf(facts, indicator, { path, period, language });
		const { value, total } = standing;
		const difference = each === base ? undefined : differenceFrom(base, each, { ground, language });
		return {
			reading: { ...reading, name: `${reading.shortName}, ${name}`, scale },
			isFinal: !value || (total?.closed !== false && total?.pending.units === 0),
			...(difference && { difference })
		};
	});
}

function differenceFrom(
	base: Stood | undefined,
	{ standing, period }: Stood,
	{ ground, language }: { ground: Ground; language: Language }
): Difference | undefined {
	const { indicator } = standing;
	const [now, before] = [standing.value, base?.standing.value];
	if (!base || !now || !before) return undefined;
	const isRatio = indicator.denominator.length > 0;
	const sign = compareFractions(now, before);
	const words =
		sign === 0 ? say(language, 'compare.equal') : changeWords(now, before, { isRatio, language });
	const counted = !isRatio && sign !== 0 ? ` ${indicator.counted[language]}` : '';
	const turn = effectiveTurn(now, before, { indicator, settings: ground.facts.settings });
	const [first, second] = [base.period, period].sort();
	return {
		text: words + counted,
		...(turn && { turn }),
		sign,
		isApart: isRegimeBetween(indicator, first ?? period, second ?? period)
	};
}
