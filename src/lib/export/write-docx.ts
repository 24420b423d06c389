import { type Document, Packer } from 'docx';
import { say } from '#lib/base/messages.ts';
import type { Report } from '#lib/views/report.ts';
import type { ReportProfile } from '#lib/views/report-profile.ts';
import { type BodyGround, type WordBody, wordBody } from './docx-body.ts';
import { drawCharts } from './docx-chart.ts';
import { bodyDocument, reportDocument } from './docx-document.ts';
import { graftReport } from './docx-graft.ts';
import { textWidths } from './paper-width.ts';
import { fillMarks } from './docx-marks.ts';
import { datedProperties } from './docx-properties.ts';
import {
	fillTemplate,
	fontOf,
	openTemplate,
	pageOf,
	pageWidths,
	type WordTemplate
} from './docx-template.ts';
import { OfficePackage } from './office-package.ts';

/** What a report is written as a Word document with. */
export interface DocxOptions {
	profile: ReportProfile;
	/** The day and hour that the file says it was made at. */
	at: Date;
	/** The office's own .docx or .dotx, whose letterhead, styles, headers and footers are kept. */
	template?: Uint8Array;
}

const DOCUMENT = 'word/document.xml';
const PROPERTIES = 'docProps/core.xml';
const TWENTIETHS = 20;
/** Of the letters of other fonts beside those of Times New Roman, at most. */
const BREADTH = 1.15;

/**
 * A report as a Word document (.docx) in that layout, or in the office's own document: there the placeholders are filled
 * (`{{title}}`, `{{unit}}`, `{{period}}`, `{{made}}`, fields of the letterhead), and the sections stand in the place of
 * `{{report}}` or at the end. The same report at the same time gives the same bytes.
 *
 * @throws AppError `word.no-template` for a template that is no Word document, `word.macros` for one with macros.
 */
export async function writeDocx(report: Report, options: DocxOptions): Promise<Uint8Array> {
	const template = options.template && openTemplate(options.template);
	const { word, document, body, width, font } = template
		? await onTemplate(report, template, options)
		: await onBlank(report, options);
	const { profile, at } = options;
	const charts = await drawCharts(word, body.charts, {
		...{ profile, at, font, language: report.language, owner: document },
		width: width / TWENTIETHS
	});
	const text = fillMarks(word.text(document), 'chart', (number) => charts.get(number) ?? '');
	word.replace(document, text);
	if (word.has(PROPERTIES)) word.replace(PROPERTIES, datedProperties(word.text(PROPERTIES), at));
	return word.save(at);
}

/** A document that its charts are still to be drawn in. */
interface Undrawn {
	word: OfficePackage;
	document: string;
	body: WordBody;
	/** Of its text, in twentieths of a point. */
	width: number;
	/** Of its charts; those of its theme where absent. */
	font: string | undefined;
}

async function onBlank(report: Report, { profile }: DocxOptions): Promise<Undrawn> {
	const width = textWidths(profile);
	const body = wordBody({
		...groundOf(report, profile),
		width,
		hasLettersBelow: false,
		breadth: 1
	});
	const word = await packed(reportDocument(body.pieces, { report, profile }), body);
	return { word, body, document: DOCUMENT, width: width.upright, font: profile.font };
}

async function onTemplate(
	report: Report,
	template: WordTemplate,
	{ profile }: DocxOptions
): Promise<Undrawn> {
	const width = pageWidths(pageOf(template));
	const font = fontOf(template);
	const breadth = font === profile.font ? 1 : BREADTH;
	const body = wordBody({ ...groundOf(report, profile), width, hasLettersBelow: true, breadth });
	const text = bodyDocument(body.pieces, {
		...{ report, profile, width: width.upright },
		places: template.places
	});
	const from = await packed(text, body);
	fillTemplate(template, report.head);
	graftReport(template, from);
	const { word, document } = template;
	return { word, document, body, width: width.upright, font };
}

function groundOf(
	report: Report,
	profile: ReportProfile
): Pick<BodyGround, 'report' | 'profile' | 'numberTitle'> {
	return { report, profile, numberTitle: say(report.language, 'form.index') };
}

/** The document as the library packs it, with the tables of the report in it. */
async function packed(document: Document, { tables }: WordBody): Promise<OfficePackage> {
	const bytes = new Uint8Array(await Packer.toArrayBuffer(document));
	const word = OfficePackage.open(bytes);
	if (!word) throw new Error('The document was not packed.');
	const text = fillMarks(word.text(DOCUMENT), 'table', (number) => tables[number - 1] ?? '');
	word.replace(DOCUMENT, text);
	return word;
}
