import { Turns } from '#lib/base/turns.ts';
import type { Engine } from '#lib/engine/engine.ts';
import type { RollupComputer, RollupTask } from './compute-rollup.ts';
import type { OnProgress } from './rollup-line.ts';

/** Computes rollups, one after the other, and trails likewise with an engine that boots when it is first needed. */
export class RollupDesk {
	#engine?: Promise<Engine>;
	#computer?: Promise<RollupComputer>;
	readonly #turns = new Turns();
	readonly #rollups = new Turns();

	/** Boots the engine ahead of its use. */
	warmUp(): void {
		// The computation that cannot do without it will boot it again, and say why it fails.
		this.#boot().catch(() => this.#drop());
	}

	/** Has read what is in force ahead of a rollup. */
	prepare(task: RollupTask): void {
		// What fails here fails in the computation as well, which can say so.
		this.#withComputer((computer) => computer.prepare(task)).catch(() => undefined);
	}

	/** The rollup of the submissions as the store keeps it. */
	compute(task: RollupTask, onProgress?: OnProgress): Promise<Uint8Array> {
		return this.#withComputer((computer) => computer.compute(task, onProgress));
	}

	/** What the work gives when its turn with the engine comes; after a failure the engine boots anew. */
	turn<T>(work: (engine: Engine) => Promise<T>): Promise<T> {
		return this.#turns.take(() => this.#run(work));
	}

	#withComputer<T>(ask: (computer: RollupComputer) => Promise<T>): Promise<T> {
		return this.#rollups.take(async () => {
			this.#computer ??= import('./compute-rollup.ts').then(
				({ RollupComputer }) => new RollupComputer()
			);
			return ask(await this.#computer);
		});
	}

	async #run<T>(work: (engine: Engine) => Promise<T>): Promise<T> {
		try {
			return await work(await this.#boot());
		} catch (error) {
			this.#drop();
			throw error;
		}
	}

	#boot(): Promise<Engine> {
		this.#engine ??= import('#lib/engine/boot-browser-engine.ts').then(({ bootBrowserEngine }) =>
			bootBrowserEngine()
		);
		return this.#engine;
	}

	/** A broken database is of no more use; a boot that failed left nothing to close. */
	#drop(): void {
		const engine = this.#engine;
		this.#engine = undefined;
		void engine?.then(
			(booted) => booted.close(),
			() => undefined
		);
	}
}
