import { groupBy } from '#lib/base/group-by.ts';
import type { Issue } from '#lib/base/issue.ts';
import { lastDayOf, type IsoDate, type Period } from '#lib/base/period.ts';
import { progressMeasure, type ProgressPart } from '#lib/base/progress.ts';
import { foldKey } from '#lib/base/fold.ts';
import type { UnitTree } from '#lib/units/unit-tree.ts';
import { cellIssue } from './cell-issue.ts';
import { findRowUnit, type RowUnit } from './find-row-unit.ts';
import { progressPlace } from './find-progress.ts';
import type { Table } from './find-table.ts';
import type { Grid } from './grid.ts';
import { mergeQuestions } from './merge-questions.ts';
import {
	type ProgressCell,
	type ProgressReading,
	readProgressDay,
	readProgressDone,
	readProgressPlan,
	readProgressState,
	readProgressThreshold
} from './progress-cells.ts';
import type { ProgressCodes } from './progress-codes.ts';
import type { ProgressColumn } from './progress-columns.ts';
import type { Choice, Question } from './question.ts';
import { labelSkipped, periodOf, type ReadingContext } from './read-tidy.ts';
import { isFooter, isIndexRow } from './row-labels.ts';
import type { CellReading, RowReading, TableReading } from './row-reading.ts';
import { isPlainLabel, linesBelow, placeOf, type Line } from './table-line.ts';

/** What reading a sheet B8 needs. */
export interface ProgressContext extends ReadingContext {
	grid: Grid;
	codes: ProgressCodes;
	tree: UnitTree;
	/** Days after it are refused; none are where it is absent. */
	today?: IsoDate;
}

const PARTS: readonly ProgressPart[] = ['plan', 'done', 'state', 'day'];
/** What analysts call the topmost unit, without its name. */
const TOPMOST = new Set(
	['thành phố', 'toàn thành phố', 'tp', 'tỉnh', 'toàn tỉnh', 'thành ủy', 'tỉnh ủy', 'city']
		.concat(['đảng bộ thành phố', 'đảng bộ tỉnh', 'toàn đảng bộ', 'toàn đảng bộ thành phố'])
		.map(foldKey)
);

/**
 * The rows of a sheet B8, each with its plan, what is done, its state and its day under measures of its code. Rows that
 * have a code and nothing filled in are left out and counted in one remark.
 */
export function readProgressRows(table: Table, context: ProgressContext): TableReading {
	const reader = rowReader(table, context);
	const rows: RowReading[] = [];
	const issues: Issue[] = [];
	const questions: Question[] = [];
	let untouched = 0;
	for (const line of linesBelow(table, context.grid)) {
		const kind = reader.kindOf(line);
		if (kind === 'footer') break;
		if (kind === 'untouched') untouched += 1;
		if (kind === 'label') issues.push(labelSkipped({ ...line, label: reader.labelOf(line) }));
		if (kind !== 'data') continue;
		const { reading, found, findings } = reader.read(line);
		if ('none' in found) continue;
		if ('issue' in found && found.question) questions.push(found.question);
		rows.push(reading);
		issues.push(...findings);
	}
	if (untouched > 0) {
		const params = { count: untouched };
		issues.push(
			cellIssue({ severity: 'info', code: 'progress-untouched', row: table.header, params })
		);
	}
	return { rows, totals: [], issues: oncePerPlan(issues), questions: mergeQuestions(questions) };
}

/** What is told of plans in words, once for each: a sheet says the same of many units. */
function oncePerPlan(issues: readonly Issue[]): Issue[] {
	const alike = groupBy(
		issues.filter(({ code }) => code === 'progress-plan-words'),
		({ value }) => value
	);
	return issues.flatMap((issue) => {
		if (issue.code !== 'progress-plan-words') return [issue];
		const same = alike.get(issue.value) ?? [];
		return same[0] === issue ? [{ ...issue, params: { count: same.length } }] : [];
	});
}

type LineKind = 'blank' | 'footer' | 'label' | 'untouched' | 'data';

interface ProgressReader {
	kindOf(line: Line): LineKind;
	/** What a line without a code calls itself. */
	labelOf(line: Line): string;
	read(line: Line): { reading: RowReading; found: RowUnit; findings: Issue[] };
}

function rowReader(table: Table, context: ProgressContext): ProgressReader {
	const { columns } = table;
	const header = columns.map(({ name }) => name);
	const textOf = ({ texts }: Line, part: ProgressColumn): string =>
		texts[progressPlace(columns, part) ?? -1] ?? '';
	const isFilled = (line: Line): boolean => PARTS.some((part) => textOf(line, part) !== '');
	const labelOf = (line: Line): string =>
		textOf(line, 'content') ||
		textOf(line, 'code') ||
		line.label ||
		(line.texts.find((text) => text !== '') ?? '');
	return {
		labelOf,
		kindOf(line) {
			const { texts } = line;
			const code = textOf(line, 'code');
			if (texts.every((text) => text === '')) return 'blank';
			if (isIndexRow(texts) || texts.every((text, at) => text === '' || text === header[at]))
				return 'blank';
			if (isFilled(line) && (code !== '' || line.name !== '')) return 'data';
			if (context.codes.find(code) !== undefined) return 'untouched';
			if (isFooter(texts)) return 'footer';
			return isPlainLabel({ ...line, label: labelOf(line) }) ? 'blank' : 'label';
		},
		read: (line) => readRow(line, { table, ...context })
	};
}

function readRow(
	line: Line,
	{ table, ...context }: ProgressContext & { table: Table }
): { reading: RowReading; found: RowUnit; findings: Issue[] } {
	const { row, name, code: unitCode, label } = line;
	const { period, issue } = periodOf(line, table, context.period);
	const nameAt = placeOf(table.columns, unitCode ? 'unit-code' : 'unit');
	const column = table.columns[nameAt ?? -1]?.name ?? '';
	const named = findRowUnit({ name, code: unitCode, row, column, period }, context);
	const found = withTopmost(named, { name, period, tree: context.tree });
	const code = readCode(line, { table, codes: context.codes });
	const { cells, issues } = readParts(line, { table, ...context, code: code.code });
	const reading: RowReading = {
		row,
		label,
		...('unit' in found && { unit: found.unit, unitBy: found.by }),
		...(period && { period }),
		split: '',
		cells,
		percentages: []
	};
	const ofUnit = 'issue' in found ? [found.issue] : [];
	const findings = [...ofUnit, ...(issue ? [issue] : []), ...code.issues, ...issues];
	return { reading, found, findings };
}

/** The question which unit is meant, with the topmost one proposed first where the text calls it so. */
function withTopmost(
	found: RowUnit,
	{ name, period, tree }: { name: string; period?: Period; tree: UnitTree }
): RowUnit {
	if (!('question' in found) || !found.question || period === undefined) return found;
	const { choices } = found.question;
	const roots = TOPMOST.has(foldKey(name)) ? tree.rootsOn(lastDayOf(period)) : [];
	const topmost = roots.map((unit): Choice => {
		return { value: unit.code, label: unit.name, why: 'topmost' };
	});
	const others = choices.filter(({ value }) => roots.every(({ code }) => code !== value));
	return { ...found, question: { ...found.question, choices: [...topmost, ...others] } };
}

function readCode(
	{ row, texts }: Line,
	{ table, codes }: { table: Table; codes: ProgressCodes }
): { code: string; issues: Issue[] } {
	const at = progressPlace(table.columns, 'code') ?? -1;
	const [text, column] = [texts[at] ?? '', table.columns[at]?.name];
	const place = { severity: 'error', row, column } as const;
	if (text === '') return { code: '', issues: [cellIssue({ ...place, code: 'progress-no-code' })] };
	const code = codes.find(text);
	if (code !== undefined) return { code, issues: [] };
	const similar = codes.nearest(text).join('; ');
	const params = similar ? { params: { similar } } : {};
	const issue = cellIssue({ ...place, code: 'progress-unknown-code', cell: text, ...params });
	return { code: '', issues: [issue] };
}

/** The four parts of a row that are kept; a part without a column says nothing. */
function readParts(
	{ row, cells, texts }: Line,
	{ table, code, codes, today }: ProgressContext & { table: Table; code: string }
): { cells: CellReading[]; issues: Issue[] } {
	const placeOfPart = (part: ProgressPart): ProgressCell & { at: number } => {
		const at = progressPlace(table.columns, part) ?? -1;
		const column = table.columns[at]?.name ?? '';
		return { cell: cells[at] ?? null, text: texts[at] ?? '', row, column, at };
	};
	const place = {
		plan: placeOfPart('plan'),
		done: placeOfPart('done'),
		state: placeOfPart('state'),
		day: placeOfPart('day')
	};
	const plan = codes.isExternal(code)
		? readProgressThreshold(place.plan)
		: readProgressPlan(place.plan);
	const read: Record<ProgressPart, ProgressReading> = {
		plan,
		done: readProgressDone(place.done, plan.reading),
		state: readProgressState(place.state),
		day: readProgressDay(place.day, today)
	};
	const ofParts = PARTS.filter((part) => place[part].at >= 0);
	return {
		cells: ofParts.map((part) => ({
			measure: progressMeasure(code, part),
			column: place[part].at + 1,
			name: place[part].column,
			cell: place[part].cell,
			reading: read[part].reading
		})),
		issues: ofParts.flatMap((part) => read[part].issue ?? [])
	};
}
