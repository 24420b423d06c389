import type { Status } from '#lib/assess/assessment.ts';
import type { Language } from '#lib/base/language.ts';
import { say } from '#lib/base/messages.ts';

/** The icons that stand for a status; their drawings are in components/ui/Icon.svelte. */
export type StatusIcon =
	'check' | 'cross' | 'over' | 'question' | 'clock' | 'dash' | 'slash' | 'rise' | 'fall' | 'level';

/** A status as it is shown: never by colour alone, always icon + word + colour. */
export interface StatusLook {
	status: Status;
	word: string;
	icon: StatusIcon;
}

const ICONS: Record<Status, StatusIcon> = {
	met: 'check',
	'not-met': 'cross',
	'above-band': 'over',
	undecided: 'question',
	'not-due': 'clock',
	'no-data': 'dash',
	'no-threshold': 'dash',
	'not-applicable': 'slash',
	rising: 'rise',
	falling: 'fall',
	unchanged: 'level'
};

/** The order in which statuses are listed: what needs no care first, what says nothing last. */
export const STATUS_ORDER: readonly Status[] = [
	'met',
	'not-met',
	'above-band',
	'undecided',
	'not-due',
	'rising',
	'falling',
	'unchanged',
	'no-threshold',
	'no-data',
	'not-applicable'
];

/** Icon and word of a status; a value that lacks data all the same lacks those of the period it is held against. */
export function statusLook(status: Status, language: Language, hasValue = false): StatusLook {
	const key = status === 'no-data' && hasValue ? 'no-earlier' : status;
	return { status, word: say(language, `status.${key}`), icon: ICONS[status] };
}
