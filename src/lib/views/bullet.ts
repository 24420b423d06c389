import type { Assessment } from '#lib/assess/assessment.ts';
import type { Standing } from '#lib/assess/standing.ts';
import type { Fraction } from '#lib/base/fraction.ts';
import { localizeDecimal } from '#lib/base/format-number.ts';
import type { Language } from '#lib/base/language.ts';
import { say } from '#lib/base/messages.ts';
import type { Target } from '#lib/catalogue/catalogue.ts';
import { targetMark } from './sentence-target.ts';

/** A target's place on an axis: 0 is its left end, 1 its right end. */
export interface ScaleMark {
	at: number;
	/** `90%`. */
	label: string;
	/** `Chỉ tiêu`, to stand before or above the label. */
	caption: string;
	/** True for the target that the status speaks of. */
	isLeading: boolean;
}

/** A stretch of an axis. */
export interface Stretch {
	from: number;
	to: number;
}

/**
 * An axis from 0 to `end` and what lies on it, each place as a share of its length. It reaches 100 % as a rule; where
 * the leading target is at most half of that, twice the target, so that its mark stands in the middle.
 */
export interface Scale {
	/** What stands at the right end: `100%`, `8%`, `10`. */
	end: string;
	value?: number;
	/** Last year's value. */
	previous?: number;
	/** One for each place where a target lies, that of the leading one first. */
	marks: ScaleMark[];
	/** The band within which the leading target is met. */
	band?: Stretch;
	/** Between which ends the value may still move. */
	range?: Stretch;
}

/** What lies on an axis: a standing, its targets in force, and last year's value. */
export interface ScaleContent {
	standing: Standing;
	inForce: readonly Assessment[];
	previous?: Fraction;
	language: Language;
	/** The right end, where several standings share one axis; each finds its own where absent. */
	end?: number;
}

const STEPS = [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10];
const HEADROOM = 1.04;

/** The axis of one standing, for gauges and bullet bars alike. */
export function scaleOf(content: ScaleContent): Scale {
	const { standing, inForce, previous, language } = content;
	const isRatio = standing.indicator.denominator.length > 0;
	const end = content.end ?? scaleEnd(content);
	const place = (fraction?: Fraction): number | undefined =>
		fraction && numberOf(fraction, isRatio) / end;
	const band = standing.leading && bandOf(standing.leading.target);
	const range = standing.leading?.range;
	return {
		end: localizeDecimal(String(end), language) + (isRatio ? '%' : ''),
		value: place(standing.value),
		previous: place(previous),
		marks: inForce
			.flatMap((assessment) =>
				edgesOf(assessment.target).map((edge) => ({
					at: edge / end,
					label: targetMark(assessment.target, { indicator: standing.indicator, language }) ?? '',
					caption: say(language, 'target.caption'),
					isLeading: assessment === standing.leading
				}))
			)
			.filter(({ at }, index, all) => all.findIndex((mark) => mark.at === at) === index),
		band: band && { from: band.from / end, to: band.to / end },
		range: range && { from: place(range.low) ?? 0, to: Math.min(1, place(range.high) ?? 1) }
	};
}

/** The right end that a standing wants of its axis: per cent, or a count. */
export function scaleEnd({ standing, inForce, previous }: ScaleContent): number {
	const isRatio = standing.indicator.denominator.length > 0;
	const values = [standing.value, previous].filter((value) => value !== undefined);
	const most = Math.max(
		...values.map((value) => numberOf(value, isRatio)),
		...inForce.flatMap(({ target }) => edgesOf(target)),
		0
	);
	const leading = Math.max(0, ...(standing.leading ? edgesOf(standing.leading.target) : []));
	const usual = isRatio ? usualEnd(leading) : roundAbove(leading * 2);
	if (most <= usual) return usual;
	return isRatio && most <= 100 ? Math.min(100, roundAbove(most)) : roundAbove(most);
}

function usualEnd(leadingPercent: number): number {
	return leadingPercent > 0 && leadingPercent <= 50 ? leadingPercent * 2 : 100;
}

function roundAbove(number: number): number {
	const wanted = Math.max(number * HEADROOM, 1);
	const power = 10 ** Math.floor(Math.log10(wanted));
	const step = STEPS.find((each) => each * power >= wanted) ?? 10;
	return Number((step * power).toPrecision(3));
}

function numberOf({ numerator, denominator }: Fraction, isRatio: boolean): number {
	return (Number(numerator) / Number(denominator)) * (isRatio ? 100 : 1);
}

function edgesOf({ threshold }: Target): number[] {
	return [threshold?.value, threshold?.max].filter((edge) => edge !== undefined).map(Number);
}

function bandOf(target: Target): Stretch | undefined {
	const [from, to] = edgesOf(target);
	return from === undefined || to === undefined ? undefined : { from, to };
}
