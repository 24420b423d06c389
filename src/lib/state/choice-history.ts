import type { FileChoices } from './sheet-choices.ts';

/** The choices in force, with those before, the newest last, and those taken back, the next one last. */
export interface ChoiceHistory {
	past: readonly FileChoices[];
	now: FileChoices;
	future: readonly FileChoices[];
}

/** The history of a file about which nothing was said yet. */
export const NO_CHOICES: ChoiceHistory = { past: [], now: {}, future: [] };

/** With other choices in force; what was taken back before can no longer be brought back. */
export function advance({ past, now }: ChoiceHistory, next: FileChoices): ChoiceHistory {
	return { past: [...past, now], now: next, future: [] };
}

/** One step back; the same history where there is none. */
export function stepBack(history: ChoiceHistory): ChoiceHistory {
	const before = history.past.at(-1);
	if (!before) return history;
	const { past, now, future } = history;
	return { past: past.slice(0, -1), now: before, future: [...future, now] };
}

/** One step forth again; the same history where there is none. */
export function stepForth(history: ChoiceHistory): ChoiceHistory {
	const next = history.future.at(-1);
	if (!next) return history;
	const { past, now, future } = history;
	return { past: [...past, now], now: next, future: future.slice(0, -1) };
}
