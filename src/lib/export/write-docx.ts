import { type Document, Packer } from 'docx';
import { say } from '#lib/base/messages.ts';
import type { Report } from '#lib/views/report.ts';
import type { ReportProfile } from '#lib/views/report-profile.ts';
import { wordBody } from './docx-body.ts';
import { reportDocument, textWidths } from './docx-document.ts';
import { drawCharts } from './docx-chart.ts';
import { fillMarks } from './docx-marks.ts';
import { datedProperties } from './docx-properties.ts';
import { OfficePackage } from './office-package.ts';

/** What a report is written as a Word document with. */
export interface DocxOptions {
	profile: ReportProfile;
	/** The day and hour that the file says it was made at. */
	at: Date;
}

const DOCUMENT = 'word/document.xml';
const PROPERTIES = 'docProps/core.xml';
const TWENTIETHS = 20;

/** A report as a Word document (.docx) in that layout: the same report at the same time gives the same bytes. */
export async function writeDocx(report: Report, { profile, at }: DocxOptions): Promise<Uint8Array> {
	const { language } = report;
	const width = textWidths(profile);
	const numberTitle = say(language, 'form.index');
	const body = wordBody({ report, profile, width, numberTitle, hasLettersBelow: false });
	const word = await packed(reportDocument(body.pieces, { report, profile }));
	word.replace(PROPERTIES, datedProperties(word.text(PROPERTIES), at));
	const ground = { profile, language, width: width.upright / TWENTIETHS, at, owner: DOCUMENT };
	const charts = await drawCharts(word, body.charts, ground);
	word.replace(
		DOCUMENT,
		fillMarks(word.text(DOCUMENT), (kind, number) =>
			kind === 'chart' ? (charts.get(number) ?? '') : (body.tables[number - 1] ?? '')
		)
	);
	return word.save(at);
}

async function packed(document: Document): Promise<OfficePackage> {
	const bytes = new Uint8Array(await Packer.toArrayBuffer(document));
	const opened = OfficePackage.open(bytes);
	if (!opened) throw new Error('The document was not packed.');
	return opened;
}
