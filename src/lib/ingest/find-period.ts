import { cleanText, foldMarks } from '#lib/base/fold.ts';
import { isPeriod, type Period } from '#lib/base/period.ts';
import type { Cell } from './grid.ts';

/** The periods that title rows speak of: the one to take, and whether another was named beside it. */
export interface TitlePeriod {
	period: Period;
	/** The row that names it, from 1. */
	row: number;
	/** Another period of the same length that the titles name. */
	other?: Period;
}

const ORDINALS: Record<string, number> = {
	i: 1,
	ii: 2,
	iii: 3,
	iv: 4,
	mot: 1,
	nhat: 1,
	hai: 2,
	ba: 3,
	tu: 4,
	bon: 4
};

const THIS_AGE = /^(?:19|20)/;
const YEAR = '((?:19|20)\\d{2})(?!\\d)';
const QUARTER_FIRST = new RegExp(
	`\\b(?:quy|q)[ .]*(iv|iii|ii|i|0?[1-4]|mot|nhat|hai|ba|tu|bon)\\b[ ,./–-]*(?:nam )?${YEAR}`
);
const YEAR_FIRST = new RegExp(`(?<!\\d)${YEAR}[ ,./–-]*(?:quy|q)[ .]*(iv|iii|ii|i|[1-4])\\b`);
const ROMAN_ALONE = new RegExp(`^\\(?(iv|iii|ii|i) ?[/–-] ?${YEAR}\\)?$`);
const HALF = new RegExp(
	`\\b(?:0?6|sau) thang (?:(dau|cuoi) )?(?:cua )?(?:nam )?${YEAR}|\\bnua (dau|cuoi) nam ${YEAR}`
);
const HALF_CODE = new RegExp(`\\bh([12])[ /.-]*${YEAR}|(?<!\\d)${YEAR}[ /.-]*h([12])(?![a-z0-9])`);
const OTHER_MONTHS = /\b(?!12 thang)\d{1,2} thang\b|\bthang \d{1,2}\b|\b(?:ba|chin) thang\b/;
const YEAR_NAMED = new RegExp(`\\b(?:nam|year)[ :]*${YEAR}(?! ?[–-] ?\\d{4})`);
const YEAR_ALONE = new RegExp(`^\\(?${YEAR}\\)?$`);
/** A quarter or half-year without its year: "QUÝ IV", "6 tháng đầu năm". */
const PART_ALONE = /\b(?:quy (?:iv|iii|ii|i|[1-4])|0?6 thang (?:dau|cuoi) nam)$/;
const DATES = /(?:ngay )?\d{1,2} thang \d{1,2} nam \d{4}|\d{1,2}[/.-]\d{1,2}[/.-]\d{4}/g;

/** The period that a text names, in any of the usual ways ("Quý IV/2024", "6 tháng đầu năm 2024", "2024Q4"). */
export function readPeriodText(text: string): Period | undefined {
	const clean = cleanText(text);
	if (isPeriod(clean) && THIS_AGE.test(clean)) return clean;
	const plain = foldMarks(clean).replace(DATES, ' ').trim();
	return quarterIn(plain) ?? halfIn(plain) ?? yearIn(plain);
}

/** The period of a cell in a period column: a text as above, or a year as a number. */
export function readPeriodCell(cell: Cell): Period | undefined {
	return cell === null ? undefined : readPeriodText(String(cell));
}

/**
 * The period that the rows above the header name, the shortest first: a quarter before a half-year before a year.
 * A row that says "kỳ báo cáo" goes before all others.
 */
export function findTitlePeriod(rows: readonly Cell[][]): TitlePeriod | undefined {
	const named = rows.flatMap((cells, index) =>
		cells
			.filter((cell) => typeof cell === 'string')
			.flatMap((text) => periodsIn(text).map((period) => ({ period, text, row: index + 1 })))
	);
	const rank = ({ period, text }: { period: Period; text: string }): number =>
		(foldMarks(text).includes('ky bao cao') ? 10 : 0) + (period.length > 4 ? 1 : 0);
	const best = named.reduce<(typeof named)[number] | undefined>(
		(chosen, each) => (chosen && rank(chosen) >= rank(each) ? chosen : each),
		undefined
	);
	if (!best) return undefined;
	if (best.period.length === 4) return withPartOfYear(rows, best);
	const other = named.find((each) => rank(each) === rank(best) && each.period !== best.period);
	return { period: best.period, row: best.row, ...(other && { other: other.period }) };
}

/** A year, narrowed by a quarter or half-year that stands apart from it; none where only some months are meant. */
function withPartOfYear(
	rows: readonly Cell[][],
	{ period: year, row }: TitlePeriod
): TitlePeriod | undefined {
	const texts = rows
		.flat()
		.filter((cell) => typeof cell === 'string')
		.map((text) => foldMarks(text).replace(DATES, ' '));
	const parts = texts
		.filter((text) => PART_ALONE.test(text.trim()))
		.map((text) => readPeriodText(`${text} ${year}`))
		.filter((period) => period !== undefined && period !== year);
	if (parts[0]) return { period: parts[0], row };
	return texts.some((text) => OTHER_MONTHS.test(text)) ? undefined : { period: year, row };
}

/** Every period of a title: several where its parts, apart by ";", each name one. */
function periodsIn(text: string): Period[] {
	return text
		.split(/[;\n]/)
		.map(readPeriodText)
		.filter((period) => period !== undefined);
}

function quarterIn(text: string): Period | undefined {
	const [, quarter, year] = QUARTER_FIRST.exec(text) ?? ROMAN_ALONE.exec(text) ?? [];
	if (quarter && year) return `${year}-Q${ORDINALS[quarter] ?? Number(quarter)}`;
	const [, firstYear, lastQuarter] = YEAR_FIRST.exec(text) ?? [];
	if (!firstYear || !lastQuarter) return undefined;
	return `${firstYear}-Q${ORDINALS[lastQuarter] ?? Number(lastQuarter)}`;
}

function halfIn(text: string): Period | undefined {
	const [, part, year, otherPart, otherYear] = HALF.exec(text) ?? [];
	if (year ?? otherYear) {
		return `${year ?? otherYear}-H${(part ?? otherPart) === 'cuoi' ? 2 : 1}`;
	}
	const [, half, halfYear, yearFirst, halfLast] = HALF_CODE.exec(text) ?? [];
	return (half ?? halfLast) ? `${halfYear ?? yearFirst}-H${half ?? halfLast}` : undefined;
}

function yearIn(text: string): Period | undefined {
	if (OTHER_MONTHS.test(text)) return undefined;
	return (YEAR_ALONE.exec(text) ?? YEAR_NAMED.exec(text))?.[1];
}
