import { MediaQuery } from 'svelte/reactivity';
import type { Tone } from '#lib/views/palette.ts';
import { keepTheme, keptTheme, type ThemeChoice } from './kept-theme.ts';

/** The look that the reader chose on this device. */
export class Theme {
	#choice = $state<ThemeChoice>(keptTheme());
	readonly #isDarkDevice = new MediaQuery('(prefers-color-scheme: dark)');
	readonly #isContrastDevice = new MediaQuery('(prefers-contrast: more)');
	readonly #isPrinted = new MediaQuery('print');

	constructor() {
		$effect.root(() => {
			$effect(() => this.#show());
		});
	}

	/** What was chosen; `auto` until then. */
	get choice(): ThemeChoice {
		return this.#choice;
	}

	/** The colours that stand on the page now; on paper never those of the dark. */
	get tone(): Tone {
		const screen = this.#chosenTone ?? (this.#isDarkDevice.current ? 'dark' : 'light');
		return this.#isPrinted.current && screen === 'dark' ? 'light' : screen;
	}

	/** Shows the look and remembers it. */
	choose(choice: ThemeChoice): void {
		this.#choice = choice;
		keepTheme(choice);
	}

	/** What is not left to the styles: the choice, or the strong contrast that the device asks for. */
	get #chosenTone(): Tone | undefined {
		if (this.#choice !== 'auto') return this.#choice;
		return this.#isContrastDevice.current ? 'contrast' : undefined;
	}

	/** `data-theme` on the document is what the styles go by; absent where they follow the device. */
	#show(): void {
		const tone = this.#chosenTone;
		if (tone) document.documentElement.dataset.theme = tone;
		else delete document.documentElement.dataset.theme;
	}
}
