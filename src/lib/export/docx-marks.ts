import { Paragraph, TextRun } from 'docx';

/** What is set into a document after the library has written it: drawings in a line of text, tables of many cells. */
export type MarkedKind = 'chart' | 'table';

/** A mark in a line of text, where something of that number is to stand; its words no report has a use for. */
export function markRun(kind: MarkedKind, number: number): TextRun {
	return new TextRun(`\u2045${kind} ${number}\u2046`);
}

/** A paragraph that what is to stand there replaces whole. */
export function markParagraph(kind: MarkedKind, number: number): Paragraph {
	return new Paragraph({ children: [markRun(kind, number)] });
}

/** The text of a document with what belongs there in the place of each mark of that kind. */
export function fillMarks(
	document: string,
	kind: MarkedKind,
	contentOf: (number: number) => string
): string {
	const run = `<w:r><w:t xml:space="preserve">\u2045${kind} (\\d+)\u2046</w:t></w:r>`;
	return document.replace(
		new RegExp(`<w:p>${run}</w:p>|${run}`, 'g'),
		(_, whole: string | undefined, inLine: string) => contentOf(Number(whole ?? inLine))
	);
}
