import type { Check } from '#lib/catalogue/catalogue.ts';
import type { CellContext, SettledCells } from './cell-context.ts';
import { mixesYearEnd } from './check-rows.ts';
import type { Question } from './question.ts';
import { isBlankOrDash } from './read-number.ts';
import { hasFigures, withReading, type CellReading, type RowReading } from './row-reading.ts';
import { splitTerm } from './weigh-check.ts';

/**
 * Blank cells and dashes as zero where a sum of the template holds exactly with zero, and where the analyst says so;
 * where some rows of a column are blank and others filled, what a blank says may be asked. A row without any figure
 * reports nothing, and stays as it is.
 */
export function settleBlanks(rows: readonly RowReading[], context: CellContext): SettledCells {
	const { table, answers } = context;
	if (!table.template) return { rows: [...rows], questions: [] };
	const sums = table.template.checks.filter(isExactSum);
	const asked = new Map<string, Question>();
	const filled = new Set<string>();
	const settled = rows.map((row) => {
		if (!hasFigures(row)) return row;
		if (!row.cells.some(isBlank)) {
			for (const { measure, reading } of row.cells)
				if (reading.state === 'figure') filled.add(measure);
			return row;
		}
		const proven = proveZeros(proveZeros(row, { sums, context }), { sums, context });
		const cells = proven.cells.map((cell) => {
			if (cell.reading.state === 'figure') filled.add(cell.measure);
			if (!isBlank(cell)) return cell;
			const key = `blank:${cell.measure}`;
			if (answers[key] === 'zero') {
				return withReading(cell, { state: 'figure', value: 0n, remark: 'blank-answered-zero' });
			}
			if (answers[key] !== 'missing') asked.set(cell.measure, askAbout(cell, { key, row, asked }));
			return cell;
		});
		return { ...proven, cells };
	});
	const questions = [...asked].flatMap(([measure, question]) =>
		filled.has(measure) ? [question] : []
	);
	return { rows: settled, questions };
}

function isExactSum({ comparator, severity, over, tolerance }: Check): boolean {
	return comparator === '=' && severity === 'error' && !over && !tolerance;
}

function isBlank({ reading, cell }: CellReading): boolean {
	return reading.state === 'missing' && isBlankOrDash(cell);
}

function askAbout(
	cell: CellReading,
	{ key, row, asked }: { key: string; row: RowReading; asked: ReadonlyMap<string, Question> }
): Question {
	const before = asked.get(cell.measure);
	if (before) return { ...before, rows: (before.rows ?? 0) + 1 };
	return {
		key,
		kind: 'blank',
		params: { name: cell.name },
		choices: [{ value: 'zero' }, { value: 'missing' }],
		required: false,
		row: row.row,
		column: cell.name,
		rows: 1
	};
}

/** The row with those blank cells as zero that cannot be anything else, since a sum holds and none of them can make up for another. */
function proveZeros(
	row: RowReading,
	{ sums, context }: { sums: readonly Check[]; context: CellContext }
): RowReading {
	if (!row.cells.some(isBlank)) return row;
	const cells = new Map(row.cells.map((cell) => [cell.measure, cell]));
	const proofs = new Map<string, Record<string, string>>();
	for (const sum of sums) {
		if (mixesYearEnd(sum, { period: row.period, measures: context.measures })) continue;
		for (const measure of zerosOf(sum, cells)) proofs.set(measure, wordsOf(sum, cells));
	}
	return {
		...row,
		cells: row.cells.map((cell) => {
			const params = proofs.get(cell.measure);
			if (!params) return cell;
			return withReading(cell, { state: 'figure', value: 0n, remark: 'blank-as-zero', params });
		})
	};
}

/** The blank measures of a sum that holds without them; none where two of them could cancel each other out. */
function zerosOf({ left, right }: Check, cells: ReadonlyMap<string, CellReading>): string[] {
	const terms = [
		...left.map((term) => ({ ...splitTerm(term), side: 1n })),
		...right.map((term) => ({ ...splitTerm(term), side: -1n }))
	].map(({ measure, minus, side }) => ({
		measure,
		sign: minus ? -side : side,
		cell: cells.get(measure)
	}));
	const blanks = terms.filter(({ cell }) => cell && isBlank(cell));
	const figures = terms.flatMap(({ cell, sign }) =>
		cell?.reading.state === 'figure' ? [sign * cell.reading.value] : []
	);
	if (figures.length === 0 || figures.length + blanks.length < terms.length) return [];
	const isSum = figures.reduce((sum, value) => sum + value, 0n) === 0n;
	const oneWay = new Set(blanks.map(({ sign }) => sign)).size === 1;
	return isSum && oneWay ? blanks.map(({ measure }) => measure) : [];
}

function wordsOf(
	{ left, right }: Check,
	cells: ReadonlyMap<string, CellReading>
): Record<string, string> {
	const words = (terms: readonly string[]): string =>
		terms
			.map((term) => {
				const { measure, minus } = splitTerm(term);
				return `${minus ? '− ' : '+ '}${cells.get(measure)?.name ?? measure}`;
			})
			.join(' ')
			.replace(/^\+ /, '');
	return { left: words(left), right: words(right) };
}
