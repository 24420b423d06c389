import type { IsoDate, Period } from '#lib/base/period.ts';
import { yearOf } from '#lib/base/period.ts';
import type { FigureHistory, Trail } from '#lib/base/trail.ts';
import type { Indicator } from '#lib/catalogue/catalogue.ts';
import type { Engine } from '#lib/engine/engine.ts';
import { findHistory } from '#lib/rollup/find-history.ts';
import { findTrail } from '#lib/rollup/find-trail.ts';
import type { RollupSubmission } from '#lib/rollup/key-entries.ts';
import { type Ground, withSequences } from './ground.ts';

/** Which figure is asked where it comes from. */
export interface TrailTask {
	indicator: Indicator;
	unit: string;
	period: Period;
	/** The day whose units the period is shown on; absent for its own map. */
	boundaries?: IsoDate;
}

/** Where a figure comes from, and how it came to be. */
export interface TrailAnswer {
	trail: Trail;
	history: FigureHistory;
}

/** The trail and the history of a figure on the ground in force. */
export async function computeTrail(
	engine: Engine,
	ground: Ground,
	task: TrailTask
): Promise<TrailAnswer> {
	const { units, lineage, catalogue } = ground;
	const submissions = await contentsUpTo(ground, yearOf(task.period));
	const question = { engine, submissions, units, lineage, catalogue, ...task };
	return { trail: await findTrail(question), history: await findHistory(question) };
}

/** The contents in force that may speak of the year: those that hold anything of it, or of years before. */
export async function contentsUpTo(
	{ store, manifest }: Pick<Ground, 'store' | 'manifest'>,
	year: number
): Promise<RollupSubmission[]> {
	const speaking = manifest.submissions.filter(({ periods }) =>
		periods.some((period) => yearOf(period) <= year)
	);
	return withSequences(speaking, await store.contents(speaking));
}
