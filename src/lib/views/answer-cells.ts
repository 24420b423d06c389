import { formatInteger } from '#lib/base/format-number.ts';
import type { Language } from '#lib/base/language.ts';
import type { AnswerColumn } from '#lib/base/query-answer.ts';
import { dayWords } from './sentence-date.ts';

/** What the cells of a column are, for showing, ordering and drawing them. */
export type CellKind = 'whole' | 'decimal' | 'float' | 'day' | 'moment' | 'other';

const KINDS: [RegExp, CellKind][] = [
	[/^U?(TINYINT|SMALLINT|INTEGER|BIGINT|HUGEINT)$/, 'whole'],
	[/^DECIMAL\(\d+,\d+\)$/, 'decimal'],
	[/^(DOUBLE|FLOAT)$/, 'float'],
	[/^DATE$/, 'day'],
	[/^TIMESTAMP(_\w+)?$/, 'moment']
];

/** Whole numbers under these names are marks, not quantities, and their digits are not grouped. */
const MARKS = /(^|_)(year|năm|nam|row|id)(_|$)/i;

/** What the cells of the column are. */
export function cellKind({ type }: AnswerColumn): CellKind {
	return KINDS.find(([pattern]) => pattern.test(type))?.[1] ?? 'other';
}

/** True where the column holds numbers, which stand to the right. */
export function isNumeric(column: AnswerColumn): boolean {
	return ['whole', 'decimal', 'float'].includes(cellKind(column));
}

/** True where the numbers of the column are quantities, and no years or row numbers. */
export function isQuantity(column: AnswerColumn): boolean {
	return isNumeric(column) && !MARKS.test(column.name);
}

/**
 * The cell as the language writes it: whole numbers and decimals exactly; of a fraction that goes on, four decimals and
 * "…", never rounded; days as elsewhere; all else as DuckDB writes it.
 */
export function printCell(text: string, column: AnswerColumn, language: Language): string {
	switch (cellKind(column)) {
		case 'whole':
			return MARKS.test(column.name) ? text : formatInteger(BigInt(text), language);
		case 'decimal':
			return printDigits(text, language);
		case 'float':
			return printFloat(text, language);
		case 'day':
			return /^\d{4}-\d\d-\d\d$/.test(text) ? dayWords(text, language) : text;
		case 'moment':
			return printMoment(text, language);
		case 'other':
			return text;
	}
}

function printDigits(text: string, language: Language): string {
	const [, sign = '', whole = '', decimals] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text) ?? [];
	if (!whole) return text;
	const grouped = sign + formatInteger(BigInt(whole), language);
	return decimals ? grouped + (language === 'vi' ? ',' : '.') + decimals : grouped;
}

function printFloat(text: string, language: Language): string {
	const [, digits = text, further] = /^(-?\d+\.\d{4})(\d+)$/.exec(text) ?? [];
	if (further) return `${printDigits(digits, language)}…`;
	const [, whole, zero] = /^(-?\d+)(\.0)$/.exec(text) ?? [];
	return printDigits(whole && zero ? whole : text, language);
}

function printMoment(text: string, language: Language): string {
	const [day = '', time = ''] = text.split(' ');
	if (!/^\d{4}-\d\d-\d\d$/.test(day)) return text;
	return `${dayWords(day, language)} ${time.replace(/\.\d+$/, '')}`;
}

/** A span of time in seconds, as the language writes it: `0,15`. */
export function secondsWords(milliseconds: number, language: Language): string {
	const decimals = milliseconds < 10_000 ? 2 : 0;
	return (milliseconds / 1000).toFixed(decimals).replace('.', language === 'vi' ? ',' : '.');
}

/** `vi` for a text in Vietnamese letters, so that it is read aloud as such; absent where it has none. */
export function languageOf(text: string): 'vi' | undefined {
	return /[\u00c0-\u1ef9]/.test(text) ? 'vi' : undefined;
}
