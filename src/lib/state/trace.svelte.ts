import type { TraceAnswer } from '#lib/base/trace.ts';
import { readTraceCode, type TraceCode, type TraceFault } from '#lib/base/trace-code.ts';
import { latestAnswer } from './latest-answer.svelte.ts';
import type { View } from './view.svelte.ts';
import type { Workspace } from './workspace.svelte.ts';

/** An answer with what it was given to: to anything else it is none. */
interface Given {
	to: string;
	answer?: TraceAnswer;
}

/** What the code that is looked up leads to. */
export class CodeTrace {
	readonly #workspace: Workspace;
	readonly #view: View;
	readonly #text: () => string;
	readonly #read = $derived.by(() => {
		const text = this.#text();
		return text === '' ? undefined : readTraceCode(text);
	});
	readonly #given;
	/** Grows when the reader asks again. */
	#attempts = $state(0);

	/** To be made while a component is set up; `text`, the code as it stands in the address, is read again when it changes. */
	constructor(workspace: Workspace, view: View, text: () => string) {
		this.#workspace = workspace;
		this.#view = view;
		this.#text = text;
		this.#given = latestAnswer<Given | undefined>(() => this.#ask(), undefined);
	}

	/** The code, where it is one. */
	get code(): TraceCode | undefined {
		return this.#read && !('fault' in this.#read) ? this.#read : undefined;
	}

	/** What is wrong with the text, where it is no code. */
	get fault(): TraceFault | undefined {
		return this.#read && 'fault' in this.#read ? this.#read : undefined;
	}

	/** What the code leads to; absent until it is found, and where it cannot be. */
	get answer(): TraceAnswer | undefined {
		return this.#isAnswered ? this.#given.value?.answer : undefined;
	}

	/** True where the figure could not be followed; the problem of the workspace says why. */
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

	/** What is asked, as a text that is the same for the same question. */
	get #question(): string {
		const { ground } = this.#workspace;
		return [this.#attempts, this.code?.code, ground?.manifest.sequence].join(' ');
	}

	async #ask(): Promise<Given | undefined> {
		const to = this.#question;
		const { code } = this;
		if (!code || !this.#workspace.facts) return undefined;
		const { today } = this.#view;
		const answer = await this.#workspace.find(async (engine, on) => {
			const { computeTrace } = await import('./compute-trace.ts');
			return computeTrace(engine, on, { code, today });
		});
		return { to, ...(answer && { answer }) };
	}
}
