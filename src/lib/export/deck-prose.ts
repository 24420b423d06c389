import type { ReportTable } from '#lib/views/report.ts';
import type { DeckPart, DeckText } from './deck.ts';
import { nameColumn } from './slide-columns.ts';

/** So many letters in a cell are a text to be read, no entry of a table. */
const LONG = 90;

/** True for a table of texts: one whose rows mostly hold a cell of several lines. */
export function isProse({ rows }: ReportTable): boolean {
	const long = rows.filter(({ cells }) => cells.some(({ text }) => text.length > LONG));
	return long.length > rows.length / 2;
}

/** The table as a list below its caption: of each row the name, then its other cells. */
export function proseTexts(table: ReportTable): DeckText[] {
	const name = nameColumn(table);
	const caption: DeckText = { parts: [{ text: `${table.caption}:`, isHead: true }], isItem: false };
	const items = table.rows.map(({ cells }): DeckText => {
		const others = cells.flatMap(({ text }, at) => {
			const isSaid = at <= name || table.columns[at]?.role === 'code' || text === '';
			return isSaid ? [] : [text];
		});
		const title: DeckPart = { text: `${cells[name]?.text ?? ''}: `, isHead: true };
		return { parts: [title, { text: others.join(' · ') }], isItem: true };
	});
	return [caption, ...items];
}
