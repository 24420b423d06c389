import { AppError } from '#lib/base/app-error.ts';
import type { ReportHead } from '#lib/views/report.ts';
import { fillPlaces, placesIn } from './docx-placeholders.ts';
import { OfficePackage } from './office-package.ts';
import { attributeOf, tagsOf } from './office-xml.ts';

/** The office's own document, opened: its package and the part that holds its text. */
export interface WordTemplate {
	word: OfficePackage;
	/** `word/document.xml` as a rule. */
	document: string;
	/** The names of the placeholders in its text, its headers and its footers. */
	places: ReadonlySet<string>;
}

const DOCUMENT_TYPE =
	'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
const TEMPLATE_TYPE =
	'application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml';
const NAMESPACE = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const WRITTEN_ON = /\.(document\.main|template\.main|header|footer|footnotes|endnotes)\+xml$/;

/**
 * Opens the office's own .docx or .dotx.
 *
 * @throws AppError `word.no-template` for bytes that are no such document, `word.macros` for one with macros.
 */
export function openTemplate(bytes: Uint8Array): WordTemplate {
	const word = OfficePackage.open(bytes);
	const document = word?.followType('', '/officeDocument');
	if (!word || document === undefined || !word.has(document))
		throw new AppError('word.no-template');
	const type = word.contentType(document) ?? '';
	const hasMacros = word.paths().some((path) => /vbaProject|vbaData/i.test(path));
	if (/macroEnabled/i.test(type) || hasMacros) throw new AppError('word.macros');
	const content = word.text(document);
	if (!isWordText(type, content)) throw new AppError('word.no-template');
	word.add({ path: document, content, contentType: DOCUMENT_TYPE });
	const places = new Set(writtenParts(word).flatMap((path) => [...placesIn(word.text(path))]));
	return { word, document, places };
}

/** Fills the placeholders in its text, its headers and its footers, except `{{report}}`. */
export function fillTemplate({ word }: WordTemplate, head: ReportHead): void {
	for (const path of writtenParts(word)) word.replace(path, fillPlaces(word.text(path), head));
}

/** The page on which a report in it stands, as its `w:sectPr`: that which holds at `{{report}}`, else at its end. */
export function pageOf({ word, document }: WordTemplate): string {
	const text = word.text(document);
	const place = text.search(/\{\{\s*report\s*\}\}/);
	const pages = [...text.matchAll(/<w:sectPr(?=[ >]).*?<\/w:sectPr>/gs)];
	const found = place < 0 ? undefined : pages.find(({ index }) => index > place);
	return (found ?? pages.at(-1))?.[0] ?? A4_PAGE;
}

/** How wide the text of that page is, upright and on its side, in twentieths of a point. */
export function pageWidths(page: string): { upright: number; onSide: number } {
	const size = tagsOf(page, 'pgSz')[0] ?? '';
	const margins = tagsOf(page, 'pgMar')[0] ?? '';
	const [wide, high] = [measure(size, 'w') || A4.width, measure(size, 'h') || A4.height];
	const beside = measure(margins, 'left') + measure(margins, 'right') + measure(margins, 'gutter');
	const [short, long] = [Math.min(wide, high), Math.max(wide, high)];
	return { upright: (wide > high ? long : short) - beside, onSide: long - beside };
}

/** The letters of its text; `undefined` where it takes those of its theme. */
export function fontOf({ word, document }: WordTemplate): string | undefined {
	const styles = word.followType(document, '/styles');
	if (styles === undefined || !word.has(styles)) return undefined;
	const [usual = ''] = /<w:docDefaults>.*?<\/w:docDefaults>/s.exec(word.text(styles)) ?? [];
	return attributeOf(tagsOf(usual, 'rFonts')[0] ?? '', 'w:ascii');
}

const A4 = { width: 11_906, height: 16_838 };
const A4_PAGE = `<w:sectPr><w:pgSz w:w="${A4.width}" w:h="${A4.height}"/><w:pgMar w:top="1134" w:right="850" w:bottom="1134" w:left="1701" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>`;

function measure(tag: string, name: string): number {
	return Number(attributeOf(tag, `w:${name}`) ?? 0);
}

function isWordText(type: string, content: string): boolean {
	return (
		(type === DOCUMENT_TYPE || type === TEMPLATE_TYPE) &&
		content.includes(NAMESPACE) &&
		/<w:body[ >]/.test(content)
	);
}

function writtenParts(word: OfficePackage): string[] {
	return word.paths().filter((path) => WRITTEN_ON.test(word.contentType(path) ?? ''));
}
