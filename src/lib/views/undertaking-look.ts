import type { Status } from '#lib/assess/assessment.ts';
import {
	type Moment,
	type UndertakingStanding,
	undertakingStandings,
	type UndertakingState
} from '#lib/assess/undertaking-state.ts';
import type { Language } from '#lib/base/language.ts';
import { say } from '#lib/base/messages.ts';
import { lastDayOf, type Period } from '#lib/base/period.ts';
import type { ProgressFact } from '#lib/base/progress.ts';
import type { Undertaking } from '#lib/catalogue/catalogue.ts';
import { standingLook } from './ledger-look.ts';
import { dayWords } from './sentence-date.ts';
import { type StatusLook, statusLook } from './status-look.ts';

/** The status whose colour and icon stand for a state. */
const LIKE: Record<UndertakingState, Status> = {
	'on-time': 'met',
	done: 'met',
	late: 'above-band',
	'in-progress': 'not-due',
	'not-started': 'not-due',
	overdue: 'not-met',
	unreported: 'no-data',
	ahead: 'not-due',
	continuous: 'not-applicable',
	waiting: 'not-applicable',
	open: 'not-applicable',
	'none-arising': 'not-applicable'
};

/** How an undertaking stands where the unit is, for its last day in the period: by reports of the unit, else of the nearest one above. */
export function undertakingAt(
	undertaking: Undertaking,
	progress: readonly ProgressFact[],
	{ path, period, now }: { path: readonly string[]; period: Period; now: Moment['now'] }
): UndertakingStanding | undefined {
	const said = progress.filter(({ code }) => code === undertaking.id);
	const reporter = path.findLast((unit) => said.some((fact) => fact.unit === unit));
	const facts = said.filter(({ unit }) => unit === reporter);
	const until = lastDayOf(period);
	const standings = undertakingStandings(undertaking, facts, { now, until });
	return standings.findLast(({ last }) => last === undefined || last <= until) ?? standings[0];
}

/** Icon, colour and words of a standing as a status has them, the words those of the ledger. */
export function undertakingLook(
	standing: Pick<UndertakingStanding, 'state'>,
	language: Language
): StatusLook {
	const { word } = standingLook(standing, language);
	return { ...statusLook(LIKE[standing.state], language), word };
}

/** When an undertaking is due, in words: `trước hết ngày 31/12/2025`, `hằng năm, kỳ tới 14/12/2026`, else the document's own. */
export function dueWords(
	{ due, dueText }: Undertaking,
	{ standing, language }: { standing?: UndertakingStanding; language: Language }
): string {
	switch (due.kind) {
		case 'once':
			return say(language, 'targets.due-once', { day: dayWords(due.last, language) });
		case 'recurring':
			return say(language, `targets.due-every-${due.months}`, {
				day: dayWords(standing?.last ?? due.first, language)
			});
		case 'continuous':
		case 'conditional':
		case 'open':
			return dueText === undefined
				? say(language, `targets.due-${due.kind}`)
				: say(language, 'targets.due-quoted', { words: dueText });
	}
}
