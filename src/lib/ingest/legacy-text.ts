import type { Issue } from '#lib/base/issue.ts';
import type { Answers } from '#lib/base/layout.ts';
import { cellIssue, excerpt } from './cell-issue.ts';
import { findLegacyCells } from './find-legacy-cells.ts';
import type { Cell, Grid } from './grid.ts';
import { isPersonal } from './personal-text.ts';
import type { Question } from './question.ts';

/** What old fonts call their encodings. */
const NAMES = { tcvn3: 'TCVN3 (ABC)', vni: 'VNI' };
const KEY = 'legacy-text';

/** A grid whose old text is settled, what was done, and what is left to say. */
export interface SettledText {
	grid: Grid;
	questions: Question[];
	issues: Issue[];
}

/**
 * The grid with the text of old Vietnamese fonts in Unicode, as if it were agreed to, and the required question whether
 * it is; once answered `convert`, the grid with an info; once `keep`, the grid as it is. Only the cells that are in an
 * old encoding are touched, by their font or by what their letters spell.
 */
export function settleLegacyText(grid: Grid, answers: Answers): SettledText {
	const asIs = { grid, questions: [], issues: [] };
	if (answers[KEY] === 'keep') return asIs;
	const cells = findLegacyCells(grid);
	const [first] = cells;
	if (!first) return asIs;

	const rows = [...grid.rows];
	for (const { row, column, after } of cells) {
		const changed: Cell[] = [...(rows[row - 1] ?? [])];
		changed[column - 1] = after;
		rows[row - 1] = changed;
	}
	const sample = cells.find(({ after }) => !isPersonal(after)) ?? first;
	const params = {
		encoding: NAMES[first.encoding],
		before: excerpt(sample.before),
		after: excerpt(sample.after),
		count: cells.length
	};
	const settled = { grid: { ...grid, rows }, questions: [], issues: [] };
	if (answers[KEY] !== 'convert') return { ...settled, questions: [question(params, sample.row)] };
	const { encoding, count } = params;
	const told = { severity: 'info' as const, code: KEY, row: first.row };
	return { ...settled, issues: [cellIssue({ ...told, params: { encoding, count } })] };
}

function question(params: Question['params'], row: number): Question {
	const choices = [{ value: 'convert' }, { value: 'keep' }];
	return { key: KEY, kind: 'legacy-text', params, choices, required: true, row };
}
