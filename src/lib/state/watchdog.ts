const BEAT = 5_000;

/** Watches over somebody who should give signs of life, and calls out once, after so many minutes of silence. */
export class Watchdog {
	readonly #most: number;
	readonly #onSilence: () => void;
	#beats = 0;
	#timer?: ReturnType<typeof setInterval>;

	constructor(minutes: number, onSilence: () => void) {
		this.#most = (minutes * 60_000) / BEAT;
		this.#onSilence = onSilence;
	}

	/** Begins to watch, or goes on. */
	watch(): void {
		this.#timer ??= setInterval(() => this.#beat(), BEAT);
	}

	/** Takes a sign of life. */
	heard(): void {
		this.#beats = 0;
	}

	/** Watches no more, until asked to. */
	rest(): void {
		clearInterval(this.#timer);
		this.#timer = undefined;
		this.#beats = 0;
	}

	/** Beats are counted, not time: while a computer sleeps there are none, and nobody else could do anything either. */
	#beat(): void {
		this.#beats += 1;
		if (this.#beats < this.#most) return;
		this.rest();
		this.#onSilence();
	}
}
