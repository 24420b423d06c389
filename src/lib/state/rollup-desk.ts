import type { Engine } from '#lib/engine/engine.ts';
import type { RollupTask } from './compute-rollup.ts';

/** Computes rollups and trails, one after the other, with an engine that boots when it is first needed. */
export class RollupDesk {
	#engine?: Promise<Engine>;
	#last: Promise<unknown> = Promise.resolve();

	/** Boots the engine ahead of its use. */
	warmUp(): void {
		// The computation that cannot do without it will boot it again, and say why it fails.
		this.#boot().catch(() => this.#drop());
	}

	/** The rollup of the submissions as the store keeps it. */
	compute(task: RollupTask): Promise<Uint8Array> {
		return this.turn(async (engine) => {
			const { computeRollup } = await import('./compute-rollup.ts');
			return computeRollup(engine, task);
		});
	}

	/** What the work gives when its turn with the engine comes; after a failure the engine boots anew. */
	turn<T>(work: (engine: Engine) => Promise<T>): Promise<T> {
		const turn = this.#last.then(
			() => this.#run(work),
			() => this.#run(work)
		);
		this.#last = turn;
		return turn;
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
		this.#engine ??= import('./compute-rollup.ts').then(({ bootEngine }) => bootEngine());
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
