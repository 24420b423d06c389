import type { Language } from './language.ts';
import { comparePeriods, kindOf, type Period } from './period.ts';

/** The formats that a report is written in. */
export const REPORT_FORMATS = ['docx', 'pptx', 'xlsx', 'html'] as const;

/** A format that a report is written in. */
export type ReportFormat = (typeof REPORT_FORMATS)[number];

/** What a report may consist of, in the order in which it usually stands. */
export const REPORT_SECTIONS = [
	'summary',
	'targets',
	'indicators',
	'scorecard',
	'best-and-worst',
	'changes',
	'missing-reports',
	'data-quality',
	'tasks',
	'method'
] as const;

/** A part that a report may have. */
export type ReportSectionId = (typeof REPORT_SECTIONS)[number];

/** The formats that an office may have a template of its own for. */
export type TemplateFormat = Extract<ReportFormat, 'docx' | 'pptx'>;

/** What an analyst settled about a report, so that it can be run again next quarter. */
export interface ReportDefinition {
	id: string;
	name: string;
	language: Language;
	/** A layout of data/reports/profiles.json. */
	profile: string;
	/** The units that it is made for, one file each; empty for the unit in view. */
	units: readonly string[];
	/** A period, or the newest of its kind with figures: `newest` (a quarter), `newest-half`, `newest-year`. */
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
	/** The formats that one press makes; absent for Word alone. */
	formats?: readonly ReportFormat[];
	/** The office's own templates among those kept in the workspace, by their ids; absent for the product's layout. */
	templates?: Readonly<Partial<Record<TemplateFormat, string>>>;
}

/** The moving periods of a definition, by which it speaks of another one each time it is run. */
export const NEWEST_PERIODS = ['newest', 'newest-half', 'newest-year'] as const;

/**
 * The period that a definition speaks of, among those with figures: the newest quarter, half-year or year, or the one
 * that it names. Where none of the kind has figures the newest of any kind; `undefined` where there are none.
 */
export function periodOfDefinition(
	{ period }: Pick<ReportDefinition, 'period'>,
	periods: readonly Period[]
): Period | undefined {
	const ordered = [...periods].sort(comparePeriods);
	const newest = (kind: ReturnType<typeof kindOf>): Period | undefined =>
		ordered.findLast((each) => kindOf(each) === kind) ?? ordered.at(-1);
	switch (period) {
		case 'newest':
			return newest('quarter');
		case 'newest-half':
			return newest('half');
		case 'newest-year':
			return newest('year');
		default:
			return period;
	}
}
