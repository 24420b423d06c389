import type { Issue } from '#lib/base/issue.ts';
import type { Answers } from '#lib/base/layout.ts';
import type { Period } from '#lib/base/period.ts';
import type { UnitFinder } from '#lib/units/find-unit.ts';
import { cellIssue } from './cell-issue.ts';
import { readPeriodCell } from './find-period.ts';
import { findRowUnit, type RowUnit } from './find-row-unit.ts';
import { textsOf, type Table } from './find-table.ts';
import type { Grid } from './grid.ts';
import type { TemplateHeaders } from './header-dictionary.ts';
import { columnLetter } from './header-key.ts';
import { mergeQuestions } from './merge-questions.ts';
import type { Question } from './question.ts';
import { isSubtotalLabel } from './row-labels.ts';
import {
	cellIssues,
	readCell,
	type RowReading,
	type TableReading,
	type TotalReading
} from './row-reading.ts';
import { isPlainLabel, kindOf, linesBelow, placeOf, type Line } from './table-line.ts';

/** What reading a table needs besides its cells. */
export interface ReadingContext {
	finder: UnitFinder;
	/** The period of rows that name none. */
	period?: Period;
	answers?: Answers;
}

/** Reads the rows of a tidy sheet: one unit a row, one measure a column. */
export function readTidy(
	table: Table,
	{ grid, headers, ...context }: ReadingContext & { grid: Grid; headers: TemplateHeaders }
): TableReading {
	const rows: RowReading[] = [];
	const totals: TotalReading[] = [];
	const issues: Issue[] = [];
	const questions: Question[] = [];
	const header = grid.rows.slice(table.top - 1, table.header).map(textsOf);
	const dataLines: Line[] = [];
	let ended = false;
	let groupStart = 0;
	for (const line of linesBelow(table, grid)) {
		const { reading, found, findings } = readLine(line, table, context);
		const kind = kindOf(line, reading, { header, headers, finder: context.finder, ended });
		if (kind === 'data') {
			if ('none' in found) continue;
			if ('issue' in found && found.question) questions.push(found.question);
			rows.push(reading);
			dataLines.push(line);
			issues.push(...findings, ...cellIssues(reading));
		} else if (kind === 'total') {
			const ofGroup = isSubtotalLabel(line.label);
			totals.push({ total: reading, covers: ofGroup ? rows.slice(groupStart) : rows });
			issues.push(...cellIssues(reading).filter(({ severity }) => severity === 'error'));
			if (ofGroup) groupStart = rows.length;
		} else if (kind === 'label') {
			groupStart = rows.length;
			if (!isPlainLabel(line)) issues.push(labelSkipped(line));
		}
		ended = kind === 'footer' || (ended && kind !== 'data');
	}
	return {
		rows,
		totals,
		issues: [...namelessColumns(table, dataLines), ...issues],
		questions: mergeQuestions(questions)
	};
}

/** A line as a row of figures, with what is wrong about its unit and period. */
function readLine(
	line: Line,
	table: Table,
	context: ReadingContext
): { reading: RowReading; found: RowUnit; findings: Issue[] } {
	const { row, cells, texts, name, code, label } = line;
	const { period, issue } = periodOf(line, table, context.period);
	const unitColumn = table.columns.find(({ role }) => role.kind === (code ? 'unit-code' : 'unit'));
	const place = { name, code, row, column: unitColumn?.name ?? '', period };
	const found = findRowUnit(place, context);
	const reading: RowReading = {
		row,
		label,
		...('unit' in found && { unit: found.unit, unitBy: found.by }),
		...(period && { period }),
		split: table.columns
			.filter(({ role }) => role.kind === 'attribute' && role.attribute.splitsRows)
			.map(({ column }) => (texts[column - 1] ?? '').toLowerCase())
			.join(' · '),
		cells: table.columns.flatMap(({ role, column, name: header }) =>
			role.kind === 'measure'
				? [
						readCell({
							measure: role.measure.id,
							column,
							name: header,
							cell: cells[column - 1] ?? null
						})
					]
				: []
		),
		percentages: table.columns.flatMap(({ role, column, name: header }) =>
			role.kind === 'percent'
				? [{ name: header, cell: cells[column - 1] ?? null, percent: role.percent }]
				: []
		)
	};
	const findings = 'issue' in found ? [found.issue] : [];
	return { reading, found, findings: issue ? [...findings, issue] : findings };
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
function namelessColumns({ header, columns }: Table, lines: readonly Line[]): Issue[] {
	const named = new Set(
		columns.filter(({ role }) => role.kind !== 'blank').map(({ column }) => column)
	);
	const filled = new Set<number>();
	for (const { texts } of lines) {
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
