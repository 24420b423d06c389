import { latestAnswer } from './latest-answer.svelte.ts';

/** An answer with what it was given to: to anything else it is none. */
interface Given<Answer> {
	to: string;
	answer?: Answer;
}

/** What an answer is asked by. */
interface Asking<Answer> {
	/** What is asked, as a text that is the same for the same question. */
	question: () => string;
	/** Finds the answer, `undefined` where that failed; absent while nothing can be asked. */
	ask: () => (() => Promise<Answer | undefined>) | undefined;
}

/** The answer to a question that the page asks anew whenever it is another one. */
export class AskedAnswer<Answer> {
	readonly #asking: Asking<Answer>;
	readonly #given;
	/** Grows when the reader asks again. */
	#attempts = $state(0);

	/** To be made while a component is set up. */
	constructor(asking: Asking<Answer>) {
		this.#asking = asking;
		this.#given = latestAnswer<Given<Answer> | undefined>(() => this.#ask(), undefined);
	}

	/** The answer; absent until it is found, and where it cannot be. */
	get answer(): Answer | undefined {
		return this.#isAnswered ? this.#given.value?.answer : undefined;
	}

	/** True where it could not be found; the problem of the workspace says why. */
	get hasFailed(): boolean {
		return this.#isAnswered && this.#given.value?.answer === undefined;
	}

	/** Asks again after a failure. */
	askAgain(): void {
		this.#attempts += 1;
	}

	get #isAnswered(): boolean {
		return this.#given.value?.to === this.#question;
	}

	get #question(): string {
		return `${this.#attempts} ${this.#asking.question()}`;
	}

	async #ask(): Promise<Given<Answer> | undefined> {
		const to = this.#question;
		const find = this.#asking.ask();
		if (!find) return undefined;
		const answer = await find();
		return { to, ...(answer && { answer }) };
	}
}
