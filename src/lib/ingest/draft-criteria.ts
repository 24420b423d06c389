import type { Issue } from '#lib/base/issue.ts';
import type { Answers } from '#lib/base/layout.ts';
import { kindOf, lastQuarterOf, type Period, yearBefore } from '#lib/base/period.ts';
import type { Catalogue } from '#lib/catalogue/catalogue.ts';
import { measuresOf } from '#lib/catalogue/find-in-catalogue.ts';
import { cellIssue } from './cell-issue.ts';
import { checkFormRows, checkFormSums, withoutBalance } from './check-form.ts';
import { emptyDraft, type TableDraft } from './draft-table.ts';
import type { MatchedUnit, Matches } from './draft.ts';
import type { CriteriaTable } from './find-criteria.ts';
import { findRowUnit } from './find-row-unit.ts';
import type { Table } from './find-table.ts';
import { findTitleBody } from './find-title-body.ts';
import type { Grid } from './grid.ts';
import { headerKey } from './header-key.ts';
import type { Question } from './question.ts';
import { entriesInPlace, figureColumns, inPlace, readFormColumn } from './read-criteria.ts';
import type { RowReading } from './row-reading.ts';
import { settleCells } from './settle-cells.ts';
import { settlePeriod } from './settle-period.ts';
import { settleRows } from './settle-rows.ts';
import type { UnitDirectory } from './unit-directory.ts';
import { watchAnswers } from './used-answers.ts';

/** A form of one unit, and what is needed to understand it. */
export interface DraftCriteriaOptions {
	found: CriteriaTable;
	grid: Grid;
	catalogue: Catalogue;
	directory: UnitDirectory;
	/** The analyst's word for the period. */
	period?: Period;
	/** What is said of this file: whose form it is differs from one to the next. */
	answers: Answers;
}

/** What a form of one unit would bring: its figures of this period, and those of the year before beside them. */
export function draftCriteria(options: DraftCriteriaOptions): TableDraft {
	const { found, grid, catalogue, directory } = options;
	const template = catalogue.templates.find(({ id }) => id === found.form.template);
	if (!template) throw new Error(`the catalogue has no sheet ${found.form.template}`);
	const { answers, used } = watchAnswers(options.answers);
	const table = tableOf(found);
	const ofSheet = settlePeriod(grid, table, options.period);
	const quarter = quarterDoubt(ofSheet.period, { found, answers });
	const period = quarter.issues.length > 0 ? undefined : ofSheet.period;
	const body = bodyOf(found, { grid, table, directory, answers });
	const columns = figureColumns(found).map((column, at) => {
		const own = period && (at === 0 ? period : yearBefore(period));
		const turned = readFormColumn({ found, grid, column });
		return ofBody({ ...turned, ...(own && { period: own }) }, { found, body, directory });
	});
	const settled = settleCells(
		{ rows: columns.map(({ row }) => row), totals: [], issues: [], questions: [] },
		{
			table: { ...table, template: { ...template, checks: found.form.checks } },
			answers,
			measures: measuresOf(catalogue)
		}
	);
	const context = { found, table, template, catalogue };
	const beside = checkFormRows(found, grid, period);
	const grave = beside.some(({ severity }) => severity === 'error');
	const { compared, ...drafted } = settleRows(
		{ ...settled, rows: settled.rows.map((row) => measuresAlone(row, grave)) },
		{
			table: { ...table, template: withoutBalance(context) },
			catalogue,
			tree: directory.tree,
			issues: checkFormSums(settled.rows, context)
		}
	);
	const about = [...ofSheet.issues, ...quarter.issues, ...body.issues, ...beside];
	const ofUnits = columns.flatMap(({ issues }) => issues);
	const issues = [
		...about,
		...ofUnits,
		...lastYearToo(found, period),
		...drafted.issues.map((issue) => inPlace(issue, found))
	];
	const questions = settled.questions.map((question) => inPlace(question, found));
	return {
		...emptyDraft(),
		...drafted,
		template: template.id,
		entries: entriesInPlace(drafted.entries),
		issues: issues.toSorted((a, b) => (a.row ?? 0) - (b.row ?? 0)),
		questions: [...quarter.questions, ...body.questions, ...questions],
		answers: used(),
		matches: { ...matchesOf(found, period), units: body.units, totals: compared }
	};
}

/** The form as a table without columns of its own: its rows are turned. */
function tableOf({ top, header, rows }: CriteriaTable): Table {
	const titles = Array.from({ length: top - 1 }, (_, at) => at + 1);
	return { titles, top, header, end: rows.at(-1)?.row ?? header, columns: [] };
}

/** Whose form it is. */
interface Body {
	code?: string;
	units: MatchedUnit[];
	issues: Issue[];
	questions: Question[];
}

/**
 * The unit that the analyst names, else the title; without either an error, and a question that lifts it. A unit above
 * others may only be the one that the form is sent to, so that it is proposed and not taken.
 */
function bodyOf(
	{ header }: CriteriaTable,
	{
		grid,
		table,
		directory,
		answers
	}: { grid: Grid; table: Table; directory: UnitDirectory; answers: Answers }
): Body {
	const match = answers.body === undefined ? undefined : directory.finder(answers.body);
	const answered = match?.kind === 'found' ? match.unit.code : undefined;
	const titled = findTitleBody(grid, table, directory.finder);
	const isAbove = directory.tree.units.some(({ parent }) => parent === titled);
	const code = answered ?? (isAbove ? undefined : titled);
	if (code !== undefined) {
		const by = answered === undefined ? 'name' : 'answer';
		return {
			code,
			units: [{ row: header, text: code, unit: code, by }],
			issues: [],
			questions: []
		};
	}
	const unit = titled === undefined ? undefined : directory.tree.find(titled);
	const choices = unit ? [{ value: unit.code, label: unit.name, why: 'exact' }] : [];
	const question: Question = { key: 'body', kind: 'body', params: {}, choices, required: true };
	const issue = cellIssue({ severity: 'error', code: 'no-body', row: header });
	return { units: [], issues: [issue], questions: [question] };
}

/** The row with its unit, as it exists in the row's period. */
function ofBody(
	row: RowReading,
	{ found, body, directory }: { found: CriteriaTable; body: Body; directory: UnitDirectory }
): { row: RowReading; issues: Issue[] } {
	const { code, units } = body;
	if (code === undefined) return { row, issues: [] };
	const { finder } = directory;
	const cells = { name: '', code, row: found.header, column: row.label, period: row.period };
	const unit = findRowUnit(cells, { finder });
	if (!('unit' in unit)) return { row, issues: 'issue' in unit ? [unit.issue] : [] };
	return { row: { ...row, unit: unit.unit, unitBy: units[0]?.by ?? 'name' }, issues: [] };
}

/** The row without the form's own sums; without a unit where the form is refused. */
function measuresAlone({ unit, ...row }: RowReading, isRefused: boolean): RowReading {
	const cells = row.cells.filter(({ measure }) => !measure.startsWith('form.'));
	return { ...row, cells, ...(unit !== undefined && !isRefused && { unit }) };
}

/** From the second quarter on a form may speak of the quarter alone, whose figures the sheet has no place for. */
function quarterDoubt(
	period: Period | undefined,
	{ found, answers }: { found: CriteriaTable; answers: Answers }
): { issues: Issue[]; questions: Question[] } {
	const isClear = !period || kindOf(period) !== 'quarter' || lastQuarterOf(period) === 1;
	const group = found.form.groups.find(({ rows }) => rows.length > 0);
	const measure = group?.rows[0]?.measure ?? '';
	const key = `cumulative:${measure}`;
	if (isClear || answers[key] === 'cumulative') return { issues: [], questions: [] };
	const name = found.rows.find(({ id }) => id === measure)?.label ?? '';
	const choices = [{ value: 'cumulative' }, { value: 'in-period' }];
	const question: Question = {
		...{ key, kind: 'cumulative', params: { name }, choices },
		required: answers[key] === undefined
	};
	const issue = cellIssue({ severity: 'error', code: 'form-of-quarter', row: found.header });
	return { issues: [issue], questions: answers[key] === undefined ? [question] : [] };
}

function lastYearToo({ yearBefore: column, header }: CriteriaTable, period?: Period): Issue[] {
	if (!column || !period) return [];
	const params = { periodBefore: yearBefore(period) };
	const place = { row: header, column: column.name };
	return [cellIssue({ severity: 'info', code: 'last-year-too', ...place, params })];
}

function matchesOf(
	{ header, label, current, yearBefore: before, percent }: CriteriaTable,
	period?: Period
): Pick<Matches, 'header' | 'headers' | 'columns'> {
	const by = 'synonym' as const;
	const columns = [
		{ ...label, carries: 'measure-name', by },
		{ ...current, carries: 'value', by, ...(period && { period }) },
		...(before
			? [{ ...before, carries: 'value', by, ...(period && { period: yearBefore(period) }) }]
			: []),
		...(percent ? [{ ...percent, carries: 'percent', by }] : [])
	].map(({ name, ...column }) => ({ ...column, header: name }));
	return { header, headers: columns.map((column) => headerKey(column.header)), columns };
}
