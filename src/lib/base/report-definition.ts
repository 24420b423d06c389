import type { Language } from './language.ts';

/** The formats that a report is written in. */
export type ReportFormat = 'docx' | 'pptx' | 'xlsx' | 'html';

/** What an analyst settled about a report, so that it can be run again next quarter. */
export interface ReportDefinition {
	id: string;
	name: string;
	language: Language;
	/** A layout of data/reports/profiles.json. */
	profile: string;
	/** The units that it is made for, one file each; empty for the unit in view. */
	units: readonly string[];
	/** `newest`, or a period. */
	period: string;
	/** `reported`, `today` or a year. */
	boundaries: string;
	/** The indicators by id in their order; empty for the headline ones. */
	indicators: readonly string[];
	/** Which units its tables list: those directly below, or all that report. */
	rows: 'children' | 'leaves';
	/** In their order. */
	sections: readonly ReportSectionId[];
	/** The words of letterhead and signature by the profile's fields. */
	fields: Readonly<Record<string, string>>;
	/** True where counts below the settings' threshold are hidden: the report leaves the unit that owns them. */
	guardsSmallCells: boolean;
}

/** What a report may consist of. */
export type ReportSectionId =
	| 'summary'
	| 'targets'
	| 'indicators'
	| 'scorecard'
	| 'best-and-worst'
	| 'changes'
	| 'missing-reports'
	| 'data-quality'
	| 'tasks'
	| 'method';
