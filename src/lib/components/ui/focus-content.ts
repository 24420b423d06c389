import { tick } from 'svelte';

/** Puts the focus on the page's content once what was pressed is gone; the page stays where it is scrolled to. */
export async function focusContent(): Promise<void> {
	await tick();
	document.querySelector<HTMLElement>('#content')?.focus({ preventScroll: true });
}
