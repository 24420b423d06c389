import type { UndertakingStanding, UndertakingState } from '#lib/assess/undertaking-state.ts';
import type { Language } from '#lib/base/language.ts';
import { say } from '#lib/base/messages.ts';
import type { LedgerOccurrence } from './ledger-line.ts';

/** The icons of the states; their drawings are in components/ui/Icon.svelte. */
export type LedgerIcon =
	'check' | 'over' | 'half' | 'cross' | 'clock' | 'dash' | 'question' | 'slash' | 'arrow-right';

/** What states are drawn together, from what is done to what has no day. */
export type LedgerStage =
	'done' | 'late' | 'overdue' | 'unreported' | 'active' | 'ahead' | 'undated';

/** A state or a stage as it is shown: icon, colour, word. */
export interface LedgerLook {
	icon: LedgerIcon;
	/** Names the colours in src/tokens.css: `--met`, `--met-word`, `--met-tint`. */
	colour: string;
	word: string;
}

/** A standing in words: its state, and beside it how many days. */
export interface StandingLook extends LedgerLook {
	state: UndertakingState;
	/** `còn 20 ngày`, `quá hạn 5 ngày`, `muộn 2 ngày`; empty where there is nothing to count. */
	days: string;
}

/** The stages in the order in which bars show them. */
export const STAGES: readonly LedgerStage[] = [
	'done',
	'late',
	'overdue',
	'unreported',
	'active',
	'ahead',
	'undated'
];

const STAGE_OF: Record<UndertakingState, LedgerStage> = {
	'on-time': 'done',
	done: 'done',
	late: 'late',
	overdue: 'overdue',
	unreported: 'unreported',
	'in-progress': 'active',
	'not-started': 'ahead',
	ahead: 'ahead',
	continuous: 'undated',
	waiting: 'undated',
	open: 'undated',
	'none-arising': 'undated'
};

const STAGE_LOOKS: Record<LedgerStage, Omit<LedgerLook, 'word'>> = {
	done: { icon: 'check', colour: 'met' },
	late: { icon: 'over', colour: 'above-band' },
	overdue: { icon: 'cross', colour: 'not-met' },
	unreported: { icon: 'question', colour: 'no-data' },
	active: { icon: 'half', colour: 'undecided' },
	ahead: { icon: 'clock', colour: 'not-due' },
	undated: { icon: 'dash', colour: 'not-applicable' }
};

const OWN_ICONS: Partial<Record<UndertakingState, LedgerIcon>> = {
	continuous: 'arrow-right',
	waiting: 'clock',
	'none-arising': 'slash'
};

/** The stage of a state. */
export function stageOf(state: UndertakingState): LedgerStage {
	return STAGE_OF[state];
}

/** Icon, colour and word of a stage. */
export function stageLook(stage: LedgerStage, language: Language): LedgerLook {
	return { ...STAGE_LOOKS[stage], word: say(language, `ledger.stage-${stage}`) };
}

/** Icon, colour and words of a standing. */
export function standingLook(
	standing: Pick<UndertakingStanding | LedgerOccurrence, 'state' | 'days' | 'last'>,
	language: Language
): StandingLook {
	const { state } = standing;
	const look = STAGE_LOOKS[STAGE_OF[state]];
	return {
		state,
		icon: OWN_ICONS[state] ?? look.icon,
		colour: look.colour,
		word: say(language, `ledger.state-${state}`),
		days: dayCount(standing, language)
	};
}

function dayCount(
	{ state, days }: Pick<UndertakingStanding, 'state' | 'days'>,
	language: Language
): string {
	if (days === undefined) return '';
	const plural = days === 1 ? 'day' : 'days';
	if (state === 'late') return say(language, `ledger.late-${plural}`, { days });
	if (state === 'overdue') return say(language, `ledger.overdue-${plural}`, { days });
	if (state === 'unreported') return say(language, `ledger.past-${plural}`, { days });
	return days === 0
		? say(language, 'ledger.today')
		: say(language, `ledger.ahead-${plural}`, { days });
}
