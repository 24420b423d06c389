import { Paragraph, TextRun } from 'docx';

/** What is set into a document after the library has written it: drawings in a line of text, tables of many cells. */
export type MarkedKind = 'chart' | 'table';

/** The words of a mark, for which no report has a use. */
const MARK = '\u2045(chart|table) (\\d+)\u2046';
const RUN = `<w:r><w:t xml:space="preserve">${MARK}</w:t></w:r>`;
const MARKED = new RegExp(`<w:p>${RUN}</w:p>|${RUN}`, 'g');

/** A mark in a line of text, where something of that number is to stand. */
export function markRun(kind: MarkedKind, number: number): TextRun {
	return new TextRun(`\u2045${kind} ${number}\u2046`);
}

/** A paragraph that what is to stand there replaces whole. */
export function markParagraph(kind: MarkedKind, number: number): Paragraph {
	return new Paragraph({ children: [markRun(kind, number)] });
}

/** The text of a document with what belongs there in the place of each mark. */
export function fillMarks(
	document: string,
	contentOf: (kind: MarkedKind, number: number) => string
): string {
	return document.replace(MARKED, (...[, kind, number, inLine, inLineNumber]: string[]) =>
		contentOf((kind ?? inLine) === 'chart' ? 'chart' : 'table', Number(number ?? inLineNumber))
	);
}
