import type { Facts } from '#lib/assess/standing.ts';
import type { IsoDate } from '#lib/base/period.ts';
import { productSettings } from '#lib/catalogue/load-settings.ts';
import { readRollup } from '#lib/rollup/read-rollup.ts';
import type { TrailAnswer, TrailTask } from './compute-trail.ts';
import type { Ground } from './ground.ts';
import { RollupDesk } from './rollup-desk.ts';
import { rollupKeyOf } from './rollup-key.ts';

/** Rollups of boundary modes and of what might be, kept while the page is open. */
const REMEMBERED = 8;

/** What else is asked than the figures in force as they were reported. */
export interface FactsQuestion {
	/** The day whose units all periods are shown on. */
	boundaries?: IsoDate;
	/** Contents that are not in force, to see what they would change; the newest of all. */
	more?: readonly Uint8Array[];
}

/** Makes facts of grounds: the kept rollup where there is one, else one computed by the engine. */
export class FactsDesk {
	readonly #rollups = new RollupDesk();
	readonly #remembered = new Map<string, Promise<Uint8Array>>();

	/** Boots the engine ahead of its use. */
	warmUp(): void {
		this.#rollups.warmUp();
	}

	/** The facts in force, as reported; `compute` is told when the rollup is not kept and has to be computed. */
	async inForce(
		ground: Ground,
		compute: (work: () => Promise<Uint8Array>) => Promise<Uint8Array>
	): Promise<{ facts: Facts; save?: () => Promise<unknown> }> {
		const key = await rollupKeyOf(ground);
		const kept = await ground.store.rollup(key);
		if (kept) return { facts: factsOf(ground, kept) };
		const rollup = await compute(() => this.#rollups.compute(ground));
		return {
			facts: factsOf(ground, rollup),
			save: () => ground.store.saveRollup(rollup, key)
		};
	}

	/** The facts of another question; the answer is remembered while the ground stays the same. */
	async ask(ground: Ground, question: FactsQuestion): Promise<Facts> {
		const { boundaries, more } = question;
		if (more) return factsOf(ground, await this.#rollups.compute({ ...ground, boundaries, more }));
		const key = await rollupKeyOf({ ...ground, boundaries });
		const known = this.#remembered.get(key);
		if (known) return factsOf(ground, await known);
		const computing = this.#rollups.compute({ ...ground, boundaries });
		this.#remember(key, computing);
		return factsOf(ground, await computing);
	}

	/** Where a figure comes from, and how it came to be. */
	trail(ground: Ground, task: TrailTask): Promise<TrailAnswer> {
		return this.#rollups.turn(async (engine) => {
			const { computeTrail } = await import('./compute-trail.ts');
			return computeTrail(engine, ground, task);
		});
	}

	/** A computation that fails is forgotten, so that the next question tries again. */
	#remember(key: string, computing: Promise<Uint8Array>): void {
		for (const oldest of this.#remembered.keys()) {
			if (this.#remembered.size < REMEMBERED) break;
			this.#remembered.delete(oldest);
		}
		this.#remembered.set(key, computing);
		computing.catch(() => this.#remembered.delete(key));
	}
}

function factsOf({ catalogue, progress }: Ground, rollup: Uint8Array): Facts {
	const totals = readRollup(rollup);
	return { catalogue, totals, adoption: {}, settings: productSettings(), progress };
}
