import type { Answers } from '#lib/base/layout.ts';
import type { CellContext, SettledCells } from './cell-context.ts';
import type { Question } from './question.ts';
import {
	withReading,
	type CellReading,
	type RowReading,
	type TableReading
} from './row-reading.ts';
import { settleBlanks } from './settle-blanks.ts';
import { isPercentage, settlePercentages } from './settle-percentages.ts';

/** The reading with cells that could be several things settled, by its own sums or the analyst's answers. */
export function settleCells(reading: TableReading, context: CellContext): TableReading {
	const commas = settleCommas(reading.rows, context);
	const percentages = settlePercentages(commas.rows, context);
	const { rows, questions } = settleBlanks(percentages.rows, context);
	const stated = settleCommas(
		reading.totals.map(({ total }) => total),
		context
	);
	const renew = renewer(reading.rows, rows);
	return {
		...reading,
		rows,
		totals: reading.totals.map(({ total, covers }, at) => ({
			total: withoutTaken(stated.rows[at] ?? total, context),
			covers: covers.map(renew)
		})),
		questions: [...reading.questions, ...commas.questions, ...percentages.questions, ...questions]
	};
}

/** Gives a set of rows as they are after settling, the same set for the same set. */
function renewer(
	before: readonly RowReading[],
	after: readonly RowReading[]
): (rows: readonly RowReading[]) => readonly RowReading[] {
	let settled: Map<RowReading, RowReading> | undefined;
	const sets = new Map<readonly RowReading[], readonly RowReading[]>();
	return (rows) => {
		settled ??= new Map(before.map((row, at) => [row, after[at] ?? row]));
		const known = settled;
		const renewed = sets.get(rows) ?? rows.map((row) => known.get(row) ?? row);
		sets.set(rows, renewed);
		return renewed;
	};
}

/** A total without its percentages in columns whose counts are worked out from percentages: they are no sums. */
function withoutTaken(total: RowReading, { answers }: CellContext): RowReading {
	const cells = total.cells.map((cell) =>
		isPercentage(cell) && answers[`percent:${cell.measure}`] === 'take'
			? withReading(cell, { state: 'missing' })
			: cell
	);
	return { ...total, cells };
}

/** "1,234" as the analyst reads it: by thousands, or as a decimal; asked once a sheet. */
function settleCommas(rows: readonly RowReading[], { answers }: CellContext): SettledCells {
	let first: { row: number; cell: CellReading } | undefined;
	let count = 0;
	const settled = rows.map((row) => {
		const doubtful = row.cells.find(isAmbiguous);
		if (!doubtful) return row;
		first ??= { row: row.row, cell: doubtful };
		count += 1;
		return { ...row, cells: row.cells.map((cell) => readComma(cell, answers)) };
	});
	if (!first || answers.comma === 'thousands' || answers.comma === 'decimal') {
		return { rows: settled, questions: [] };
	}
	const question: Question = {
		key: 'comma',
		kind: 'comma',
		params: { text: String(first.cell.cell) },
		choices: [{ value: 'thousands' }, { value: 'decimal' }],
		required: true,
		row: first.row,
		column: first.cell.name,
		rows: count
	};
	return { rows: settled, questions: [question] };
}

function isAmbiguous({ reading }: CellReading): boolean {
	return reading.state === 'unreadable' && reading.fault === 'ambiguous-number';
}

function readComma(cell: CellReading, answers: Answers): CellReading {
	const { reading } = cell;
	if (reading.state !== 'unreadable' || reading.fault !== 'ambiguous-number') return cell;
	if (answers.comma === 'decimal') {
		return withReading(cell, { state: 'unreadable', fault: 'percentage' });
	}
	if (answers.comma !== 'thousands' || !reading.params?.plain) return cell;
	const value = BigInt(reading.params.plain);
	return withReading(cell, { state: 'figure', value, remark: 'comma-thousands' });
}
