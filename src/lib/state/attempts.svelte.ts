import type { AppError } from '#lib/base/app-error.ts';
import { asAppError, Cancelled } from './work.ts';

const MOST_REMEMBERED = 20;

/** Work that may fail: what went wrong is said, never thrown. */
export class Attempts {
	#problem = $state.raw<AppError>();
	#codes = $state.raw<readonly string[]>([]);

	/** What went wrong last, until it is dismissed or the next change. */
	get problem(): AppError | undefined {
		return this.#problem;
	}

	/** The codes of what went wrong since the page was opened, the newest last. */
	get problemCodes(): readonly string[] {
		return this.#codes;
	}

	/** Forgets the problem once the reader has seen it. */
	dismissProblem(): void {
		this.#problem = undefined;
	}

	/** What the task gives; where it fails `undefined`, and the problem says why. */
	protected async attempt<T>(task: () => Promise<T>): Promise<T | undefined> {
		try {
			return await task();
		} catch (error) {
			if (error instanceof Cancelled) return undefined;
			const problem = asAppError(error);
			this.#codes = [...this.#codes, problem.code].slice(-MOST_REMEMBERED);
			if (!this.isShownOtherwise(problem)) this.#problem = problem;
			return undefined;
		}
	}

	/** True for a problem that the reader is told of in another way. */
	protected isShownOtherwise(_problem: AppError): boolean {
		return false;
	}
}
