/** The page over the whole screen, where the browser allows it; it fills the window all the same where not. */
export class FullScreen {
	#isOn = $state(false);
	/** True while it goes off because the page asked for it, not the reader by the browser's own key. */
	#isAsked = false;

	/** True while the page takes the whole screen. */
	get isOn(): boolean {
		return this.#isOn;
	}

	/** False where the browser lets no page do it. */
	get isPossible(): boolean {
		return document.fullscreenEnabled;
	}

	/** Follows what the browser does until what it gives is called; tells when the reader left by the browser's own key. */
	follow(onleft: () => void): () => void {
		const look = (): void => {
			const wasOn = this.#isOn;
			this.#isOn = document.fullscreenElement !== null;
			if (wasOn && !this.#isOn && !this.#isAsked) onleft();
			this.#isAsked = false;
		};
		document.addEventListener('fullscreenchange', look);
		return () => {
			document.removeEventListener('fullscreenchange', look);
			void this.leave();
		};
	}

	/** Takes the whole screen where the reader has just pressed something; a browser that refuses is let be. */
	async enter(): Promise<void> {
		if (!this.isPossible || this.#isOn || !navigator.userActivation.isActive) return;
		this.#isOn = await document.documentElement.requestFullscreen().then(
			() => true,
			() => false
		);
	}

	/** Gives the screen back. */
	async leave(): Promise<void> {
		if (document.fullscreenElement === null) return;
		this.#isAsked = true;
		await document.exitFullscreen();
	}

	/** Takes the whole screen or gives it back. */
	toggle(): Promise<void> {
		return this.#isOn ? this.leave() : this.enter();
	}
}
