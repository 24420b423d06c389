import type { Issue } from '#lib/base/issue.ts';
import { progressPartOf } from '#lib/base/progress.ts';
import { besideContext, type BesideOptions } from './beside-context.ts';
import { checkAcross } from './check-across.ts';
import { copiedForward, fullEverywhere } from './check-alike.ts';
import { checkHistory } from './check-history.ts';
import { cumulativeFallsBeside } from './check-years.ts';
import { doubtfulUnits } from './doubtful-units.ts';
import type { Entry } from './draft.ts';
import { entriesOf, entryAt, type EntryColumns } from './entry-columns.ts';

/**
 * What drafted entries look like beside the figures in force: rules across sheets and years, cumulative figures that
 * fall, jumps against the unit's own history, figures copied from the period before, 100 % everywhere. Warnings and
 * remarks only, each at the row and column of an entry, in their order. What B8 says of targets and tasks has no such
 * history: ranks jump, states turn.
 */
export function checkBeside(entries: readonly Entry[], options: BesideOptions): Issue[] {
	const counted = entries.filter(({ measure }) => !progressPartOf(measure));
	const context = besideContext(counted, options);
	const issues = [
		...checkAcross(context),
		...cumulativeFallsBeside(context),
		...checkHistory(context),
		...copiedForward(context),
		...fullEverywhere(context)
	];
	return issues.sort((a, b) => (a.row ?? 0) - (b.row ?? 0));
}

/** The same for entries column by column: only those of units that may give rise to an issue are made objects. */
export function checkColumnsBeside(entries: EntryColumns, options: BesideOptions): Issue[] {
	if (entries.measure.dictionary.some((measure) => progressPartOf(measure)))
		return checkBeside(entriesOf(entries), options);
	const doubtful = new Set(doubtfulUnits(entries, options));
	if (doubtful.size === 0) return [];
	const { codes } = entries.unit;
	const own: Entry[] = [];
	for (let at = 0; at < codes.length; at += 1)
		if (doubtful.has(codes[at] ?? -1)) own.push(entryAt(entries, at));
	return checkBeside(own, options);
}
