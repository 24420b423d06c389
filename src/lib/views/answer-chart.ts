import type { Language } from '#lib/base/language.ts';
import { comparePeriods, isPeriod } from '#lib/base/period.ts';
import type { AnswerColumn, QueryRows } from '#lib/base/query-answer.ts';
import { cellKind, isQuantity, printCell } from './answer-cells.ts';
import { niceScale, type ScaleTick } from './nice-scale.ts';

/** What the reader chose to draw, by the names of columns; what is absent is chosen from what the answer holds. */
export interface ChartChoice {
	kind?: 'bar' | 'line';
	x?: string;
	y?: string;
	by?: string;
}

/** A point of the drawing. */
export interface AnswerPoint {
	/** How far up, or to the right, 0 to 1. */
	at: number;
	/** The value as the language writes it. */
	text: string;
	/** The value as DuckDB writes it. */
	exact: string;
}

/** An answer drawn: values of one column along another. */
export interface AnswerChart {
	kind: 'bar' | 'line';
	x: string;
	y: string;
	/** The column whose values make lines of their own. */
	by?: string;
	/** The places along x, in order. */
	labels: readonly string[];
	/** One for bars; for lines one for each value of `by`. A place without a value has no point. */
	series: readonly { name: string; points: readonly (AnswerPoint | undefined)[] }[];
	ticks: readonly ScaleTick[];
	/** Where zero lies, 0 to 1. */
	zero: number;
	/** Rows that are not drawn. */
	leftOut: number;
	/** The columns that may be chosen. */
	choices: { x: readonly string[]; y: readonly string[]; by: readonly string[] };
}

const MOST = { bar: 60, line: 400, series: 8 };

/** The answer as a chart; absent where it holds no column of quantities to draw. */
export function answerChart(
	answer: QueryRows,
	choice: ChartChoice,
	language: Language
): AnswerChart | undefined {
	const { columns, rows } = answer;
	const quantities = columns.filter(isQuantity);
	const y = named(quantities, choice.y) ?? quantities.at(-1);
	if (!y || rows.length === 0) return undefined;
	const others = columns.filter((column) => column !== y);
	const x =
		named(others, choice.x) ?? others.find((each) => isCourse(each, answer)) ?? others[0] ?? y;
	const kind = choice.kind ?? (isCourse(x, answer) ? 'line' : 'bar');
	const splitting = others.filter((column) => column !== x && cellKind(column) === 'other');
	const by =
		kind === 'line' ? (named(splitting, choice.by) ?? defaultBy(answer, x, splitting)) : undefined;
	const drawn = { answer, x, y, by, language };
	return {
		...(kind === 'bar' ? bars(drawn) : lines(drawn)),
		kind,
		...{ x: x.name, y: y.name },
		...(by && { by: by.name }),
		choices: {
			x: others.map(({ name }) => name),
			y: quantities.map(({ name }) => name),
			by: splitting.map(({ name }) => name)
		}
	};
}

interface Drawn {
	answer: QueryRows;
	x: AnswerColumn;
	y: AnswerColumn;
	by?: AnswerColumn;
	language: Language;
}

type Parts = Pick<AnswerChart, 'labels' | 'series' | 'ticks' | 'zero' | 'leftOut'>;

/** A bar for each row, in the order of the rows. */
function bars({ answer, x, y, language }: Drawn): Parts {
	const [labels, values] = [cellsOf(answer, x), cellsOf(answer, y)];
	const shown = values.slice(0, MOST.bar);
	const scale = scaleOf(shown, { withZero: true, language });
	return {
		labels: labels.slice(0, MOST.bar).map((label) => labelOf(label, x, language)),
		series: [{ name: y.name, points: shown.map((value) => scale.point(value, y)) }],
		...scale.parts,
		leftOut: values.length - shown.length
	};
}

/** A point for each place along x, a line for each value of `by`; of several rows for one point the first is drawn. */
function lines({ answer, x, y, by, language }: Drawn): Parts {
	const [labels, values] = [cellsOf(answer, x), cellsOf(answer, y)];
	const names = by ? cellsOf(answer, by) : labels.map(() => y.name);
	const places = inOrder([...new Set(labels)], x, answer).slice(0, MOST.line);
	const lineNames = [...new Set(names)].slice(0, MOST.series);
	const valueAt = new Map<string, string | undefined>();
	const keyOf = (name?: string, label?: string): string => JSON.stringify([name, label]);
	const [isPlace, isName] = [new Set(places), new Set(lineNames)];
	for (const [row, label] of labels.entries()) {
		const key = keyOf(names[row], label);
		if (isPlace.has(label) && isName.has(names[row]) && !valueAt.has(key))
			valueAt.set(key, values[row]);
	}
	const scale = scaleOf([...valueAt.values()], { withZero: false, language });
	return {
		labels: places.map((label) => labelOf(label, x, language)),
		series: lineNames.map((name) => ({
			name: name ?? 'NULL',
			points: places.map((label) => scale.point(valueAt.get(keyOf(name, label)), y))
		})),
		...scale.parts,
		leftOut: values.length - valueAt.size
	};
}

function scaleOf(
	values: readonly (string | undefined)[],
	{ withZero, language }: { withZero: boolean; language: Language }
): {
	parts: Pick<Parts, 'ticks' | 'zero'>;
	point(value: string | undefined, column: AnswerColumn): AnswerPoint | undefined;
} {
	const numbers = values.map(Number).filter((number) => Number.isFinite(number));
	const { ticks, placeOf } = niceScale(withZero ? [0, ...numbers] : numbers, language);
	return {
		parts: { ticks, zero: Math.min(1, Math.max(0, placeOf(0))) },
		point(value, column) {
			const number = Number(value ?? 'x');
			if (!Number.isFinite(number) || value === undefined) return undefined;
			return { at: placeOf(number), text: printCell(value, column, language), exact: value };
		}
	};
}

/** Times in their order; all else as the rows bring it. */
function inOrder(
	labels: (string | undefined)[],
	column: AnswerColumn,
	answer: QueryRows
): (string | undefined)[] {
	if (!isTime(column, answer)) return labels;
	const present = labels.filter((label) => label !== undefined);
	if (present.every(isPeriod)) return present.sort(comparePeriods);
	return present.sort((a, b) => (a < b ? -1 : Number(a > b)));
}

/** True for days, years, and texts that are all periods. */
function isTime(column: AnswerColumn, answer: QueryRows): boolean {
	const kind = cellKind(column);
	if (kind === 'day' || kind === 'moment') return true;
	if (kind === 'whole') return /(^|_)(year|năm|nam)(_|$)/i.test(column.name);
	if (kind !== 'other') return false;
	const cells = cellsOf(answer, column);
	return cells.length > 0 && cells.every((cell) => cell !== undefined && isPeriod(cell));
}

/** True for times of which there are several: of a single one there is no line. */
function isCourse(column: AnswerColumn, answer: QueryRows): boolean {
	return isTime(column, answer) && new Set(cellsOf(answer, column)).size > 1;
}

/** Where places come more than once, the first text column that tells few lines apart. */
function defaultBy(
	answer: QueryRows,
	x: AnswerColumn,
	splitting: readonly AnswerColumn[]
): AnswerColumn | undefined {
	const places = cellsOf(answer, x);
	if (new Set(places).size === places.length) return undefined;
	return splitting.find((column) => {
		const { size } = new Set(cellsOf(answer, column));
		return size > 1 && size <= MOST.series;
	});
}

function cellsOf({ columns, rows }: QueryRows, column: AnswerColumn): (string | undefined)[] {
	const at = columns.indexOf(column);
	return rows.map((row) => row[at]);
}

function labelOf(cell: string | undefined, column: AnswerColumn, language: Language): string {
	return cell === undefined ? 'NULL' : printCell(cell, column, language);
}

function named(
	columns: readonly AnswerColumn[],
	name: string | undefined
): AnswerColumn | undefined {
	return columns.find((column) => column.name === name);
}
