import type { QueryAnswer } from '#lib/base/query-answer.ts';
import { AppError } from '#lib/base/app-error.ts';
import type { Engine } from '#lib/engine/engine.ts';
import { type Ground, isSameGround } from './ground.ts';
import { Cancelled } from './work.ts';

/** The engine of the workbench, apart from the app's own: whatever is asked of it, it can be ended and booted anew. */
export class WorkbenchDesk {
	#ground?: Ground;
	/** The engine that is there, were it still being filled. */
	#booted?: Engine;
	#engine?: Promise<Engine>;
	#ending = new AbortController();

	/** True where the next question need not wait for the engine. */
	isOpenFor(ground: Ground): boolean {
		return isSameGround(this.#ground, ground) && this.#engine !== undefined;
	}

	/** Boots the engine and lays out what is in force, ahead of a question. */
	async open(ground: Ground): Promise<void> {
		await this.#turn(ground, async () => undefined);
	}

	/** What comes of the text, as far as `most` rows; rejects with `Cancelled` where it is ended before. */
	ask(ground: Ground, text: string, most: number): Promise<QueryAnswer> {
		return this.#turn(ground, async (engine) => {
			const { readQuery } = await import('./open-workbench.ts');
			return readQuery(engine, text, most);
		});
	}

	/** How many rows the text's query gives; absent where it is refused. */
	count(ground: Ground, text: string): Promise<bigint | undefined> {
		return this.#turn(ground, async (engine) => {
			const { countQuery } = await import('./open-workbench.ts');
			return countQuery(engine, text);
		});
	}

	/** Ends the engine in the midst of what it does; the next question boots another. */
	end(): void {
		const booted = this.#booted;
		this.#ending.abort();
		this.#ending = new AbortController();
		this.#engine = undefined;
		this.#booted = undefined;
		this.#ground = undefined;
		void booted?.close();
	}

	/** What the work gives, or an end to it; after a failure that is none of the query's the engine boots anew. */
	async #turn<T>(ground: Ground, work: (engine: Engine) => Promise<T>): Promise<T> {
		if (!isSameGround(this.#ground, ground)) this.end();
		const { signal } = this.#ending;
		const ended = new Promise<never>((_, reject) => {
			signal.addEventListener('abort', () => reject(new Cancelled()), { once: true });
		});
		try {
			return await Promise.race([this.#open(ground, signal).then(work), ended]);
		} catch (error) {
			if (!signal.aborted) this.end();
			throw error;
		}
	}

	#open(ground: Ground, signal: AbortSignal): Promise<Engine> {
		this.#ground = ground;
		this.#engine ??= this.#boot(ground, signal);
		return this.#engine;
	}

	async #boot(ground: Ground, signal: AbortSignal): Promise<Engine> {
		const { bootWorkbench, fillWorkbench } = await import('./open-workbench.ts');
		const engine = await bootWorkbench();
		if (signal.aborted) {
			await engine.close();
			throw new Cancelled();
		}
		this.#booted = engine;
		await fillWorkbench(engine, ground).catch((error: unknown) => {
			throw error instanceof AppError
				? error
				: new AppError('workbench.not-laid-out', { reason: String(error) });
		});
		return engine;
	}
}
