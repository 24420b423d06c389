import type { Issue } from '#lib/base/issue.ts';
import type { Template } from '#lib/catalogue/catalogue.ts';
import { cellIssue } from './cell-issue.ts';
import { findRowUnit, type RowUnit, type UnitCells } from './find-row-unit.ts';
import type { Table } from './find-table.ts';
import { type MeasureFinder, measureFinder } from './measure-finder.ts';
import { mergeQuestions } from './merge-questions.ts';
import type { Question } from './question.ts';
import { labelSkipped, periodOf, type ReadingContext } from './read-tidy.ts';
import { isFooter, isTotalLabel } from './row-labels.ts';
import { readCell, type RowReading, type TableReading, type TotalReading } from './row-reading.ts';
import { type Line, placeOf } from './table-line.ts';

/** What the rows of a long sheet are read by. */
export type LongContext = ReadingContext & { templates: readonly Template[] };

/** Reads the rows of a long sheet: one figure a row, its measure named by code or by a name that only it has. */
export function readLong(
	table: Table,
	{ lines, templates, ...context }: LongContext & { lines: Iterable<Line> }
): TableReading {
	const reader = lineReader(table, { ...context, findMeasure: measureFinder(templates) });
	const rows: RowReading[] = [];
	const totals: TotalReading[] = [];
	const issues: Issue[] = [];
	const questions: Question[] = [];
	let ended = false;
	for (const line of lines) {
		const without = reader.isWithoutFigure(line);
		ended = without && (ended || isFooter(line.texts));
		if (without) {
			if (line.label && !ended) issues.push(labelSkipped(line));
			continue;
		}
		const { reading, found, findings } = reader.read(line);
		if (isTotalLabel(line.label)) {
			totals.push({ total: reading, covers: [rows] });
		} else if (!('none' in found)) {
			if ('issue' in found && found.question) questions.push(found.question);
			rows.push(reading);
			issues.push(...findings);
		}
	}
	return { rows, totals, issues, questions: mergeQuestions(questions) };
}

/** Reads the lines of one table, whose columns are looked up once. */
interface LineReader {
	read(line: Line): { reading: RowReading; found: RowUnit; findings: Issue[] };
	/** True for a line that names neither a measure nor a value: blank, a label, or a footer. */
	isWithoutFigure(line: Line): boolean;
}

const NO_PERCENTAGES: RowReading['percentages'] = [];

function lineReader(
	table: Table,
	{ findMeasure, period: ofSheet, ...context }: ReadingContext & { findMeasure: MeasureFinder }
): LineReader {
	const { columns } = table;
	const names = columns.map(({ name }) => name);
	const [measureAt, valueAt] = (['measure-name', 'value'] as const).map((kind) =>
		placeOf(columns, kind)
	);
	const [codeAt, nameAt] = (['unit-code', 'unit'] as const).map((kind) => placeOf(columns, kind));
	const value = { column: (valueAt ?? 0) + 1, name: names[valueAt ?? 0] ?? '' };
	const unitOf = unitReader(context);
	return {
		isWithoutFigure: ({ texts }) =>
			(measureAt === undefined || !texts[measureAt]) && (valueAt === undefined || !texts[valueAt]),
		read(line) {
			const { row, cells, texts, name, code, label } = line;
			const { period, issue } = periodOf(line, table, ofSheet);
			const column = names[(code ? codeAt : nameAt) ?? -1] ?? '';
			const found = unitOf({ name, code, row, column, period });
			const named = texts[measureAt ?? 0] ?? '';
			const measure = findMeasure(named);
			const cell = cells[value.column - 1] ?? null;
			const reading: RowReading = {
				row,
				label,
				...('unit' in found && { unit: found.unit, unitBy: found.by }),
				...(period && { period }),
				split: '',
				cells: [readCell({ measure: measure ?? '', ...value, cell })],
				percentages: NO_PERCENTAGES
			};
			const findings = 'issue' in found ? [found.issue] : [];
			if (issue) findings.push(issue);
			if (measure === undefined) {
				const place = { row, column: names[measureAt ?? 0], cell: named };
				findings.push(cellIssue({ severity: 'error', code: 'unknown-measure', ...place }));
			}
			return { reading, found, findings };
		}
	};
}

/** Finds the unit of a row; the rows of a unit mostly stand together, and it is looked up for the first of them. */
function unitReader(context: Parameters<typeof findRowUnit>[1]): (cells: UnitCells) => RowUnit {
	let before: { cells: UnitCells; found: RowUnit } | undefined;
	return (cells) => {
		const isSame =
			before?.cells.code === cells.code &&
			before.cells.name === cells.name &&
			before.cells.period === cells.period;
		if (isSame && before && 'unit' in before.found) return before.found;
		before = { cells, found: findRowUnit(cells, context) };
		return before.found;
	};
}
