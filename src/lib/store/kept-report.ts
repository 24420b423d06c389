import {
	REPORT_FORMATS,
	REPORT_SECTIONS,
	type ReportDefinition,
	type TemplateFormat
} from '#lib/base/report-definition.ts';
import { isStoredFile, type StoredFile } from './edition.ts';
import { listOf, oneOf, optional, record, tableOf, text, type Shape } from './shape.ts';

/** A document of the office's own that reports are written into: its letterhead and its styles. */
export interface OfficeTemplate {
	id: string;
	/** The name of its file. */
	name: string;
	format: TemplateFormat;
	/** When it was kept, ISO 8601 in UTC. */
	at: string;
	file: StoredFile;
}

/** What is kept for reports: their definitions, and the office's own templates. */
export interface KeptReports {
	definitions: readonly ReportDefinition[];
	templates: readonly OfficeTemplate[];
}

const truth: Shape = (value) => typeof value === 'boolean';

/** Whether a value read from disk or from a file is a definition of a report. */
export const isReportDefinition = record<ReportDefinition>({
	id: text,
	name: text,
	language: oneOf('vi', 'en'),
	profile: text,
	units: listOf(text),
	period: text,
	boundaries: text,
	indicators: listOf(text),
	rows: oneOf('children', 'leaves'),
	sections: listOf(oneOf(...REPORT_SECTIONS)),
	fields: tableOf(text),
	guardsSmallCells: truth,
	formats: optional(listOf(oneOf(...REPORT_FORMATS))),
	templates: optional(
		record<Partial<Record<TemplateFormat, string>>>({ docx: optional(text), pptx: optional(text) })
	)
});

/** Whether a value read from disk is what is kept for reports. */
export const isKeptReports = record<KeptReports>({
	definitions: listOf(isReportDefinition),
	templates: listOf(
		record<OfficeTemplate>({
			id: text,
			name: text,
			format: oneOf('docx', 'pptx'),
			at: text,
			file: isStoredFile
		})
	)
});
