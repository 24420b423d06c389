import { columnLetter } from '#lib/base/cell-address.ts';
import type { Issue } from '#lib/base/issue.ts';
import type { Answers } from '#lib/base/layout.ts';
import type { Period } from '#lib/base/period.ts';
import type { UnitFinder } from '#lib/units/find-unit.ts';
import { cellIssue } from './cell-issue.ts';
import { readPeriodCell } from './find-period.ts';
import { findRowUnit, namesUnit, type RowUnit } from './find-row-unit.ts';
import { textsOf, type Table, type TableColumn } from './find-table.ts';
import type { Grid } from './grid.ts';
import type { TemplateHeaders } from './header-dictionary.ts';
import { mergeQuestions } from './merge-questions.ts';
import { hasBullet, isWithinLabel, partIssues } from './part-rows.ts';
import { RowGroups } from './row-groups.ts';
import {
	cellReader,
	hasFigures,
	type CellReading,
	type PercentReading,
	type RowReading,
	type TableReading
} from './row-reading.ts';
import {
	isPlainLabel,
	kindOf,
	linesBelow,
	placeOf,
	type Line,
	type LineKind
} from './table-line.ts';

/** What reading a table needs besides its cells. */
export interface ReadingContext {
	finder: UnitFinder;
	/** The period of rows that name none. */
	period?: Period;
	answers?: Answers;
}

/** What reading a tidy sheet needs. */
type TidyContext = ReadingContext & { grid: Grid; headers: TemplateHeaders };

/** A line as a row of figures. */
interface ReadLine {
	line: Line;
	reading: RowReading;
	/** Whose the figures are. */
	found: RowUnit;
	/** What is wrong about its unit and period. */
	findings: Issue[];
}

/** A line that is told from others. */
interface ToldLine extends ReadLine {
	kind: LineKind;
	/** The row of which a `part` is one. */
	whole?: RowReading;
}

/** Reads the rows of a tidy sheet: one unit a row, one measure a column. */
export function readTidy(table: Table, context: TidyContext): TableReading {
	const told = tellApart(table, context);
	const groups = new RowGroups();
	for (const { line, kind, reading, found } of told) {
		const { number, label } = line;
		if (kind === 'data' && !('none' in found)) groups.add(reading, number);
		if (kind === 'total') groups.addTotal(reading);
		if (kind === 'group') groups.open({ number, label, reading });
		if (kind === 'label') groups.startSection();
	}
	const { rows, totals } = groups.end();
	const numbers = new Set(rows.map(({ row }) => row));
	const ofRows = told.filter(({ line }) => numbers.has(line.row));
	const issues = [
		...namelessColumns(table, ofRows),
		...told.flatMap((each) => remarks(each, table)),
		...ofRows.flatMap(({ findings }) => findings)
	];
	const questions = ofRows.flatMap(({ found }) =>
		'issue' in found && found.question ? [found.question] : []
	);
	return { rows, totals, issues, questions: mergeQuestions(questions) };
}

/** What is told of a line that is no data. */
function remarks({ line, kind, reading, whole }: ToldLine, table: Table): Issue[] {
	if (kind === 'part' && whole && hasFigures(reading)) {
		return partIssues(reading, whole, unitColumnOf(line, table)?.name ?? '');
	}
	const isLabel = kind === 'label' || (kind === 'group' && !hasFigures(reading));
	return isLabel && !isPlainLabel(line) ? [labelSkipped(line)] : [];
}

/** Tells the lines below the header apart. */
function tellApart(table: Table, { grid, headers, ...context }: TidyContext): ToldLine[] {
	const { finder } = context;
	const readLine = lineReading(table, context);
	const lines = [...linesBelow(table, grid)];
	const header = grid.rows.slice(table.top - 1, table.header).map(textsOf);
	const unitsHaveBullets = lines.some(({ label }) => hasBullet(label) && namesUnit(label, finder));
	const ofTable = { header, headers, finder, unitsHaveBullets };
	let whole: RowReading | undefined;
	let within = false;
	let ended = false;
	let under: string | undefined;
	return lines.map((line): ToldLine => {
		const read = readLine(line, under);
		const hasWhole = whole !== undefined;
		const kind = kindOf(line, read.reading, { ...ofTable, within, ended, hasWhole });
		const told: ToldLine = { ...read, kind, ...(whole && { whole }) };
		if (['data', 'total', 'group'].includes(kind)) {
			whole = hasFigures(read.reading) ? read.reading : undefined;
		}
		const isHeading = kind === 'data' && 'unit' in read.found && !hasFigures(read.reading);
		if (kind === 'group' || kind === 'label' || isHeading) under = line.label;
		within = kind === 'part' ? within || isWithinLabel(line.label) : within && kind === 'blank';
		ended = kind === 'footer' || (ended && !['data', 'group', 'page'].includes(kind));
		return told;
	});
}

/** Makes rows of figures of the lines of a table, with what is wrong about their units and periods. */
function lineReading(
	table: Table,
	context: ReadingContext
): (line: Line, under: string | undefined) => ReadLine {
	const readCells = cellsReading(table);
	const splits = table.columns.filter(
		({ role }) => role.kind === 'attribute' && role.attribute.splitsRows
	);
	return (line, under) => {
		const { row, texts, name, code, label } = line;
		const { period, issue } = periodOf(line, table, context.period);
		const column = unitColumnOf(line, table)?.name ?? '';
		const found = findRowUnit({ name, code, row, column, period, under }, context);
		const reading: RowReading = {
			row,
			label,
			...('unit' in found && { unit: found.unit, unitBy: found.by }),
			...(period && { period }),
			split: splits.map((each) => (texts[each.column - 1] ?? '').toLowerCase()).join(' · '),
			...readCells(line)
		};
		const findings = 'issue' in found ? [found.issue] : [];
		return { line, reading, found, findings: issue ? [...findings, issue] : findings };
	};
}

/** Reads the counts and the percentages of lines. */
function cellsReading({
	columns
}: Table): (line: Line) => Pick<RowReading, 'cells' | 'percentages'> {
	const counts = columns.flatMap(({ role, column, name }) =>
		role.kind === 'measure'
			? [{ at: column - 1, read: cellReader({ measure: role.measure.id, column, name }) }]
			: []
	);
	const percents = columns.flatMap(({ role, column, name }) =>
		role.kind === 'percent' ? [{ at: column - 1, name, percent: role.percent }] : []
	);
	return ({ cells }) => ({
		cells: counts.map(({ at, read }): CellReading => read(cells[at] ?? null)),
		percentages: percents.map(({ at, name, percent }): PercentReading => ({
			name,
			cell: cells[at] ?? null,
			percent
		}))
	});
}

/** The column that a line is looked up by. */
function unitColumnOf({ code }: Line, { columns }: Table): TableColumn | undefined {
	return columns.find(({ role }) => role.kind === (code ? 'unit-code' : 'unit'));
}

/** The period that the line names itself, else that of the sheet. */
export function periodOf(
	{ row, cells, texts }: Line,
	{ columns }: Table,
	period: Period | undefined
): { period?: Period; issue?: Issue } {
	const place = placeOf(columns, 'period');
	const column = columns[place ?? -1]?.name;
	if (place === undefined || !texts[place]) {
		if (period || place === undefined) return period ? { period } : {};
		return { issue: cellIssue({ severity: 'error', code: 'row-without-period', row, column }) };
	}
	const cell = cells[place] ?? null;
	const own = readPeriodCell(cell);
	if (own) return { period: own };
	return { issue: cellIssue({ severity: 'error', code: 'period-unreadable', row, column, cell }) };
}

/** The remark that a line without figures was taken for a label. */
export function labelSkipped({ row, label }: Line): Issue {
	return cellIssue({ severity: 'info', code: 'label-skipped', row, cell: label });
}

/** Columns without a header that hold something in data rows. */
function namelessColumns({ header, columns }: Table, lines: readonly ToldLine[]): Issue[] {
	const named = new Set(
		columns.filter(({ role }) => role.kind !== 'blank').map(({ column }) => column)
	);
	const filled = new Set<number>();
	for (const {
		line: { texts }
	} of lines) {
		texts.forEach((text, at) => text && filled.add(at + 1));
	}
	return [...filled]
		.filter((column) => !named.has(column))
		.sort((a, b) => a - b)
		.map((column) => {
			const ignored = columnLetter(column);
			const params = { ignored };
			return cellIssue({
				severity: 'info',
				code: 'column-ignored',
				row: header,
				column: ignored,
				params
			});
		});
}
