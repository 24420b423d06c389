import type { TemplateColumn } from './template-columns.ts';
import type { CellRange, TemplateCell, TemplateLook } from './template-form.ts';

/** The header of a sheet: its rows, what is merged in them, and which row of the sheet holds the codes. */
export interface TemplateHeader {
	rows: (TemplateCell | undefined)[][];
	merges: CellRange[];
	codes: number;
}

/** The header from a row on: what spans columns, where anything does, over what they are called, then the codes. */
export function templateHeader(columns: readonly TemplateColumn[], from: number): TemplateHeader {
	const codes = columns.map(({ code }): TemplateCell | undefined =>
		code === '' ? undefined : { look: 'code', value: code }
	);
	const isGrouped = columns.some(({ group }) => group !== undefined);
	if (!isGrouped) {
		const only = columns.map((column) => cell(column, column.heading));
		return { rows: [only, codes], merges: [], codes: from + 1 };
	}
	const upper = columns.map((column, at) => {
		const { group, heading } = column;
		if (group === undefined) return cell(column, heading);
		return cell(column, columns[at - 1]?.group === group ? undefined : group);
	});
	const lower = columns.map((column) =>
		cell(column, column.group === undefined ? undefined : column.heading)
	);
	return { rows: [upper, lower, codes], merges: mergesIn(columns, from), codes: from + 2 };
}

function cell(column: TemplateColumn, value: string | undefined): TemplateCell | undefined {
	if (!isShown(column)) return undefined;
	const look: TemplateLook = column.kind === 'known' ? 'known-heading' : 'heading';
	return { look, ...(value !== undefined && { value }) };
}

function isShown({ kind }: TemplateColumn): boolean {
	return kind !== 'unit-code' && kind !== 'gap';
}

function mergesIn(columns: readonly TemplateColumn[], top: number): CellRange[] {
	return columns.flatMap((column, at): CellRange[] => {
		const left = at + 1;
		const { group } = column;
		if (!isShown(column)) return [];
		if (group === undefined) return [{ top, left, bottom: top + 1, right: left }];
		if (columns[at - 1]?.group === group) return [];
		const behind = columns.findIndex((other, place) => place > at && other.group !== group);
		const right = behind < 0 ? columns.length : behind;
		return right === left ? [] : [{ top, left, bottom: top, right }];
	});
}
