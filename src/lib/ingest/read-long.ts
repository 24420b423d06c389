import { cleanText } from '#lib/base/fold.ts';
import type { Issue } from '#lib/base/issue.ts';
import type { Template } from '#lib/catalogue/catalogue.ts';
import { cellIssue } from './cell-issue.ts';
import { findRowUnit, type RowUnit } from './find-row-unit.ts';
import type { Table } from './find-table.ts';
import type { Grid } from './grid.ts';
import { headerKey } from './header-key.ts';
import { mergeQuestions } from './merge-questions.ts';
import type { Question } from './question.ts';
import { labelSkipped, periodOf, type ReadingContext } from './read-tidy.ts';
import { isFooter, isTotalLabel } from './row-labels.ts';
import { readCell, type RowReading, type TableReading, type TotalReading } from './row-reading.ts';
import { linesBelow, placeOf, type Line } from './table-line.ts';

/** Reads the rows of a long sheet: one figure a row, its measure named by code or by a name that only it has. */
export function readLong(
	table: Table,
	{ grid, templates, ...context }: ReadingContext & { grid: Grid; templates: readonly Template[] }
): TableReading {
	const findMeasure = measureFinder(templates);
	const rows: RowReading[] = [];
	const totals: TotalReading[] = [];
	const issues: Issue[] = [];
	const questions: Question[] = [];
	let ended = false;
	for (const line of linesBelow(table, grid)) {
		const without = isWithoutFigure(line, table);
		ended = without && (ended || isFooter(line.texts));
		if (without) {
			if (line.label && !ended) issues.push(labelSkipped(line));
			continue;
		}
		const { reading, found, findings } = readLine(line, table, { ...context, findMeasure });
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

type MeasureFinder = (text: string) => string | undefined;

/** Finds a measure by its code, or by a header or name that no other measure has. */
function measureFinder(templates: readonly Template[]): MeasureFinder {
	const byKey = new Map<string, string | undefined>();
	const measures = templates.flatMap((template) => template.measures);
	for (const { id, name, header } of measures) {
		for (const key of new Set([name.vi, name.en, header].map(headerKey))) {
			byKey.set(key, byKey.has(key) ? undefined : id);
		}
	}
	const ids = new Set(measures.map(({ id }) => id));
	return (text) => {
		const code = text.toLowerCase();
		return ids.has(code) ? code : byKey.get(headerKey(text));
	};
}

function readLine(
	line: Line,
	table: Table,
	{ findMeasure, period: ofSheet, ...context }: ReadingContext & { findMeasure: MeasureFinder }
): { reading: RowReading; found: RowUnit; findings: Issue[] } {
	const { row, cells, name, code, label } = line;
	const { period, issue } = periodOf(line, table, ofSheet);
	const column = table.columns.find(({ role }) => role.kind === (code ? 'unit-code' : 'unit'));
	const found = findRowUnit({ name, code, row, column: column?.name ?? '', period }, context);
	const measureAt = placeOf(table.columns, 'measure-name') ?? 0;
	const valueAt = placeOf(table.columns, 'value') ?? 0;
	const named = cleanText(String(cells[measureAt] ?? ''));
	const measure = findMeasure(named);
	const value = { column: valueAt + 1, name: table.columns[valueAt]?.name ?? '' };
	const reading: RowReading = {
		row,
		label,
		...('unit' in found && { unit: found.unit, unitBy: found.by }),
		...(period && { period }),
		split: '',
		cells: [readCell({ measure: measure ?? '', ...value, cell: cells[valueAt] ?? null })],
		percentages: []
	};
	const findings = 'issue' in found ? [found.issue] : [];
	if (issue) findings.push(issue);
	if (measure === undefined) {
		const place = { row, column: table.columns[measureAt]?.name, cell: named };
		findings.push(cellIssue({ severity: 'error', code: 'unknown-measure', ...place }));
	}
	return { reading, found, findings };
}

/** True for a line that names neither a measure nor a value: blank, a label, or a footer. */
function isWithoutFigure({ texts }: Line, { columns }: Table): boolean {
	return (['measure-name', 'value'] as const).every((kind) => {
		const place = placeOf(columns, kind);
		return place === undefined || !texts[place];
	});
}
