import { type Facts, type Standing, standingOf } from '#lib/assess/standing.ts';
import type { Language } from '#lib/base/language.ts';
import { kindOf, type Period } from '#lib/base/period.ts';
import type { Indicator } from '#lib/catalogue/catalogue.ts';
import { assessmentsInForce } from './overview-target.ts';
import { printedValue, type Viewpoint } from './overview-reading.ts';
import { isRegimeBetween } from './regime-breaks.ts';
import { periodName } from './sentence-period.ts';
import { say } from '#lib/base/messages.ts';

/** One period of a sparkline; places are shares of its width and height, 0 at the left and at the bottom. */
export interface SparklinePoint {
	period: Period;
	x: number;
	/** Absent where the period has no value: the line has a gap there. */
	y?: number;
	/** True where the rules changed since the point before: the line does not join the two. */
	isApart: boolean;
	/** `Năm 2023: 90,15%`, or `Năm 2023: Chưa có số liệu`. */
	words: string;
}

/** A small trend: its points, the place of the leading target's threshold, and a sentence that says it. */
export interface Sparkline {
	points: SparklinePoint[];
	/** Absent where the period shown has no target. */
	target?: number;
	sentence: string;
}

const MOST_POINTS = 12;
const MARGIN = 0.12;

/**
 * The trend of an indicator over the periods of the viewpoint's kind (years beside a year, quarters beside a quarter) up
 * to the one shown; `undefined` where fewer than two of them have a value.
 */
export function sparklineOf(
	facts: Facts,
	indicator: Indicator,
	viewpoint: Viewpoint
): Sparkline | undefined {
	const { path, period, language } = viewpoint;
	const standings = periodsUpTo(facts, period).map((each) => ({
		period: each,
		standing: standingOf(facts, { path, period: each, indicator })
	}));
	const values = standings.map(({ standing }) => shareOf(standing));
	const known = values.filter((value) => value !== undefined);
	if (known.length < 2) return undefined;
	const isRatio = indicator.denominator.length > 0;
	const threshold = thresholdNumber(standings.at(-1)?.standing, isRatio);
	const place = placing([...known, ...(threshold === undefined ? [] : [threshold])]);
	const points = standings.map(({ period: each, standing }, index) => {
		const value = values[index];
		return {
			period: each,
			x: index / (standings.length - 1),
			y: value === undefined ? undefined : place(value),
			isApart: isApart(indicator, standings[index - 1]?.period, each),
			words: wordsOf(standing, { period: each, language })
		};
	});
	return {
		points,
		target: threshold === undefined ? undefined : place(threshold),
		sentence: points.map(({ words }) => words).join('; ')
	};
}

/** The line of a sparkline in a box of the given size: one SVG path, broken where values are missing. */
export function sparklinePath(
	points: readonly SparklinePoint[],
	{ width, height }: { width: number; height: number }
): string {
	return points
		.map(({ x, y, isApart: isBroken }, index) => {
			if (y === undefined) return '';
			const command = isBroken || points[index - 1]?.y === undefined ? 'M' : 'L';
			return `${command}${(x * width).toFixed(1)} ${((1 - y) * height).toFixed(1)}`;
		})
		.join('');
}

const said = new WeakMap<Standing, Partial<Record<Language, string>>>();

/** Said once of each standing: the trends of successive periods share most of their points. */
function wordsOf(
	standing: Standing,
	{ period, language }: { period: Period; language: Language }
): string {
	const known = said.get(standing) ?? {};
	said.set(standing, known);
	const text = (): string =>
		printedValue(standing, assessmentsInForce(standing, period), language)?.text ??
		say(language, 'status.no-data');
	return (known[language] ??= `${periodName(period, language)}: ${text()}`);
}

function isApart(indicator: Indicator, before: Period | undefined, after: Period): boolean {
	return before !== undefined && isRegimeBetween(indicator, before, after);
}

function periodsUpTo({ totals }: Facts, period: Period): Period[] {
	const alike = totals.periods.filter((each) => kindOf(each) === kindOf(period));
	const last = alike.indexOf(period);
	return alike.slice(0, last + 1).slice(-MOST_POINTS);
}

function shareOf({ value }: Standing): number | undefined {
	return value && Number(value.numerator) / Number(value.denominator);
}

function thresholdNumber(standing: Standing | undefined, isRatio: boolean): number | undefined {
	const value = standing?.leading?.target.threshold?.value;
	return value === undefined ? undefined : Number(value) / (isRatio ? 100 : 1);
}

/** Places numbers between a margin at the bottom and one at the top; all in the middle where they are one number. */
function placing(numbers: readonly number[]): (number: number) => number {
	const [low, high] = [Math.min(...numbers), Math.max(...numbers)];
	if (low === high) return () => 0.5;
	return (number) => MARGIN + ((number - low) / (high - low)) * (1 - 2 * MARGIN);
}
