const SHOWN_FOR = 4000;

/** A few words that say that something was done and leaves no other trace, such as a copy. */
export class Confirmation {
	#text = $state('');
	#timer: ReturnType<typeof setTimeout> | undefined;

	/** What was done last; empty after a few seconds. */
	get text(): string {
		return this.#text;
	}

	/** Says that something was done, in the language of the view. */
	say(text: string): void {
		clearTimeout(this.#timer);
		this.#text = text;
		this.#timer = setTimeout(() => (this.#text = ''), SHOWN_FOR);
	}
}
