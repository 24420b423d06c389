import { namesUnit } from './find-row-unit.ts';
import { textsOf, type Table, type TableColumn } from './find-table.ts';
import type { Cell, Grid } from './grid.ts';
import type { TemplateHeaders } from './header-dictionary.ts';
import { isCodeRow } from './match-columns.ts';
import type { UnitFinder } from '#lib/units/find-unit.ts';
import { isPartLabel } from './part-rows.ts';
import { looksLikeGroup } from './row-groups.ts';
import {
	isBlank,
	isFooter,
	isGroupNumber,
	isIndexRow,
	isRepeatedHeader,
	isTotalLabel
} from './row-labels.ts';
import { hasFigures, type RowReading } from './row-reading.ts';

/** One line below a header: its cells in place, as read and as text. */
export interface Line {
	/** From 1. */
	row: number;
	cells: readonly Cell[];
	texts: readonly string[];
	/** The cell of the STT column. */
	number: string;
	/** The cells of the unit column and of the unit code column; empty where there is none. */
	name: string;
	code: string;
	/** What the line calls itself: the unit's name or code, else a text in the STT column. */
	label: string;
}

/**
 * What a line of a tidy sheet is; a `page` repeats the header or counts the columns, a `group` heads rows and may state
 * their total, a `part` says again a part of the row before.
 */
export type LineKind = 'blank' | 'page' | 'total' | 'footer' | 'label' | 'group' | 'part' | 'data';

/** The lines below the header of a table that hold anything, to its last row, one after the other: a long sheet has many. */
export function* linesBelow(table: Table, grid: Grid): Generator<Line> {
	const lineOf = lineReader(table);
	const last = Math.min(table.end, grid.rows.length);
	for (let row = table.header + 1; row <= last; row += 1) {
		const cells = grid.rows[row - 1] ?? [];
		if (!cells.every(isBlank)) yield lineOf(row, cells);
	}
}

/** Makes lines of the rows of a table. */
export function lineReader({ columns }: Table): (row: number, cells: readonly Cell[]) => Line {
	const [number, name, code] = (['index', 'unit', 'unit-code'] as const).map((kind) =>
		placeOf(columns, kind)
	);
	return (row, cells) => {
		const texts = textsOf(cells);
		const own = {
			number: textAt(texts, number),
			name: textAt(texts, name),
			code: textAt(texts, code)
		};
		const label = own.name || own.code || (/\p{L}{2}/u.test(own.number) ? own.number : '');
		return { row, cells, texts, ...own, label };
	};
}

function textAt(texts: readonly string[], place: number | undefined): string {
	return place === undefined ? '' : (texts[place] ?? '');
}

/** The place of the column of a kind in the row, from 0; `undefined` where there is none. */
export function placeOf(
	columns: readonly TableColumn[],
	kind: TableColumn['role']['kind']
): number | undefined {
	const column = columns.find(({ role }) => role.kind === kind)?.column;
	return column === undefined ? undefined : column - 1;
}

/** What is known of a table while its lines are told apart. */
export interface LineContext {
	/** The texts of each header row. */
	header: readonly (readonly string[])[];
	headers: TemplateHeaders;
	finder: UnitFinder;
	/** True where rows call units with a dash before them. */
	unitsHaveBullets: boolean;
	/** True once a footer has begun: lines without figures are then signatures. */
	ended: boolean;
	/** True below a line that says "Trong đó:". */
	within: boolean;
	/** True where a row of figures stands before, that a line could be a part of. */
	hasWhole: boolean;
}

/** Tells data from totals, groups, parts of the row before, repeated headers and footers. */
export function kindOf(line: Line, reading: RowReading, context: LineContext): LineKind {
	const { texts, label, number, code } = line;
	if (texts.every((text) => text === '')) return 'blank';
	if (isPage(line, context)) return 'page';
	if (isTotalLabel(label)) return 'total';
	const isWithFigures = hasFigures(reading);
	if (!isWithFigures && isFooter(texts)) return 'footer';
	if (!isWithFigures && context.ended && !isGroupNumber(number)) return 'footer';
	const isUnit = (): boolean =>
		code !== '' || reading.unit !== undefined || namesUnit(label, context.finder);
	const isPart = context.hasWhole && isPartLabel(label, { number, ...context });
	if (isPart && !isUnit()) return 'part';
	const hasMarks = reading.cells.some(({ column }) => texts[column - 1]);
	const isHead = (isWithFigures || !hasMarks) && looksLikeGroup(line) && !isUnit();
	if (isHead) return 'group';
	return hasMarks || isUnit() ? 'data' : 'label';
}

/** True for a group label that needs no word: it has a Roman number, or is written in capitals. */
export function isPlainLabel({ number, label }: Line): boolean {
	return isGroupNumber(number) || label === '' || label === label.toUpperCase();
}

function isPage({ texts, name, code }: Line, { header, headers, finder }: LineContext): boolean {
	if (header.some((row) => isRepeatedHeader(texts, row)) || isCodeRow(texts, headers)) return true;
	return isIndexRow(texts) && !namesUnit(code || name, finder);
}
