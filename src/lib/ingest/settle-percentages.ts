import { parseDecimal, type Fraction } from '#lib/base/fraction.ts';
import type { Template } from '#lib/catalogue/catalogue.ts';
import type { CellContext, SettledCells } from './cell-context.ts';
import { asParam } from './cell-issue.ts';
import { figuresAmongPercentages } from './check-percentages.ts';
import type { Question } from './question.ts';
import { figureOf, withReading, type CellReading, type RowReading } from './row-reading.ts';

/** A percentage where a count belongs, and the count that it comes to. */
interface Proposal {
	row: RowReading;
	cell: CellReading;
	/** Absent where the row does not tell the whole, or no count of it comes to the percentage. */
	count?: { value: bigint; whole: bigint };
}

const PERCENT = /^(\d{1,6})(?:[.,](\d{1,20}))?\s*(%?)$/;

/**
 * Counts for the percentages in columns of counts, where the row holds the whole that they are of: taken only where the
 * analyst says so, and asked where most of a column's percentages come to a count.
 */
export function settlePercentages(
	rows: readonly RowReading[],
	{ table, answers }: CellContext
): SettledCells {
	const { template } = table;
	const measures = new Set(rows.flatMap(({ cells }) => cells.filter(isPercentage).map(measureOf)));
	if (!template || measures.size === 0) return { rows: [...rows], questions: [] };
	const questions: Question[] = [];
	const taken = new Map<CellReading, CellReading>();
	for (const measure of measures) {
		const proposals = proposalsFor(measure, { rows, template });
		const counted = proposals.filter(({ count }) => count !== undefined);
		if (counted.length === 0 || counted.length * 2 < proposals.length) continue;
		const key = `percent:${measure}`;
		const answer = answers[key];
		if (answer === 'take') {
			for (const { cell, count } of counted) if (count) taken.set(cell, countedCell(cell, count));
		} else if (answer !== 'leave-out') {
			questions.push(...ask(key, counted));
		}
	}
	const settled = rows.map((row) => ({
		...row,
		cells: row.cells.map((cell) => taken.get(cell) ?? cell)
	}));
	return { rows: settled, questions };
}

/** True for a cell of a count column that holds a percentage or a fraction. */
export function isPercentage({ reading }: CellReading): boolean {
	return reading.state === 'unreadable' && reading.fault === 'percentage';
}

function measureOf({ measure }: CellReading): string {
	return measure;
}

function countedCell(
	cell: CellReading,
	{ value, whole }: { value: bigint; whole: bigint }
): CellReading {
	const params = { whole: asParam(whole) };
	return withReading(cell, { state: 'figure', value, remark: 'count-from-percentage', params });
}

function ask(key: string, [first, ...others]: readonly Proposal[]): Question[] {
	if (!first?.count) return [];
	const { row, cell, count } = first;
	const example = {
		text: String(cell.cell),
		whole: asParam(count.whole),
		count: asParam(count.value)
	};
	return [
		{
			key,
			kind: 'percent',
			params: { name: cell.name, ...example },
			choices: [{ value: 'take' }, { value: 'leave-out' }],
			required: true,
			row: row.row,
			column: cell.name,
			rows: others.length + 1
		}
	];
}

/** The percentages of a measure's column, plain figures among them too where the column holds percentages. */
function proposalsFor(
	measure: string,
	{ rows, template }: { rows: readonly RowReading[]; template: Template }
): Proposal[] {
	const column = rows.flatMap((row) =>
		row.cells.filter((cell) => cell.measure === measure).map((cell) => ({ row, cell }))
	);
	const [first] = column;
	const among = new Set(
		figuresAmongPercentages(rows)
			.filter(({ column: name }) => name === first?.cell.name)
			.map(({ row }) => row)
	);
	const cells = column.filter(({ row, cell }) => isPercentage(cell) || among.has(row.row));
	const inParts = cells.every(({ cell }) => isAtMostOne(String(cell.cell)));
	return cells.map(({ row, cell }) => {
		const whole = wholeOf(measure, { row, template });
		const value = whole && countOf(String(cell.cell), { whole, inParts });
		return { row, cell, ...(whole && value !== undefined && { count: { value, whole } }) };
	});
}

function isAtMostOne(text: string): boolean {
	const [, whole, decimals = '', sign] = PERCENT.exec(text.trim()) ?? [];
	return sign === '' && (whole === '0' || (whole === '1' && /^0*$/.test(decimals)));
}

/** What the figure of a measure is a part of, as the template's checks know it; `undefined` where the row has none. */
function wholeOf(
	measure: string,
	{ row, template }: { row: RowReading; template: Template }
): bigint | undefined {
	const { checks, measures } = template;
	const wholes = [
		...checks
			.filter(({ comparator, left }) => comparator === '<=' && left.join() === measure)
			.map(({ right }) => right),
		...checks
			.filter(
				({ comparator, right }) =>
					comparator === '=' &&
					right.includes(measure) &&
					right.every((term) => !term.startsWith('-'))
			)
			.map(({ left }) => left)
	].flatMap((terms) => (terms.length === 1 ? terms : []));
	const partOf = measures.find(({ id }) => id === measure)?.partOf;
	return [...wholes, ...(partOf ? [partOf] : [])]
		.map((whole) => figureOf(row.cells, whole))
		.find((figure) => figure !== undefined && figure > 0n);
}

/** The count nearest to a percentage of the whole; `undefined` where it does not come to the percentage stated. */
function countOf(
	text: string,
	{ whole, inParts }: { whole: bigint; inParts: boolean }
): bigint | undefined {
	const [, integer, decimals = ''] = PERCENT.exec(text.trim()) ?? [];
	if (integer === undefined) return undefined;
	const { numerator, denominator } = parseDecimal(decimals ? `${integer}.${decimals}` : integer);
	const stated = inParts
		? { numerator: numerator * 100n, denominator }
		: { numerator, denominator };
	const scale = 100n * stated.denominator;
	const value = (2n * stated.numerator * whole + scale) / (2n * scale);
	const digits = Math.max(0, decimals.length - (inParts ? 2 : 0));
	return value <= whole &&
		isNear({ numerator: value * 100n, denominator: whole }, { stated, digits })
		? value
		: undefined;
}

/** True within a half of the last digit stated, or within 0,1. */
function isNear(own: Fraction, { stated, digits }: { stated: Fraction; digits: number }): boolean {
	const difference = own.numerator * stated.denominator - stated.numerator * own.denominator;
	const distance = difference < 0n ? -difference : difference;
	const [part, of] = digits === 0 ? [1n, 2n] : [1n, 10n];
	return distance * of <= part * own.denominator * stated.denominator;
}
