import type { CriteriaForm } from '#lib/catalogue/criteria-forms.ts';
import { textsOf } from './find-table.ts';
import type { Grid } from './grid.ts';
import { headerKey } from './header-key.ts';
import { isWithinLabel, hasBullet } from './part-rows.ts';
import { isFooter, isIndexRow } from './row-labels.ts';

/** A row of a form: what it counts, where it stands. */
export interface CriterionRow {
	/** From 1. */
	row: number;
	/** As it stands there. */
	label: string;
	/** The measure, or the group's own id; absent for a row that the form does not know. */
	id?: string;
	/** The row of which it is a part: "Trong đó: Nữ". */
	partOf?: CriterionRow;
}

/** A column of figures of a form, from 1. */
export interface FormColumn {
	column: number;
	name: string;
}

/** A form of one unit found in a grid: criteria as rows, this period and the year before as columns. */
export interface CriteriaTable {
	form: CriteriaForm;
	/** The first and the last header row. */
	top: number;
	header: number;
	label: FormColumn;
	current: FormColumn;
	yearBefore?: FormColumn;
	percent?: FormColumn;
	rows: CriterionRow[];
}

const ROWS_SEARCHED = 60;
const MARK = /^([A-Z])(?:[.)]\s*|\s+)(?=\p{L})/u;
const NUMBER = /^(?:\d+(?:\.\d+)*|[ivx]+|[a-z])[.)]\s*/i;
const FORMULA = /\s*\([^)]*\)\s*$/;

/** The form that a grid is; `undefined` where no header calls a column of criteria, or their rows are not the form's. */
export function findCriteria(
	grid: Grid,
	forms: readonly CriteriaForm[]
): CriteriaTable | undefined {
	const rows = grid.rows.slice(0, ROWS_SEARCHED).map(textsOf);
	for (const form of forms) {
		const names = new Set(form.columns.criteria.map(headerKey));
		for (const [index, texts] of rows.entries()) {
			const at = texts.findIndex((text) => text !== '' && names.has(headerKey(text)));
			const found = at >= 0 && tableAt({ grid, form, top: index + 1, label: at });
			if (found) return found;
		}
	}
	return undefined;
}

function tableAt(place: {
	grid: Grid;
	form: CriteriaForm;
	top: number;
	label: number;
}): CriteriaTable | undefined {
	const { grid, form, top, label } = place;
	const below = grid.rows.slice(top).map((cells, at) => {
		const texts = textsOf(cells);
		return { row: top + 1 + at, texts, label: labelOf(texts, label) };
	});
	const rows = criterionRows(below, form);
	const ids = new Set(rows.map(({ id }) => id));
	if (!form.groups.every(({ id }) => ids.has(id))) return undefined;
	const first = rows[0]?.row ?? top + 1;
	const levels = grid.rows
		.slice(top - 1, first - 1)
		.map(textsOf)
		.filter((texts) => !isIndexRow(texts));
	const columns = headersOf(levels).map((name, at) => ({ column: at + 1, name }));
	const right = columns.slice(label + 1);
	const called = (names: readonly string[]): FormColumn | undefined =>
		right.find(({ name }) => names.some((each) => isCalled(name, each)));
	const percent = right.find(({ name }) => /%|tỷ lệ|tỉ lệ/iu.test(name));
	const current = called(form.columns.current);
	const yearBefore = called(form.columns.yearBefore);
	if (!current) return undefined;
	return {
		form,
		top,
		header: first - 1,
		label: { column: label + 1, name: columns[label]?.name ?? '' },
		current,
		...(yearBefore && { yearBefore }),
		...(percent && { percent }),
		rows
	};
}

/** The criterion with its mark or number, which may stand in a cell of its own before it. */
function labelOf(texts: readonly string[], label: number): string {
	const own = texts[label] ?? '';
	const before = texts.slice(0, label).findLast((text) => text !== '') ?? '';
	return /^(?:[A-Z]|\d+(?:\.\d+)*|[ivx]+)[.)]?$/i.test(before) && own !== ''
		? `${before.replace(/[.)]$/, '')}. ${own}`
		: own;
}

/** The header of each column, its levels joined. */
function headersOf(levels: readonly (readonly string[])[]): string[] {
	const width = Math.max(0, ...levels.map(({ length }) => length));
	return Array.from({ length: width }, (_, at) =>
		levels.flatMap((texts) => texts[at] || []).join(' › ')
	);
}

/** True where the lowest level of a header is the name. */
function isCalled(header: string, name: string): boolean {
	const last = header.split(' › ').at(-1) ?? '';
	return (
		!header.includes('%') && [last, header].some((text) => headerKey(text) === headerKey(name))
	);
}

function criterionRows(
	lines: readonly { row: number; texts: readonly string[]; label: string }[],
	form: CriteriaForm
): CriterionRow[] {
	const rows: CriterionRow[] = [];
	let group = -1;
	let whole: CriterionRow | undefined;
	for (const { row, texts, label } of lines) {
		const isAfter = group === form.groups.length - 1;
		if (label === '' || (group < 0 && isIndexRow(texts))) continue;
		if (isAfter || isFooter(texts)) break;
		const next = form.groups.findIndex((each) => isGroup(label, each));
		const isPart = isWithinLabel(label) || hasBullet(label);
		if (next > group) {
			group = next;
			whole = { row, label, id: form.groups[next]?.id };
			rows.push(whole);
		} else if (group >= 0 && isPart && whole) {
			rows.push({ row, label, partOf: whole });
		} else if (group >= 0) {
			const key = headerKey(label.replace(NUMBER, '').replace(FORMULA, ''));
			const known = form.groups[group]?.rows.find(({ names }) =>
				names.some((name) => headerKey(name) === key)
			);
			whole = { row, label, ...(known && { id: known.measure }) };
			rows.push(whole);
		}
	}
	return rows;
}

function isGroup(
	label: string,
	{ mark, names }: { mark: string; names: readonly string[] }
): boolean {
	if (MARK.exec(label)?.[1] !== mark) return false;
	const key = headerKey(label.replace(MARK, '').replace(FORMULA, ''));
	return names.some((name) => headerKey(name) === key);
}
