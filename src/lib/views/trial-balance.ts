import type { IndicatorTotal, Totals } from '#lib/base/indicator-total.ts';
import type { Language } from '#lib/base/language.ts';
import { type IsoDate, mapDayOf, type Period } from '#lib/base/period.ts';
import type { Catalogue, Indicator } from '#lib/catalogue/catalogue.ts';
import type { UnitTree } from '#lib/units/unit-tree.ts';
import { printCount } from './print-value.ts';

/** Totals and the organisation that they stand on. */
export interface BalanceSide {
	totals: Totals;
	tree: UnitTree;
}

/** The organisation before a change, after it, and after it with all periods on today's units. */
export interface BalanceQuestion {
	catalogue: Catalogue;
	before: BalanceSide;
	after: BalanceSide;
	today: BalanceSide;
	/** The period whose sums are shown. */
	period: Period;
	language: Language;
}

/** One indicator of the whole organisation in a trial balance. */
export interface BalanceRow {
	indicator: string;
	name: string;
	/** `122/132` in the shown period: before, after, and on today's units. */
	before: string;
	after: string;
	today: string;
	/** The periods in which the sums of the whole are no longer what they were; none where the balance holds. */
	broken: Period[];
}

/** Whole sums of an indicator: numerator and denominator over all roots, absent where nobody reported. */
interface WholeSum {
	numerator?: bigint;
	denominator?: bigint;
}

/**
 * For each indicator the sums of the whole organisation, which no change of units may alter (MODEL "Units change"): those
 * with a broken balance first.
 */
export function trialBalance(question: BalanceQuestion): BalanceRow[] {
	const { catalogue, before, language, period } = question;
	const rows = catalogue.indicators.map((indicator): BalanceRow => {
		const printed = (side: BalanceSide): string =>
			printSum(wholeOf(side, period, indicator), indicator, language);
		return {
			indicator: indicator.id,
			name: indicator.shortName[language],
			before: printed(before),
			after: printed(question.after),
			today: printed(question.today),
			broken: before.totals.periods.filter((each) => !isKept(question, each, indicator))
		};
	});
	return rows.toSorted((a, b) => Number(b.broken.length > 0) - Number(a.broken.length > 0));
}

function isKept(
	{ before, after, today }: BalanceQuestion,
	period: Period,
	indicator: Indicator
): boolean {
	const [was, is, isToday] = [before, after, today].map((side) => wholeOf(side, period, indicator));
	return [is, isToday].every(
		(sum) => sum?.numerator === was?.numerator && sum?.denominator === was?.denominator
	);
}

function wholeOf({ totals, tree }: BalanceSide, period: Period, { id }: Indicator): WholeSum {
	const day: IsoDate = totals.boundaries ?? mapDayOf(period, totals.periods);
	const roots = tree.rootsOn(day).map(({ code }) => totals.total(code, period, id));
	return { numerator: sumOf(roots, 'numerator'), denominator: sumOf(roots, 'denominator') };
}

function sumOf(
	totals: readonly (IndicatorTotal | undefined)[],
	side: 'numerator' | 'denominator'
): bigint | undefined {
	const figures = totals.map((total) => total?.[side]).filter((figure) => figure !== undefined);
	return figures.length > 0 ? figures.reduce((sum, figure) => sum + figure, 0n) : undefined;
}

function printSum(
	{ numerator, denominator }: WholeSum,
	indicator: Indicator,
	language: Language
): string {
	if (numerator === undefined) return '–';
	const counted = printCount(numerator, language);
	if (indicator.denominator.length === 0) return counted;
	return `${counted}/${denominator === undefined ? '–' : printCount(denominator, language)}`;
}
