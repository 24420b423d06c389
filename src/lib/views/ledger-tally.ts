import type { Language } from '#lib/base/language.ts';
import { say } from '#lib/base/messages.ts';
import { soonPlace } from './ledger-filter.ts';
import { currentOf, LEDGER_KINDS, type LedgerKind, type LedgerLine } from './ledger-line.ts';
import { type LedgerLook, type LedgerStage, stageLook, stageOf, STAGES } from './ledger-look.ts';
import { printCount } from './print-value.ts';

/** How many lines there are, by stage, and how many fall due soon. */
export interface LedgerTally {
	all: number;
	stages: Record<LedgerStage, number>;
	soon: number;
}

/** The lines counted by what each speaks of. */
export function ledgerTally(lines: readonly LedgerLine[]): LedgerTally {
	const stages: Record<LedgerStage, number> = {
		done: 0,
		late: 0,
		overdue: 0,
		unreported: 0,
		active: 0,
		ahead: 0,
		undated: 0
	};
	for (const line of lines) stages[stageOf(currentOf(line).state)]++;
	return { all: lines.length, stages, soon: lines.filter((line) => soonPlace(line) >= 0).length };
}

/** One part of a bar. */
export interface LedgerPart {
	stage: LedgerStage;
	look: LedgerLook;
	count: string;
	/** In per cent of all. */
	share: number;
}

/** The stages that any line is in, for a bar with its legend. */
export function ledgerParts({ all, stages }: LedgerTally, language: Language): LedgerPart[] {
	return STAGES.filter((stage) => stages[stage] > 0).map((stage) => ({
		stage,
		look: stageLook(stage, language),
		count: printCount(stages[stage], language),
		share: (stages[stage] / all) * 100
	}));
}

/** `92 nhiệm vụ: 40 hoàn thành, 5 hoàn thành muộn, 3 quá hạn …`; lines of several kinds are "việc". */
export function ledgerTallyWords(
	tally: LedgerTally,
	language: Language,
	kind?: LedgerKind
): string {
	const head = say(language, `ledger.count-${kind ?? 'all'}`, { count: tally.all });
	const parts = STAGES.filter((stage) => tally.stages[stage] > 0).map((stage) =>
		say(language, `ledger.count-stage`, {
			count: tally.stages[stage],
			word: lowerFirst(stageLook(stage, language).word)
		})
	);
	return parts.length > 0 ? `${head}: ${parts.join(', ')}` : head;
}

/** How many lines of each kind there are: `Trong sổ: 7 biểu, 19 mốc, 29 nghĩa vụ, 244 nhiệm vụ.` */
export function ledgerKindWords(lines: readonly LedgerLine[], language: Language): string {
	const counts = LEDGER_KINDS.map((kind) => ({
		kind,
		count: lines.filter((line) => line.kind === kind).length
	}));
	const words = counts
		.filter(({ count }) => count > 0)
		.map(({ kind, count }) => say(language, `ledger.count-${kind}`, { count }));
	return say(language, 'ledger.kinds', { words: words.join(', ') });
}

function lowerFirst(text: string): string {
	return text.charAt(0).toLowerCase() + text.slice(1);
}
