import starters from '#data/reports/starters.json' with { type: 'json' };
import type { Language, Words } from '#lib/base/language.ts';
import {
	REPORT_FORMATS,
	REPORT_SECTIONS,
	type ReportDefinition,
	type ReportFormat,
	type ReportSectionId
} from '#lib/base/report-definition.ts';

/** A report to begin with in place of an empty page. */
export interface ReportStarter {
	id: string;
	name: Words;
	/** What it is for, in a sentence. */
	text: Words;
	sections: readonly ReportSectionId[];
	formats: readonly ReportFormat[];
}

/** The reports to begin with, in their order. */
export const REPORT_STARTERS: readonly ReportStarter[] = starters.map((starter) => ({
	...starter,
	sections: REPORT_SECTIONS.filter((section) => starter.sections.includes(section)),
	formats: REPORT_FORMATS.filter((format) => starter.formats.includes(format))
}));

/** A definition that begins as the starter does: for the unit in view, the newest quarter and the headline indicators. */
export function definitionOf(
	{ name, sections, formats }: ReportStarter,
	{ id, language, profile }: { id: string; language: Language; profile: string }
): ReportDefinition {
	return {
		id,
		name: name[language],
		language,
		profile,
		units: [],
		period: 'newest',
		boundaries: 'reported',
		indicators: [],
		rows: 'children',
		sections,
		fields: {},
		guardsSmallCells: true,
		formats
	};
}
