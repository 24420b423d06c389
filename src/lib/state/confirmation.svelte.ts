import type { Sentence } from '#lib/base/messages.ts';

const SHOWN_FOR = 4000;

/** A few words that say that something was done and leaves no other trace, such as a copy. */
export class Confirmation {
	#said = $state.raw<Sentence>();
	#timer: ReturnType<typeof setTimeout> | undefined;

	/** What was done last; absent after a few seconds. */
	get said(): Sentence | undefined {
		return this.#said;
	}

	/** Says that something was done. */
	say(said: Sentence): void {
		clearTimeout(this.#timer);
		this.#said = said;
		this.#timer = setTimeout(() => (this.#said = undefined), SHOWN_FOR);
	}
}
