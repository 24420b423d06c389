import type { SheetCells } from './sheet-grid.ts';

const STYLE = /<style:style\s([^<>]*)>\s*<style:table-properties\s([^<>]*)/g;
const OF_TABLE = 'family="table"';
const NOT_SHOWN = 'table:display="false"';
const STYLE_NAME = /style:name="([^"]*)"/;
const TABLE_STYLE = /table:style-name="([^"]*)"/;
const PART =
	/<table:(table|table-row|table-column)(?=[\s/>])((?:\s+[^\s=<>]+=(?:"[^"<]*"|'[^'<]*'))*)\s*\/?>/g;
const OUT_OF_SIGHT = /table:visibility=["'](?:collapse|filter)["']/;
const REPEATED = /number-(?:rows|columns)-repeated=["'](\d+)/;
const MOST_ROWS = 1_048_576;

/** What one table of an .ods file hides. */
export interface TableLayout extends Pick<SheetCells, 'hiddenRows' | 'hiddenColumns'> {
	isHidden: boolean;
}

/** What the tables of the XML of an .ods file hide, in their order: themselves, rows, columns; from 1. */
export function openDocumentLayouts(xml: string): TableLayout[] {
	const hiddenStyles = new Set(
		Array.from(xml.matchAll(STYLE), ([, style = '', table = '']) =>
			style.includes(OF_TABLE) && table.includes(NOT_SHOWN)
				? STYLE_NAME.exec(style)?.[1]
				: undefined
		)
	);
	const layouts: TableLayout[] = [];
	let [row, column] = [0, 0];
	for (const [, element, attributes = ''] of xml.matchAll(PART)) {
		if (element === 'table') {
			const style = TABLE_STYLE.exec(attributes)?.[1];
			const isHidden = style !== undefined && hiddenStyles.has(style);
			layouts.push({ isHidden, hiddenRows: [], hiddenColumns: [] });
			[row, column] = [0, 0];
			continue;
		}
		const times = Math.min(MOST_ROWS, Number(REPEATED.exec(attributes)?.[1] ?? 1));
		const layout = layouts.at(-1);
		const isOutOfSight = OUT_OF_SIGHT.test(attributes);
		if (element === 'table-column') {
			if (isOutOfSight) layout?.hiddenColumns.push({ from: column + 1, to: column + times });
			column += times;
		} else {
			const last = Math.min(MOST_ROWS, row + times);
			if (isOutOfSight) for (let at = row + 1; at <= last; at++) layout?.hiddenRows.push(at);
			row = last;
		}
	}
	return layouts;
}
