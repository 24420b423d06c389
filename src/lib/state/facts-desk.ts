import type { Facts } from '#lib/assess/standing.ts';
import type { Totals } from '#lib/base/indicator-total.ts';
import type { IsoDate } from '#lib/base/period.ts';
import { productSettings } from '#lib/catalogue/load-settings.ts';
import type { Engine } from '#lib/engine/engine.ts';
import { readRollup } from '#lib/rollup/read-rollup.ts';
import type { Ground } from './ground.ts';
import { RollupDesk } from './rollup-desk.ts';
import type { OnProgress } from './rollup-line.ts';
import { keepRollup, readKeptRollup } from '#lib/package/kept-rollup.ts';
import { rollupKeyOf } from '#lib/package/rollup-key.ts';

/** Rollups of boundary modes and of what might be, kept while the page is open: so many, and of so many bytes. */
const MOST_REMEMBERED = { rollups: 8, bytes: 1_000_000_000 };

/** What else is asked than the figures in force as they were reported. */
export interface FactsQuestion {
	/** The day whose units all periods are shown on. */
	boundaries?: IsoDate;
	/** Contents that are not in force, to see what they would change; the newest of all. */
	more?: readonly Uint8Array[];
}

/** Looks for something about one figure on a ground. */
export type FigureSearch<Found> = (engine: Engine, ground: Ground) => Promise<Found>;

/** A rollup that may still be on its way. */
interface Remembered {
	rollup: Promise<Totals>;
	/** The same, once it is there. */
	read?: Totals;
	/** 0 until it is there. */
	bytes: number;
}

/** What a rollup was asked for by, and its name. */
interface Named {
	ground: Ground;
	boundaries?: IsoDate;
	key: string;
}

/** Makes facts of grounds: the kept rollup where there is one, else one computed by the engine. */
export class FactsDesk {
	readonly #rollups = new RollupDesk();
	/** The ground that was last read ahead. */
	#prepared?: Ground;
	readonly #remembered = new Map<string, Remembered>();
	/** The names of the rollups that were asked for, so that they are found without working them out again. */
	readonly #named: Named[] = [];
	/** The facts last made of each rollup: what is worked out of them holds as long as they are the same. */
	readonly #facts = new WeakMap<Totals, Facts>();

	/** Boots the engine ahead of its use. */
	warmUp(): void {
		this.#rollups.warmUp();
	}

	/** Has read what is in force, ahead of a rollup of it and of more. */
	prepare(ground: Ground | undefined): void {
		if (!ground || ground === this.#prepared) return;
		this.#prepared = ground;
		this.#rollups.prepare(ground);
	}

	/** The facts in force, as reported; `compute` is told when the rollup is not kept and has to be computed. */
	async inForce(
		ground: Ground,
		compute: (work: (onProgress: OnProgress) => Promise<Uint8Array>) => Promise<Uint8Array>
	): Promise<{ facts: Facts; save?: () => Promise<unknown> }> {
		const key = await rollupKeyOf(ground);
		const { store, manifest: basis } = ground;
		const kept = await readKeptRollup(store, key);
		if (kept) return { facts: this.#factsOf(ground, readRollup(kept)) };
		const rollup = await compute((onProgress) => this.#rollups.compute(ground, onProgress));
		return {
			facts: this.#factsOf(ground, readRollup(rollup)),
			save: () => keepRollup(store, rollup, { of: key, basis })
		};
	}

	/** The facts on the units of a day where they were asked for before and are remembered; else `undefined`. */
	known(ground: Ground, boundaries: IsoDate): Facts | undefined {
		const named = this.#nameOf(ground, boundaries);
		const rollup = named && this.#remembered.get(named.key)?.read;
		return rollup && this.#factsOf(ground, rollup);
	}

	/** The facts of another question; the answer is remembered while the ground stays the same. */
	async ask(ground: Ground, question: FactsQuestion, onProgress: OnProgress): Promise<Facts> {
		const { boundaries, more } = question;
		if (more) {
			const rollup = await this.#rollups.compute({ ...ground, boundaries, more }, onProgress);
			return this.#factsOf(ground, readRollup(rollup));
		}
		const key = await this.#keyOf(ground, boundaries);
		const { rollup } =
			this.#remembered.get(key) ??
			this.#remember(key, this.#rollups.compute({ ...ground, boundaries }, onProgress));
		return this.#factsOf(ground, await rollup);
	}

	/** What a search finds about one figure, when its turn with the engine comes. */
	find<Found>(ground: Ground, search: FigureSearch<Found>): Promise<Found> {
		return this.#rollups.turn((engine) => search(engine, ground));
	}

	async #keyOf(ground: Ground, boundaries: IsoDate | undefined): Promise<string> {
		const named = this.#nameOf(ground, boundaries);
		if (named) return named.key;
		const key = await rollupKeyOf({ ...ground, boundaries });
		this.#named.push({ ground, boundaries, key });
		if (this.#named.length > MOST_REMEMBERED.rollups) this.#named.shift();
		return key;
	}

	#nameOf(ground: Ground, boundaries: IsoDate | undefined): Named | undefined {
		return this.#named.find(
			(named) => named.boundaries === boundaries && isSameSource(named.ground, ground)
		);
	}

	#factsOf({ catalogue, progress }: Ground, totals: Totals): Facts {
		const known = this.#facts.get(totals);
		if (known?.catalogue === catalogue && known.progress === progress) return known;
		const facts = { catalogue, totals, adoption: {}, settings: productSettings(), progress };
		this.#facts.set(totals, facts);
		return facts;
	}

	/** A computation that fails is forgotten, so that the next question tries again. */
	#remember(key: string, computing: Promise<Uint8Array>): Remembered {
		const remembered: Remembered = {
			bytes: 0,
			rollup: computing.then((bytes) => {
				remembered.bytes = bytes.length;
				this.#makeRoom();
				remembered.read = readRollup(bytes);
				return remembered.read;
			})
		};
		this.#remembered.set(key, remembered);
		remembered.rollup.catch(() => this.#remembered.delete(key));
		return remembered;
	}

	/** The newest stays, however large; the oldest go first. */
	#makeRoom(): void {
		for (const oldest of [...this.#remembered.keys()].slice(0, -1)) {
			const sizes = [...this.#remembered.values()].map(({ bytes }) => bytes);
			const sum = sizes.reduce((all, bytes) => all + bytes, 0);
			if (sizes.length <= MOST_REMEMBERED.rollups && sum <= MOST_REMEMBERED.bytes) return;
			this.#remembered.delete(oldest);
		}
	}
}

/** True where the same rollup comes of both, whatever else is kept beside. */
function isSameSource(one: Ground, other: Ground): boolean {
	const areSame = one.manifest.submissions === other.manifest.submissions;
	return (
		areSame &&
		one.units === other.units &&
		one.lineage === other.lineage &&
		one.catalogue === other.catalogue
	);
}
