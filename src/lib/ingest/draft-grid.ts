import type { Period } from '#lib/base/period.ts';
import type { Issue } from '#lib/base/issue.ts';
import type { Answers, Layout } from '#lib/base/layout.ts';
import type { Catalogue } from '#lib/catalogue/catalogue.ts';
import type { Unit } from '#lib/units/unit.ts';
import { cellIssue } from './cell-issue.ts';
import { canBeRead, checkColumns, withoutRepeated } from './check-columns.ts';
import { type Correction, correctGrid } from './correct-grid.ts';
import type { Draft } from './draft.ts';
import { findPeople } from './find-people.ts';
import { findTables } from './find-tables.ts';
import type { Grid } from './grid.ts';
import { headerDictionary } from './header-dictionary.ts';
import { readLong } from './read-long.ts';
import { readTidy } from './read-tidy.ts';
import { isBlank } from './row-labels.ts';
import { periodsBesideGiven, settlePeriod } from './settle-period.ts';
import { settleRows } from './settle-rows.ts';
import { unitDirectory } from './unit-directory.ts';

/** A grid, whose file it is from, and what is needed to understand it. */
export interface DraftGridOptions {
	grid: Grid;
	/** The file's name. */
	file: string;
	/** SHA-256 of the file's bytes, hexadecimal. */
	sha256: string;
	catalogue: Catalogue;
	units: readonly Unit[];
	/** The analyst's word for the period; needed where the sheet names none. */
	period?: Period;
	/** What the analyst says to the questions of this sheet; goes before what a layout remembers. */
	answers?: Answers;
	/** What was settled for earlier files. */
	layouts?: readonly Layout[];
	/** What the analyst writes over cells of this sheet. */
	corrections?: readonly Correction[];
}

/** What a grid would bring if it were committed. Faults in the data are issues of the draft; nothing is thrown. */
export function draftGrid({
	grid: asRead,
	corrections = [],
	file,
	sha256,
	catalogue,
	units,
	period
}: DraftGridOptions): Draft {
	const grid = correctGrid(asRead, corrections);
	const about = { file, sha256, ...(grid.sheet !== undefined && { sheet: grid.sheet }) };
	const { finder, tree } = unitDirectory(units);
	const dictionary = headerDictionary(catalogue.templates);
	const [table] = findTables(grid, dictionary);
	const people = findPeople(grid, { table, finder });
	if (people) return { ...emptyDraft(), ...about, issues: [people] };
	if (!table) return { ...emptyDraft(), ...about, issues: [tableMissing(grid)] };

	const ofSheet = settlePeriod(grid, table, period);
	const columnIssues = [...checkColumns(table), ...ofSheet.issues];
	const recognised = { ...about, template: table.template?.id ?? 'long' };
	const periods = ofSheet.period === undefined ? [] : [ofSheet.period];
	if (!canBeRead(table)) {
		return { ...emptyDraft(), ...recognised, periods, issues: columnIssues };
	}

	const context = { grid, finder, period: ofSheet.period };
	const headers = dictionary.find(({ template }) => template === table.template);
	const reading = headers
		? readTidy(withoutRepeated(table), { ...context, headers })
		: readLong(table, { ...context, templates: catalogue.templates });
	const issues = [...columnIssues, ...periodsBesideGiven(reading.rows, table, period)];
	return {
		...emptyDraft(),
		...recognised,
		...settleRows(reading, { table, catalogue, tree, issues })
	};
}

function emptyDraft(): Omit<Draft, 'file' | 'sha256' | 'issues'> {
	return {
		periods: [],
		rows: { read: 0, accepted: 0, rejected: 0 },
		totals: {},
		entries: [],
		questions: [],
		answers: {},
		matches: { headers: [], columns: [], units: [], totals: [] }
	};
}

function tableMissing({ rows }: Grid): Issue {
	const isEmpty = rows.every((cells) => cells.every(isBlank));
	return cellIssue({ severity: 'error', code: isEmpty ? 'no-rows' : 'no-table' });
}
