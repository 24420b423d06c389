import { bootBrowserEngine } from '#lib/engine/boot-browser-engine.ts';
import type { Engine } from '#lib/engine/engine.ts';
import type { IsoDate } from '#lib/base/period.ts';
import type { Catalogue } from '#lib/catalogue/catalogue.ts';
import { rollUp } from '#lib/rollup/roll-up.ts';
import type { Manifest } from '#lib/store/manifest.ts';
import type { Store } from '#lib/store/store.ts';
import type { LineageEvent } from '#lib/units/lineage.ts';
import type { Unit } from '#lib/units/unit.ts';
import { withSequences } from './ground.ts';

/** What a rollup is computed from. */
export interface RollupTask {
	store: Store;
	/** Which submissions are in force. */
	manifest: Manifest;
	units: readonly Unit[];
	lineage?: readonly LineageEvent[];
	catalogue: Catalogue;
	/** The day whose units all periods are shown on; without it each stands on its own map. */
	boundaries?: IsoDate;
	/** Contents that are not in force, to see what they would change; the newest of all. */
	more?: readonly Uint8Array[];
}

/** Boots the engine; this file is loaded when there is something to compute, and not before. */
export function bootEngine(): Promise<Engine> {
	return bootBrowserEngine();
}

/** The rollup of the submissions in force, and of what is added to them, as bytes for the store. */
export async function computeRollup(
	engine: Engine,
	{ store, manifest, units, lineage, catalogue, boundaries, more = [] }: RollupTask
): Promise<Uint8Array> {
	const contents = await store.contents(manifest.submissions);
	const submissions = withSequences(manifest.submissions, contents);
	for (const [place, bytes] of more.entries()) {
		submissions.push({ sequence: manifest.sequence + 1 + place, bytes });
	}
	return rollUp({ engine, submissions, units, lineage, catalogue, boundaries });
}
