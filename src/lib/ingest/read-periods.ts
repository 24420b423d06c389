import type { Period } from '#lib/base/period.ts';
import type { Table, TableColumn } from './find-table.ts';
import type { Grid } from './grid.ts';
import type { TemplateHeaders } from './header-dictionary.ts';
import { readTidy, type ReadingContext } from './read-tidy.ts';
import type { CellReading, RowReading, TableReading } from './row-reading.ts';

/** Reads the rows of a tidy sheet, each of them once for each period that the columns speak of. */
export function readPeriods(
	table: Table,
	context: ReadingContext & { grid: Grid; headers: TemplateHeaders }
): TableReading {
	return withZeros(readEach(table, context), table);
}

function readEach(
	table: Table,
	context: ReadingContext & { grid: Grid; headers: TemplateHeaders }
): TableReading {
	if (table.columns.every(({ period }) => period === undefined)) return readTidy(table, context);
	const readings = tablesByPeriod(table, context.period).map((part) =>
		readTidy(part.table, { ...context, period: part.period })
	);
	return {
		rows: readings.flatMap(({ rows }) => rows).sort((a, b) => a.row - b.row),
		totals: readings.flatMap(({ totals }) => totals),
		issues: onceEach(readings.flatMap(({ issues }) => issues)),
		questions: onceEach(readings.flatMap(({ questions }) => questions))
	};
}

/** The reading with the zeros of measures that have no column, in every row that has figures; they stand beside the table. */
function withZeros(reading: TableReading, { zeros = [], columns }: Table): TableReading {
	if (zeros.length === 0) return reading;
	const beside = zeros.map(({ id, header }, at): CellReading => ({
		measure: id,
		column: columns.length + 1 + at,
		name: header,
		cell: null,
		reading: { state: 'figure', value: 0n }
	}));
	const filledRows = reading.rows.map((row): RowReading => {
		const hasFigures = row.cells.some((cell) => cell.reading.state === 'figure');
		return hasFigures ? { ...row, cells: [...row.cells, ...beside] } : row;
	});
	const filled = new Map(reading.rows.map((row, at) => [row, filledRows[at] ?? row]));
	const totals = reading.totals.map(({ total, covers }) => ({
		total,
		covers: covers.map((rows) => rows.map((row) => filled.get(row) ?? row))
	}));
	return { ...reading, rows: filledRows, totals };
}

/** A table as it stands for one period. */
interface PeriodTable {
	table: Table;
	/** Absent where neither the sheet nor the columns name one. */
	period?: Period;
}

/** The table once for each period, with its figures alone; figures whose column names none are the sheet's own. */
function tablesByPeriod(table: Table, ofSheet: Period | undefined): PeriodTable[] {
	const named = table.columns.flatMap(({ period }) => period ?? []);
	const hasOthers = table.columns.some(
		({ role, period }) => role.kind === 'measure' && period === undefined
	);
	const periods = new Set<Period | undefined>(hasOthers ? [ofSheet, ...named] : named);
	return [...periods].map((period) => {
		const columns = table.columns.map((column): TableColumn => {
			const own = column.period ?? (column.role.kind === 'measure' ? ofSheet : period);
			return own === period ? column : { ...column, role: { kind: 'unknown' } };
		});
		return { table: { ...table, columns }, ...(period && { period }) };
	});
}

function onceEach<Finding>(findings: readonly Finding[]): Finding[] {
	return [...new Map(findings.map((each) => [JSON.stringify(each), each])).values()];
}
