import type { Status } from '#lib/assess/assessment.ts';
import type { Facts } from '#lib/assess/standing.ts';
import { localizeDecimal } from '#lib/base/format-number.ts';
import type { Language } from '#lib/base/language.ts';
import { say } from '#lib/base/messages.ts';
import { type StatusLook, statusLook } from './status-look.ts';

/** What the marks of a scorecard mean. */
export interface ScorecardLegend {
	statuses: StatusLook[];
	/** From which change on an arrow is shown. */
	arrow: string;
}

const TOLD: readonly Status[] = [
	'met',
	'not-met',
	'above-band',
	'undecided',
	'not-due',
	'no-data',
	'not-applicable'
];

/** The key to a scorecard, with the effective gap of the settings. */
export function scorecardLegend({ settings }: Facts, language: Language): ScorecardLegend {
	const gap = localizeDecimal(settings.effectiveGapPoints, language);
	return {
		statuses: TOLD.map((status) => statusLook(status, language)),
		arrow: say(language, 'scorecard.legend-arrow', { gap })
	};
}
