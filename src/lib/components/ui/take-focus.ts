/** Puts the focus on an element as it appears, where what held the focus is gone by then. */
export function takeFocus(element: HTMLElement): void {
	element.focus();
}
