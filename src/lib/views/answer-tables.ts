import type { AnswerColumn, QueryRows } from '#lib/base/query-answer.ts';
import { cellKind, isNumeric, isQuantity } from './answer-cells.ts';
import type { AnswerChart } from './answer-chart.ts';
import type { ReportCell, ReportColumn, ReportTable } from './report.ts';
import { decimalsOf, EMPTY_CELL } from './report-cells.ts';

/** A program shows no more of a number that goes on; the number itself is whole. */
const DECIMALS = 4;
/** So many digits of a decimal a number of the machine holds. */
const DIGITS = 15;

/** The values that are drawn, as they are printed, each with the number that it is printed of. */
export function drawnTable(answer: QueryRows, chart: AnswerChart): ReportTable {
	const { x, by, y, labels, series, kind } = chart;
	const columns = [x, ...(by === undefined ? [] : [by]), y].flatMap(
		(name) => answer.columns.find((column) => column.name === name) ?? []
	);
	const isExact = columns.slice(-1).every((column) => isExactIn(answer, column));
	const rows = series.flatMap(({ name, points }) =>
		labels.flatMap((label, place) => {
			const point = points[place];
			if (!point && kind === 'line') return [];
			const value = point ? cellOf(point.text, isExact ? point.exact : undefined) : EMPTY_CELL;
			const names = by === undefined ? [label] : [label, name];
			return [{ depth: 0, cells: [...names.map((text) => ({ text })), value] }];
		})
	);
	return { caption: y, columns: columns.map(columnOf), rows };
}

/** Every row of the answer as DuckDB writes it, quantities as numbers where no digit is lost; NULL is an empty cell. */
export function wholeTable(answer: QueryRows, caption: string): ReportTable {
	const exact = answer.columns.map((column) => isExactIn(answer, column));
	return {
		caption,
		columns: answer.columns.map(columnOf),
		rows: answer.rows.map((row) => ({
			depth: 0,
			cells: answer.columns.map((_, at) => {
				const text = row[at];
				return text === undefined ? EMPTY_CELL : cellOf(text, exact[at] ? text : undefined);
			})
		}))
	};
}

function columnOf(column: AnswerColumn): ReportColumn {
	return { title: column.name, align: isNumeric(column) ? 'right' : 'left', width: 1 };
}

function cellOf(text: string, exact: string | undefined): ReportCell {
	if (exact === undefined) return { text };
	const decimals = Math.min(DECIMALS, decimalsOf(exact));
	return { text, number: { value: Number(exact), unit: 'count', decimals } };
}

/** True for quantities all of whose digits a number of the machine holds. */
function isExactIn({ columns, rows }: QueryRows, column: AnswerColumn): boolean {
	if (!isQuantity(column)) return false;
	const at = columns.indexOf(column);
	const isFloat = cellKind(column) === 'float';
	return rows.every((row) => {
		const text = row[at] ?? '0';
		return Number.isFinite(Number(text)) && (isFloat || text.replace(/\D/g, '').length <= DIGITS);
	});
}
