import type { Fraction } from '#lib/base/fraction.ts';
import { differenceOf } from '#lib/base/fraction-arithmetic.ts';
import type { Language } from '#lib/base/language.ts';
import { say } from '#lib/base/messages.ts';
import type { Assessment } from '#lib/assess/assessment.ts';
import { printedValue, statusOf } from './overview-reading.ts';
import { printCount } from './print-value.ts';
import type { ReportCell, ReportColumn, ShorthandLetter } from './report.ts';
import type { ReportFigure } from './report-figure.ts';
import { signedMovement } from './sentence-change.ts';
import { targetWords } from './sentence-target.ts';
import { statusLook } from './status-look.ts';

/** A cell without anything. */
export const EMPTY_CELL: ReportCell = { text: '' };

/** What stands for a figure that nobody reported. */
const MISSING: ReportCell = { text: '–' };
const HIDDEN: ReportCell = { text: '[c]', letters: ['c'] };

/** A column of words, of numbers or of statuses, with its share of the table's width. */
export function column(
	title: string,
	width: number,
	align: ReportColumn['align'] = 'left'
): ReportColumn {
	return { title, width, align };
}

/** The column of trace codes. */
export function codeColumn(language: Language): ReportColumn {
	return { ...column(say(language, 'report.column-code'), 2.6), role: 'code' };
}

/** A cell of plain words. */
export function textCell(text: string): ReportCell {
	return { text };
}

/** The name of a unit. */
export function nameCell(name: string): ReportCell {
	return { text: name, isName: true };
}

/** A whole number, as the running number of a row. */
export function countCell(count: bigint | number, language: Language): ReportCell {
	return {
		text: printCount(count, language),
		number: { value: Number(count), unit: 'count', decimals: 0 }
	};
}

/** The code that leads back to a figure. */
export function codeCell({ trace }: Pick<ReportFigure, 'trace'>): ReportCell {
	return trace === undefined ? EMPTY_CELL : { text: trace, trace };
}

/** One of the two counts of a figure; `< 5 [c]` where it is small and hidden. */
export function partCell(
	{ standing, hidden }: ReportFigure,
	part: 'numerator' | 'denominator',
	{ language, below }: { language: Language; below: number }
): ReportCell {
	const count = standing.total?.[part];
	if (count === undefined) return MISSING;
	if (hidden[part] === 'complement') return HIDDEN;
	if (hidden[part] === 'small') return { text: `< ${below} [c]`, letters: ['c'] };
	return countCell(count, language);
}

/** The value of a figure as the screen prints it, with its letters; a ratio's number is the nearest one to the exact. */
export function valueCell(figure: ReportFigure, language: Language): ReportCell {
	const { standing, inForce, isHidden, letters, trace } = figure;
	if (isHidden) return HIDDEN;
	const printed = printedValue(standing, inForce, language);
	if (!standing.value || !printed) return letters.length > 0 ? withLetters('', letters) : MISSING;
	const isRatio = standing.indicator.denominator.length > 0;
	return {
		...withLetters(printed.text, letters),
		number: {
			value: numberOf(standing.value),
			unit: isRatio ? 'ratio' : 'count',
			decimals: decimalsOf(printed.decimal)
		},
		...(trace !== undefined && { trace })
	};
}

/** The value with its verdict, where both share a cell: `92,42% · Đạt`. */
export function verdictCell(figure: ReportFigure, language: Language): ReportCell {
	const [value, status] = [valueCell(figure, language), statusCell(figure, language)];
	if (figure.isHidden) return value;
	const isKnown = value.number !== undefined || value.letters !== undefined;
	const text = isKnown ? `${value.text} · ${status.text}` : status.text;
	return { ...value, text, ...(status.status && { status: status.status }) };
}

/** What the leading target asks for: `trên 90%`. */
export function targetCell({ standing }: ReportFigure, language: Language): ReportCell {
	const { leading, indicator } = standing;
	return leading ? textCell(targetWords(leading.target, { indicator, language })) : EMPTY_CELL;
}

/** The verdict in a word. */
export function statusCell({ standing, isHidden }: ReportFigure, language: Language): ReportCell {
	if (isHidden) return HIDDEN;
	const { status, word } = statusLook(statusOf(standing), language);
	if (!standing.total?.unallocated) return { text: word, status };
	return { text: say(language, 'boundaries.unallocated-short'), status };
}

/** How many organisations or people are lacking beside the leading target; `vượt 5` where they are too many. */
export function shortfallCell(
	{ standing, isHidden }: ReportFigure,
	language: Language
): ReportCell {
	return lackCell(standing.leading, { isHidden, language });
}

/** The same beside any target. */
export function lackCell(
	assessment: Assessment | undefined,
	{ isHidden, language }: { isHidden: boolean; language: Language }
): ReportCell {
	if (isHidden) return HIDDEN;
	const { shortfall, side } = assessment ?? {};
	if (!shortfall || !side) return EMPTY_CELL;
	if (side === 'below') return countCell(shortfall, language);
	return textCell(say(language, 'report.over', { count: shortfall }));
}

/**
 * By how much a value differs from the earlier one, with its sign; `[b]` where units or rules changed in between. With its
 * unit where the column holds several: `+2,27 điểm %`.
 */
export function changeCell(
	{ standing, before, isHidden }: ReportFigure,
	{ language, withUnit }: { language: Language; withUnit: boolean }
): ReportCell {
	const { value, indicator } = standing;
	if (!before?.standing.value || !value) return EMPTY_CELL;
	if (isHidden || before.isHidden) return HIDDEN;
	const isRatio = indicator.denominator.length > 0;
	const difference = differenceOf(value, before.standing.value);
	const text = signedMovement(difference, { isRatio, language });
	const decimals = /[,.](\d+)$/.exec(text)?.[1]?.length ?? 0;
	const shown = withUnit && isRatio ? say(language, 'change.points', { points: text }) : text;
	return {
		...withLetters(shown, before.isBroken ? ['b'] : []),
		number: {
			value: numberOf(difference) * (isRatio ? 100 : 1),
			unit: isRatio ? 'points' : 'count',
			decimals: isRatio ? decimals : 0
		}
	};
}

/** The number nearest to a fraction. */
export function numberOf({ numerator, denominator }: Fraction): number {
	return Number(numerator) / Number(denominator);
}

function withLetters(text: string, letters: readonly ShorthandLetter[]): ReportCell {
	return { text: lettered(text, letters), ...(letters.length > 0 && { letters }) };
}

/** `92,42% [p] [r]`. */
function lettered(text: string, letters: readonly ShorthandLetter[]): string {
	return [text, ...letters.map((letter) => `[${letter}]`)].filter(Boolean).join(' ');
}

/** How many decimals a number has. */
export function decimalsIn(number: number): number {
	return decimalsOf(String(number));
}

/** How many decimals a number is written with, point and all: `92.50` has two. */
export function decimalsOf(decimal: string): number {
	return decimal.split('.')[1]?.length ?? 0;
}
