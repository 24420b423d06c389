import { namesOfKey } from './pressed-key.ts';

/** What a reader can do on the page shown: by its key, from the list of keys, or from the command palette. */
export interface Action {
	/** Stable and unique on the page. */
	id: string;
	/** In the language of the view: what happens, as an order. */
	label: string;
	/** One character without a modifier, as the keyboard names it: `t`, `/`, `?`; absent where only the palette offers it. */
	key?: string;
	/** True where every page offers it. */
	isEverywhere?: boolean;
	run(): void;
}

/** A part of the page with the actions that it offers now. */
type Offer = () => readonly Action[];

/** What is written or chosen from by letters: there a key means its letter. */
const TYPED_IN =
	'input:not([type=checkbox], [type=radio], [type=button], [type=range]), textarea, select, dialog *';

/** The actions that the parts of the page offer, and the keys that start them. */
export class Shortcuts {
	#offers = $state.raw<readonly Offer[]>([]);
	readonly #actions = $derived.by(() => this.#offers.flatMap((offer) => offer()));

	/** What can be done now, in the order in which the parts came; of two with one key the later one has it. */
	get actions(): readonly Action[] {
		return this.#actions;
	}

	/** Offers the actions until what it gives is called: `onMount(() => shortcuts.offer(() => […]))`. */
	offer(offer: Offer): () => void {
		this.#offers = [...this.#offers, offer];
		return () => {
			this.#offers = this.#offers.filter((each) => each !== offer);
		};
	}

	/** Runs the action of the key that was pressed; nothing happens while the reader types, or with a modifier. */
	press(event: KeyboardEvent): void {
		if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
		if (isTyping(event.target)) return;
		const names = namesOfKey(event);
		const action = this.#actions.findLast(({ key }) => key !== undefined && names.includes(key));
		if (!action) return;
		event.preventDefault();
		action.run();
	}
}

function isTyping(target: EventTarget | null): boolean {
	if (!(target instanceof HTMLElement)) return false;
	return target.isContentEditable || target.matches(TYPED_IN);
}
