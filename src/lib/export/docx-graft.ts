import { adoptNumbering } from './docx-adopt-numbering.ts';
import { adoptStyles } from './docx-adopt-styles.ts';
import { putReport } from './docx-placeholders.ts';
import { pageOf, type WordTemplate } from './docx-template.ts';
import type { OfficePackage } from './office-package.ts';

const PAGE = /<w:sectPr(?=[ >]).*?<\/w:sectPr>/gs;
const STYLED = /<w:(?:pStyle|rStyle) w:val="([^"]*)"\/>/g;
const LIST = /<w:numId w:val="(\d+)"\/>/g;

/**
 * Sets the text of a report into the office's own document: in the place of `{{report}}`, else at its end. Its styles,
 * numberings, letterhead, headers and footers stay; what the report needs beside them is added.
 */
export function graftReport(template: WordTemplate, from: OfficePackage): void {
	const { word, document } = template;
	const text = textOf(from.text('word/document.xml'));
	const used = new Set([...text.matchAll(STYLED)].map(([, id = '']) => id));
	const { ids, numbered } = adoptStyles(template, { from, used });
	const raise = adoptNumbering(template, from);
	const adopted = withoutNumbers(text, numbered)
		.replace(STYLED, (tag, id: string) => tag.replace(`"${id}"`, `"${ids.get(id) ?? id}"`))
		.replace(LIST, (_, list: string) => `<w:numId w:val="${Number(list) + raise}"/>`);
	const page = pageOf(template);
	const ours = onPages(adopted, page);
	const theirs = word.text(document);
	// What follows pages on their side is no beginning of the document, with the first page's header, once more.
	const rest = ours.includes('<w:sectPr') ? theirs.replace(page, () => goingOn(page)) : theirs;
	word.replace(document, putReport(rest, ours) ?? appended(rest, ours));
}

/** What stands in the body of a document, without the page that it ends with. */
function textOf(document: string): string {
	const [, body = ''] = /<w:body>(.*)<\/w:body>/s.exec(document) ?? [];
	return body.slice(0, body.lastIndexOf('<w:sectPr'));
}

/** Paragraphs of styles that count themselves in the office's document are not counted twice. */
function withoutNumbers(text: string, styles: ReadonlySet<string>): string {
	return [...styles].reduce((rest, style) => {
		const counted = new RegExp(
			`(<w:pStyle w:val="${style}"/>(?:(?!</w:pPr>).)*?)<w:numPr>.*?</w:numPr>`,
			'gs'
		);
		return rest.replace(counted, '$1');
	}, text);
}

/** The report's upright pages as those of the office's document, its pages on their side as these turned. */
function onPages(text: string, page: string): string {
	let isFirst = true;
	return text.replace(PAGE, (own) => {
		const base = isFirst ? page : goingOn(page);
		isFirst = false;
		return own.includes('w:orient="landscape"') ? turned(base) : base;
	});
}

function turned(page: string): string {
	return page.replace(/<w:pgSz [^>]*\/>/, (size) => {
		const [, width = ''] = /w:w="(\d+)"/.exec(size) ?? [];
		const [, height = ''] = /w:h="(\d+)"/.exec(size) ?? [];
		return Number(width) > Number(height)
			? size
			: `<w:pgSz w:w="${height}" w:h="${width}" w:orient="landscape"/>`;
	});
}

/** The page as one that goes on: on a new sheet, with the headers of all pages. */
function goingOn(page: string): string {
	return page.replace(/<w:titlePg[^>]*\/>/, '').replace(/<w:type [^>]*\/>/, '');
}

function appended(document: string, text: string): string {
	const end = /<w:sectPr(?=[ >])(?:(?!<w:sectPr[ >]).)*<\/w:sectPr>\s*<\/w:body>/s.exec(document);
	const at = end?.index ?? document.indexOf('</w:body>');
	return document.slice(0, at) + text + document.slice(at);
}
