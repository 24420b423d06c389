/** Light, dark, or as the device says. */
export type ThemeChoice = 'auto' | 'light' | 'dark';

const KEY = 'thuocdo.theme';

/** The look that the reader chose on this device. */
export class Theme {
	#choice = $state<ThemeChoice>(readChoice());

	constructor() {
		$effect.root(() => {
			$effect(() => show(this.#choice));
		});
	}

	/** What was chosen; `auto` until then. */
	get choice(): ThemeChoice {
		return this.#choice;
	}

	/** Shows the look and remembers it. */
	choose(choice: ThemeChoice): void {
		this.#choice = choice;
		if (choice === 'auto') localStorage.removeItem(KEY);
		else localStorage.setItem(KEY, choice);
	}
}

function readChoice(): ThemeChoice {
	const kept = localStorage.getItem(KEY);
	return kept === 'light' || kept === 'dark' ? kept : 'auto';
}

/** `data-theme` on the document is what the styles go by; absent for `auto`. */
function show(choice: ThemeChoice): void {
	if (choice === 'auto') delete document.documentElement.dataset.theme;
	else document.documentElement.dataset.theme = choice;
}
