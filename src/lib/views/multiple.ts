import { type Standing, standingOf } from '#lib/assess/standing.ts';
import type { Language } from '#lib/base/language.ts';
import { say } from '#lib/base/messages.ts';
import type { Period } from '#lib/base/period.ts';
import type { Indicator } from '#lib/catalogue/catalogue.ts';
import { type Ground, pathIn } from './indicator-ground.ts';
import { assessmentsInForce } from './overview-target.ts';
import { printedValue } from './overview-reading.ts';
import { periodName } from './sentence-period.ts';
import { type StatusLook, statusLook } from './status-look.ts';
import { type Grain, trendGaps } from './trend-gaps.ts';
import { heightOf, isOwnFigure } from './trend-point.ts';
import type { TrendScale } from './trend-scale.ts';

/** One period of a small trend; places are shares of its box, 0 at the left and at the bottom. */
export interface MultiplePoint {
	period: Period;
	x: number;
	/** Absent where the period has no value. */
	y?: number;
	/** Where its leading target lies: one place, both ends of a band, or none. */
	targets: number[];
	isFinal: boolean;
	/** True where the line must not join it to the point before. */
	isApart: boolean;
	/** `92,42%`; a dash where there is no value. */
	text: string;
	/** Absent where the unit does not exist in the period. */
	status?: StatusLook;
	/** `Năm 2023: 92,42%, Đạt`. */
	words: string;
}

/** Which small trend is asked for, and on which scale it is drawn. */
export interface MultipleQuestion {
	unit: string;
	indicator: Indicator;
	grain: Grain;
	language: Language;
	periods: readonly Period[];
	scale: TrendScale;
}

/** The points of a unit's small trend, one for each period. */
export function multipleOf(ground: Ground, question: MultipleQuestion): MultiplePoint[] {
	const { unit, indicator, language, periods, scale } = question;
	const { breaks, restarts } = trendGaps(ground, question, periods);
	const gaps = new Set([...breaks.map(({ at }) => at), ...restarts]);
	const targets = thresholdStretches(ground, { unit, periods, indicator });
	const place = (height: number): number => (height - scale.min) / (scale.max - scale.min);
	return periods.map((period, index) => {
		const standing = standingIn(ground, { unit, period, indicator });
		const told = tell(standing, period, language);
		return {
			period,
			x: (index + 0.5) / periods.length,
			...(told.height !== undefined && { y: place(told.height) }),
			targets: (targets[index] ?? []).map(place),
			isFinal: told.isFinal,
			isApart: gaps.has(index - 0.5),
			text: told.text,
			...(told.status && { status: told.status }),
			words: told.words
		};
	});
}

/** The heights of the leading target of a unit in each period: one, two for a band, none where no target has a threshold. */
export function thresholdStretches(
	ground: Ground,
	{ unit, periods, indicator }: { unit: string; periods: readonly Period[]; indicator: Indicator }
): number[][] {
	return periods.map((period) => {
		const { value, max } =
			standingIn(ground, { unit, period, indicator })?.leading?.target.threshold ?? {};
		return [value, max].filter((edge) => edge !== undefined).map(Number);
	});
}

function standingIn(
	ground: Ground,
	{ unit, period, indicator }: { unit: string; period: Period; indicator: Indicator }
): Standing | undefined {
	const path = pathIn(ground, unit, period);
	return path.length > 0 ? standingOf(ground.facts, { path, period, indicator }) : undefined;
}

interface Told {
	height?: number;
	isFinal: boolean;
	text: string;
	status?: StatusLook;
	words: string;
}

function tell(standing: Standing | undefined, period: Period, language: Language): Told {
	const name = periodName(period, language);
	if (!standing)
		return {
			isFinal: true,
			text: '–',
			words: `${name}: ${say(language, 'trend.no-unit')}`
		};
	const { total, indicator, leading } = standing;
	const value = isOwnFigure(total?.asOf, period) ? standing.value : undefined;
	const printed = value && printedValue(standing, assessmentsInForce(standing, period), language);
	const status = statusLook(value ? (leading?.status ?? 'not-applicable') : 'no-data', language);
	const isRatio = indicator.denominator.length > 0;
	return {
		...(value && { height: heightOf(value, isRatio) }),
		isFinal: total !== undefined && total.closed && total.pending.units === 0,
		text: printed?.text ?? '–',
		status,
		words: `${name}: ${[printed?.text, status.word].filter(Boolean).join(', ')}`
	};
}
