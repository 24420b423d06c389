import type { Language } from '#lib/base/language.ts';
import { say } from '#lib/base/messages.ts';
import type { StateFilter } from './ledger-filter.ts';
import { isComing } from './ledger-line.ts';
import { type LedgerIcon, stageLook, standingLook } from './ledger-look.ts';
import type { LedgerRow } from './ledger-rows.ts';
import { type LedgerTally, ledgerTally } from './ledger-tally.ts';
import { printCount } from './print-value.ts';
import { dayWords } from './sentence-date.ts';

/** One figure of the strip: how many, what they are, and the filter that lists them. */
export interface StripTile {
	state: StateFilter;
	icon: LedgerIcon;
	colour: string;
	count: string;
	label: string;
	/** What else is to be said; may be empty. */
	note: string;
}

/** What is overdue, what is next, what is done, and what nobody has spoken of. */
export function ledgerStrip(rows: readonly LedgerRow[], language: Language): StripTile[] {
	const tally = ledgerTally(rows.map(({ line }) => line));
	const { stages, soon } = tally;
	const { late, overdue, unreported } = stages;
	const tile = (
		state: StateFilter,
		stage: keyof LedgerTally['stages'],
		count: number
	): StripTile => {
		const { icon, colour } = stageLook(stage, language);
		const label = say(language, `ledger.strip-${state as StripState}`);
		return { state, icon, colour, label, count: printCount(count, language), note: '' };
	};
	const lateWords = late > 0 ? say(language, 'ledger.strip-late', { count: late }) : '';
	return [
		tile('overdue', 'overdue', overdue),
		{ ...tile('soon', 'ahead', soon), note: nextWords(rows, language) },
		{ ...tile('finished', 'done', stages.done + late), note: lateWords },
		tile('unreported', 'unreported', unreported)
	];
}

type StripState = 'overdue' | 'soon' | 'finished' | 'unreported';

/** What falls due first: its day, and what it is. */
function nextWords(rows: readonly LedgerRow[], language: Language): string {
	const coming = rows.flatMap((row) =>
		row.line.occurrences.filter(isComing).map((occurrence) => ({ row, occurrence }))
	);
	const [first] = coming.sort((a, b) => (a.occurrence.days ?? 0) - (b.occurrence.days ?? 0));
	if (!first) return '';
	const { last = '' } = first.occurrence;
	return say(language, 'ledger.strip-next', {
		name: first.row.name,
		day: dayWords(last, language),
		days: standingLook(first.occurrence, language).days
	});
}
