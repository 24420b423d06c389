import { traceCode } from '#lib/base/trace-code.ts';

/** That of a figure of the sample as it stood before the year was closed. */
const CODE = traceCode({
	...{ indicator: 'grassroots-rated-good', unit: 'MH', period: '2024' },
	...{ boundaries: 'reported', sequence: 12, isWithheld: true }
});

/** One view of the app, where it has most to show of the sample. */
export interface ViewToSee {
	/** What its pictures are called. */
	name: string;
	path: string;
	/** An address of the same view with fewer rows of each sort, for checks that take their time for every row. */
	part?: string;
}

/** Every view of the app, each at the address that shows the most of it. */
export const EVERY_VIEW: readonly ViewToSee[] = [
	{ name: 'overview', path: '/' },
	{ name: 'scorecard', path: '/scorecard' },
	{ name: 'unit', path: '/unit?unit=MH-805' },
	{ name: 'indicator', path: '/indicator/grassroots-rated-good' },
	{ name: 'trail', path: '/trail/grassroots-rated-good' },
	{ name: 'trace', path: `/trace/${CODE}` },
	{ name: 'targets', path: '/targets', part: '/targets?doc=21-nq-tw' },
	{ name: 'ledger', path: '/ledger', part: '/ledger?doc=21-nq-tw' },
	{ name: 'reporting', path: '/reporting' },
	{ name: 'submissions', path: '/submissions' },
	{ name: 'reports', path: '/reports' },
	{ name: 'report', path: '/reports?report=brief' },
	{ name: 'organisation', path: '/organisation' },
	{ name: 'compare', path: '/compare?with=MH-801,MH-805,MH-814' },
	{ name: 'present', path: '/present' },
	{ name: 'workbench', path: '/workbench' },
	{ name: 'guide', path: '/guide' }
];

/** The path with the language in it, where that is not the app's first. */
export function inLanguage(path: string, language: 'vi' | 'en'): string {
	if (language === 'vi') return path;
	return `${path}${path.includes('?') ? '&' : '?'}lang=en`;
}
