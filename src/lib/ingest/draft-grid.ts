import type { IsoDate, Period } from '#lib/base/period.ts';
import type { Issue } from '#lib/base/issue.ts';
import type { Answers, Layout } from '#lib/base/layout.ts';
import type { Catalogue } from '#lib/catalogue/catalogue.ts';
import { productCriteriaForms } from '#lib/catalogue/criteria-forms.ts';
import type { LineageEvent } from '#lib/units/lineage.ts';
import type { Unit } from '#lib/units/unit.ts';
import { MOST } from './bounds.ts';
import { cellIssue } from './cell-issue.ts';
import { ROWS_OF_A_CROWD, tooManyNames } from './check-names.ts';
import { type Correction, correctGrid } from './correct-grid.ts';
import { draftCriteria } from './draft-criteria.ts';
import { draftProgress } from './draft-progress.ts';
import { draftTable, emptyDraft, type TableDraft } from './draft-table.ts';
import type { Draft } from './draft.ts';
import type { Figures } from './figures.ts';
import { findCriteria } from './find-criteria.ts';
import { findPeople } from './find-people.ts';
import { findProgress } from './find-progress.ts';
import { findTables } from './find-tables.ts';
import type { Grid } from './grid.ts';
import { headerDictionary } from './header-dictionary.ts';
import { settleLegacyText } from './legacy-text.ts';
import type { Question } from './question.ts';
import { rememberedAnswers } from './remembered-answers.ts';
import { isBlank } from './row-labels.ts';
import { settleHidden } from './settle-hidden.ts';
import { proposingFor, unitDirectory } from './unit-directory.ts';
import { watchAnswers } from './used-answers.ts';

const LEGACY_TEXT = 'legacy-text';

/** What every sheet of a file is understood by. */
export interface DraftContext {
	catalogue: Catalogue;
	units: readonly Unit[];
	/** What became of units: a sheet may name a unit as it was or will be called. */
	lineage?: readonly LineageEvent[];
	/** What was settled for earlier files. */
	layouts?: readonly Layout[];
	/** The analyst's word for the period; needed where the sheet names none. */
	period?: Period;
	/** What the analyst says to the questions; goes before what a layout remembers. */
	answers?: Answers;
	/** The figures in force, or those of other files: what figures of one quarter alone are added to. */
	beside?: Figures;
	/** The day in Viet Nam: what B8 says of a later one is refused; nothing is where it is absent. */
	today?: IsoDate;
}

/** A grid, whose file it is from, and what is needed to understand it. */
export interface DraftGridOptions extends DraftContext {
	grid: Grid;
	/** The file's name. */
	file: string;
	/** SHA-256 of the file's bytes, hexadecimal. */
	sha256: string;
	/** What the analyst writes over cells of this sheet. */
	corrections?: readonly Correction[];
}

/**
 * What a grid would bring if it were committed: a draft a table, one without entries where there is no table. Faults in
 * the data are issues of the drafts; nothing is thrown.
 */
export function draftGrid(options: DraftGridOptions): Draft[] {
	const { file, sha256, catalogue, units, period, answers = {}, layouts = [] } = options;
	const { beside, today } = options;
	const { grid, ...ofSheet } = settleSheet(options);
	const about = { file, sha256, ...(grid.sheet !== undefined && { sheet: grid.sheet }) };
	const directory = proposingFor(unitDirectory(units, options.lineage), MOST.suggestions);
	const said = { answers, period, layouts };
	const progress = findProgress(grid, catalogue.templates, answers);
	const tables = progress
		? [progress]
		: findTables(grid, headerDictionary(catalogue.templates), said);
	const [table] = tables;
	if (tables.length > MOST.tables) return [{ ...emptyDraft(), ...about, issues: [manyTables()] }];
	const crowd = tables.map((each) => tooManyNames(each, grid, units.length)).find(Boolean);
	const searched = crowd ? { ...grid, rows: grid.rows.slice(0, ROWS_OF_A_CROWD) } : grid;
	const people = findPeople(searched, { tables, finder: directory.finder });
	const refusal = people ?? crowd;
	if (refusal) return [{ ...emptyDraft(), ...about, issues: [refusal] }];
	const form = table ? undefined : findCriteria(grid, productCriteriaForms());
	if (form) {
		const draft = draftCriteria({ found: form, grid, catalogue, directory, period, answers });
		return [{ ...about, ...withSheet(draft, ofSheet) }];
	}
	if (!table) return [{ ...emptyDraft(), ...about, issues: [tableMissing(grid)] }];

	const remembered = tables.map((each) => rememberedAnswers(each, layouts));
	const ofFonts = remembered.find((each) => each[LEGACY_TEXT])?.[LEGACY_TEXT];
	if (ofFonts !== undefined && ofSheet.questions.some(({ key }) => key === LEGACY_TEXT))
		return draftGrid({ ...options, answers: { ...answers, [LEGACY_TEXT]: ofFonts } });

	const context = { grid, catalogue, directory, period, beside, today };
	return tables.map((each, at): Draft => {
		const place = tables.length > 1 && { table: at + 1 };
		const known = { ...remembered[at], ...answers };
		const ofTable = { table: each, ...context, answers: known };
		const draft = progress ? draftProgress(ofTable) : draftTable(ofTable);
		return { ...about, ...place, ...withSheet(draft, ofSheet) };
	});
}

/** The grid that tables are looked for in, and what is told, asked and was answered about the whole sheet. */
interface SettledSheet {
	grid: Grid;
	issues: Issue[];
	questions: Question[];
	used: Answers;
}

/** Corrections in place, old fonts' text converted, hidden figures left out or taken. */
function settleSheet(options: DraftGridOptions): SettledSheet {
	const { answers, used } = watchAnswers(options.answers ?? {});
	const text = settleLegacyText(correctGrid(options.grid, options.corrections ?? []), answers);
	const { grid, issues, questions } = settleHidden(text.grid, answers);
	return {
		grid,
		issues: [...notesUnread(grid), ...text.issues, ...issues],
		questions: [...text.questions, ...questions],
		used: used()
	};
}

/** Notes on cells may say what a colour means; neither is taken for data (TEMPLATES §D 29). */
function notesUnread({ hasNotes }: Grid): Issue[] {
	return hasNotes ? [cellIssue({ severity: 'info', code: 'notes-unread' })] : [];
}

/** A table's draft with what concerns its whole sheet. */
function withSheet(
	draft: TableDraft,
	{ issues, questions, used }: Omit<SettledSheet, 'grid'>
): TableDraft {
	return {
		...draft,
		issues: [...issues, ...draft.issues].toSorted((a, b) => (a.row ?? 0) - (b.row ?? 0)),
		questions: [...questions, ...draft.questions],
		answers: { ...used, ...draft.answers }
	};
}

function manyTables(): Issue {
	const params = { most: MOST.tables };
	return cellIssue({ severity: 'error', code: 'too-many-tables', params });
}

function tableMissing({ rows }: Grid): Issue {
	const isEmpty = rows.every((cells) => cells.every(isBlank));
	return cellIssue({ severity: 'error', code: isEmpty ? 'no-rows' : 'no-table' });
}
