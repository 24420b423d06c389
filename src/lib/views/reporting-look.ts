import type { Language } from '#lib/base/language.ts';
import { say } from '#lib/base/messages.ts';
import { printCount } from './print-value.ts';
import {
	onTimeIn,
	reportedIn,
	type ReportingState,
	stateOf,
	type Tally
} from './reporting-tally.ts';

/** The icons of the states; their drawings are in components/ui/Icon.svelte. */
export type ReportingIcon = 'check' | 'over' | 'half' | 'cross' | 'clock' | 'dash';

/** A state as it is shown: icon, word and the status whose colours it takes. */
export interface ReportingLook {
	state: ReportingState;
	icon: ReportingIcon;
	/** Names the colours in src/tokens.css: `--met`, `--met-word`, `--met-tint`. */
	colour: string;
	word: string;
}

const ICONS: Record<ReportingState, ReportingIcon> = {
	'on-time': 'check',
	late: 'over',
	provisional: 'half',
	missing: 'cross',
	'not-due': 'clock',
	'not-owed': 'dash'
};

const COLOURS: Record<ReportingState, string> = {
	'on-time': 'met',
	late: 'above-band',
	provisional: 'undecided',
	missing: 'not-met',
	'not-due': 'not-due',
	'not-owed': 'not-applicable'
};

/** Icon, colour and word of a state; a late one says by how many days where that is known. */
export function reportingLook(
	state: ReportingState,
	{ language, days = 0 }: { language: Language; days?: number }
): ReportingLook {
	const word = state === 'late' ? lateWord(days, language) : say(language, `reporting.${state}`);
	return { state, icon: ICONS[state], colour: COLOURS[state], word };
}

/** A cell of the matrix, in words. */
export interface CellWords {
	look: ReportingLook;
	/** What stands in it: the state of a single report, else how many have arrived. */
	text: string;
	/** What stands below that, where there is more to say. */
	note: string;
	/** Everything, for the ear and the tooltip. */
	label: string;
}

/** What a cell says of its reports. */
export function cellWords(tally: Tally, language: Language): CellWords {
	const look = reportingLook(stateOf(tally), { language, days: tally.lateDays });
	const isSingle = tally.owed === 1;
	const isLateToo = tally.provisional > 0 && look.state === 'late';
	const note = isSingle && isLateToo ? say(language, 'reporting.provisional') : '';
	if (isSingle) {
		return { look, text: look.word, note, label: note ? `${look.word}, ${note}` : look.word };
	}
	const [count, all] = [reportedIn(tally), tally.owed].map((each) => printCount(each, language));
	const text = say(language, 'reporting.rate', { count: count ?? '', all: all ?? '' });
	return { look, text, note, label: tallyWords(tally, language) };
}

/** How many reports have arrived and how the others stand: `đã nộp 18/21, đúng hạn 15, muộn 3, chưa nộp 3`. */
export function tallyWords(tally: Tally, language: Language): string {
	if (tally.owed === 0) return say(language, 'reporting.not-owed');
	const { owed, late, missing, notDue, provisional } = tally;
	const parts = [
		say(language, 'reporting.cell-reported', { count: reportedIn(tally), all: owed }),
		...counted('reporting.cell-on-time', onTimeIn(tally)),
		...counted('reporting.cell-late', late),
		...counted('reporting.cell-provisional', provisional),
		...counted('reporting.cell-missing', missing),
		...counted('reporting.cell-not-due', notDue)
	];
	return parts.join(', ');

	function counted(key: `reporting.cell-${PartKey}`, count: number): string[] {
		return count > 0 ? [say(language, key, { count })] : [];
	}
}

type PartKey = 'on-time' | 'late' | 'provisional' | 'missing' | 'not-due';

function lateWord(days: number, language: Language): string {
	if (days <= 0) return say(language, 'reporting.late');
	return days === 1
		? say(language, 'reporting.late-day')
		: say(language, 'reporting.late-days', { days });
}
