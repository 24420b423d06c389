import type { Engine } from '#lib/engine/engine.ts';
import type { RollupTask } from './compute-rollup.ts';

/** Computes rollups, one after the other, with an engine that boots when it is first needed. */
export class RollupDesk {
	#engine?: Promise<Engine>;
	#last: Promise<unknown> = Promise.resolve();

	/** Boots the engine ahead of its use. */
	warmUp(): void {
		// The computation that cannot do without it will boot it again, and say why it fails.
		this.#boot().catch(() => this.#drop());
	}

	/** The rollup of the submissions as the store keeps it; after a failure the engine boots anew. */
	compute(task: RollupTask): Promise<Uint8Array> {
		const turn = this.#last.then(
			() => this.#compute(task),
			() => this.#compute(task)
		);
		this.#last = turn;
		return turn;
	}

	async #compute(task: RollupTask): Promise<Uint8Array> {
		const { computeRollup } = await import('./compute-rollup.ts');
		try {
			return await computeRollup(await this.#boot(), task);
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
