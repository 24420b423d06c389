import { openTrial, type Trial } from './guard-trial.ts';
import type { Veil, Witness } from './guard-veil.ts';

/** So many steps are tried for one count: sums of a few units need ten, and no one has patience for all of them. */
const MOST_STEPS = 150;

/**
 * Looks, for any count, for a change of withheld counts by one each, among them the one sought, that keeps every sum, every
 * bound and every part within its whole: from the first step each sum that it upsets is set right by another, first by the
 * step that upsets least besides. `undefined` where none was found.
 */
export function changeFinder(veil: Veil): (sought: number) => Witness | undefined {
	const trial = openTrial(veil);
	return (sought) => {
		const mayStep = countdown(MOST_STEPS);
		for (const step of [1, -1]) {
			const first = { place: sought, step };
			if (!trial.allows(first)) continue;
			trial.take(first);
			const change = settle(trial, mayStep) ? new Map(trial.change) : undefined;
			trial.clear();
			if (change) return change;
		}
		return undefined;
	};
}

/** True once nothing is upset any more; the trial then holds the change, else it is as it was. */
function settle(trial: Trial, mayStep: () => boolean): boolean {
	const remedies = trial.remedies();
	if (!remedies) return true;
	for (const remedy of remedies) {
		if (!mayStep()) return false;
		trial.take(remedy);
		if (settle(trial, mayStep)) return true;
		trial.takeBack(remedy);
	}
	return false;
}

/** True for so many calls, then false. */
function countdown(from: number): () => boolean {
	let left = from;
	return () => {
		left -= 1;
		return left >= 0;
	};
}
