import Papa from 'papaparse';
import type { Newline } from './settle-newlines.ts';
import { isTypedValue, typedShare } from './typed-share.ts';

/** How a CSV text is written: what parts its cells, what may stand about them, and what lets that stand within. */
export interface Dialect {
	delimiter: string;
	quote: '"' | "'";
	/** The quote itself where it is doubled, else a backslash. */
	escape: '"' | "'" | '\\';
}

/** The characters that separate cells in CSV files; where two fit equally, the earlier one is right. */
const USUAL = ['\t', ';', '|', ','];
/** These stand in texts, times and names too: they must fit much better. */
const RARE = ['^', '~', ':', ' '];
const WEIGHT_OF_RARE = 0.6;
const LEAST_SCORE_OF_RARE = 0.2;
const LEAST_RECORDS_OF_RARE = 3;

const SAMPLE = 200_000;
const RECORDS = 300;
const HINT = /^sep=(.)\r?(?:\n|$)/i;
const DOUBLED: Pick<Dialect, 'quote' | 'escape'> = { quote: '"', escape: '"' };
const NUMBER = /^[-+]?\d[\d.,]*%?$/;

/**
 * The dialect in which the first 300 records look most like a table: the most of them cut into the same number of cells
 * (pattern), and the most cells numbers, days or plain words (type), after van den Burg, Nazábal and Sutton, "Wrangling
 * messy CSV files by detecting row and type patterns" (2019). Excel's own hint, a first line `sep=;`, is believed. A
 * comma where nothing fits.
 */
export function findDialect(text: string, newline: Newline): Dialect {
	const sample = text.slice(0, SAMPLE);
	const quoting = findQuoting(sample);
	const [, hint] = HINT.exec(text) ?? [];
	if (hint) return { delimiter: hint, ...quoting };

	const scored = [...USUAL, ...RARE]
		.filter((delimiter) => sample.includes(delimiter))
		.map((bare) => {
			const delimiter = isSpaced(sample, bare, quoting) ? `${bare} ` : bare;
			const dialect = { delimiter, ...findEscape(sample, { delimiter, newline, ...quoting }) };
			return { dialect, score: score(recordsOf(sample, { newline, ...dialect }), bare) };
		});
	const comma = { delimiter: ',', ...findEscape(sample, { delimiter: ',', newline, ...quoting }) };
	const nothing = { dialect: comma, score: 0 };
	return scored.reduce((a, b) => (b.score > a.score ? b : a), nothing).dialect;
}

/** Cut short, the last record of a sample is none. */
function recordsOf(sample: string, { quote, escape, ...rest }: Dialect & { newline: Newline }) {
	const quoting = { quoteChar: quote, escapeChar: escape };
	const { data } = Papa.parse<string[]>(sample, { ...rest, ...quoting, preview: RECORDS });
	const whole = sample.length < SAMPLE ? data : data.slice(0, -1);
	return whole.filter((record) => record.some((cell) => cell.trim() !== ''));
}

/** How alike the records are, weighed by how many cells the alike ones have, times how many cells are of a known type. */
function score(records: readonly string[][], delimiter: string): number {
	const widths = new Map<number, number>();
	for (const { length } of records) widths.set(length, (widths.get(length) ?? 0) + 1);
	let pattern = 0;
	for (const [width, count] of widths) {
		pattern += (count / records.length) ** 2 * ((width - 1) / width);
	}
	const total = pattern * typedShare(records);
	if (!RARE.includes(delimiter)) return total;
	const values = records.filter((record) => isTypedValue(record.join(delimiter)));
	if (records.length < LEAST_RECORDS_OF_RARE || values.length > records.length / 2) return 0;
	if (delimiter === ' ' && !isTableOfFigures(records)) return 0;
	return total < LEAST_SCORE_OF_RARE ? 0 : total * WEIGHT_OF_RARE;
}

/** Words have spaces between them: they part cells only where whole columns are figures. */
function isTableOfFigures(records: readonly string[][]): boolean {
	const [header, ...rows] = records;
	const width = header?.length ?? 0;
	if (width < 3 || rows.length < 2 || rows.some(({ length }) => length !== width)) return false;
	const columns = Array.from({ length: width }, (_, place) => place);
	const figures = columns.filter((place) => rows.every((row) => NUMBER.test(row[place] ?? '')));
	return figures.length >= 2;
}

/** True where outside quotes a space stands behind every delimiter. */
function isSpaced(sample: string, delimiter: string, { quote }: Pick<Dialect, 'quote'>): boolean {
	if (delimiter.trim() === '') return false;
	const outside = sample
		.replaceAll(`\\${quote}`, '')
		.split(quote)
		.filter((_, at) => at % 2 === 0);
	const parted = outside.flatMap((part) => part.split(delimiter).slice(1));
	return parted.length > 1 && parted.every((part) => part.startsWith(' '));
}

/** Single quotes count where they stand about cells, and double ones nowhere do. */
function findQuoting(sample: string): Pick<Dialect, 'quote' | 'escape'> {
	const about = (quote: string): number => {
		const cell = new RegExp(
			`(?:^|[\\t;|,^~:]) ?${quote}[^${quote}]*${quote}(?=[\\t;|,^~:]|$)`,
			'gm'
		);
		return (sample.match(cell) ?? []).length;
	};
	return about("'") > 1 && about('"') === 0 ? { quote: "'", escape: "'" } : DOUBLED;
}

/** A backslash where it makes fewer quotes stand where none should. */
function findEscape(
	sample: string,
	dialect: Dialect & { newline: Newline }
): Pick<Dialect, 'quote' | 'escape'> {
	const { delimiter, newline, quote } = dialect;
	const doubled = { quote, escape: quote };
	if (!sample.includes(`\\${quote}`)) return doubled;
	const faults = (escapeChar: string): number =>
		Papa.parse(sample, { delimiter, newline, quoteChar: quote, escapeChar }).errors.length;
	return faults('\\') < faults(quote) ? { quote, escape: '\\' } : doubled;
}
