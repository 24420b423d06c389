import { indicatorOf } from '#lib/catalogue/find-in-catalogue.ts';
import type { TrailAnswer } from './compute-trail.ts';
import { latestAnswer } from './latest-answer.svelte.ts';
import type { View } from './view.svelte.ts';
import type { Workspace } from './workspace.svelte.ts';

/** An answer with what it was given to: to anything else it is none. */
interface Given {
	to: string;
	answer?: TrailAnswer;
}

/** Where the figure that is looked at comes from. */
export class FigureTrail {
	readonly #workspace: Workspace;
	readonly #view: View;
	readonly #indicatorId: () => string;
	readonly #given;
	/** Grows when the reader asks again. */
	#attempts = $state(0);

	/** To be made while a component is set up; `indicatorId` is read again when it changes. */
	constructor(workspace: Workspace, view: View, indicatorId: () => string) {
		this.#workspace = workspace;
		this.#view = view;
		this.#indicatorId = indicatorId;
		this.#given = latestAnswer<Given | undefined>(() => this.#ask(), undefined);
	}

	/** The trail and the history; absent until they are found, and where they cannot be. */
	get answer(): TrailAnswer | undefined {
		return this.#isAnswered ? this.#given.value?.answer : undefined;
	}

	/** True where the trail could not be found; the problem of the workspace says why. */
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
		const { unit, period, boundaries = '' } = this.#view;
		return [this.#attempts, this.#indicatorId(), unit, period, boundaries].join(' ');
	}

	async #ask(): Promise<Given | undefined> {
		const to = this.#question;
		const { unit, period, boundaries } = this.#view;
		const { ground, facts } = this.#workspace;
		const indicator = ground && indicatorOf(ground.catalogue, this.#indicatorId());
		if (!indicator || !facts) return undefined;
		const task = { indicator, unit, period, ...(boundaries !== undefined && { boundaries }) };
		const answer = await this.#workspace.find(async (engine, on) => {
			const { computeTrail } = await import('./compute-trail.ts');
			return computeTrail(engine, on, task);
		});
		return { to, ...(answer && { answer }) };
	}
}
