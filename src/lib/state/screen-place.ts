/** Where on a page the reader was: how far down, and at which element. */
export interface ScreenPlace {
	top: number;
	/**
	 * The way from the body down to the element with the focus, what it says, so that no other one takes it, and how far
	 * below the upper edge of the window it stood.
	 */
	focus?: { path: string; words: string; at: number };
}

/** Rows that come into sight take their true height only then: so often the place is set right. */
const MOST_FRAMES = 4;

const WORDS = 80;

/** The place of the reader on the page as it stands. */
export function screenPlace(): ScreenPlace {
	const { activeElement } = document;
	const top = Math.round(scrollY);
	if (!activeElement || activeElement === document.body) return { top };
	const at = activeElement.getBoundingClientRect().top;
	return { top, focus: { path: pathOf(activeElement), words: wordsOf(activeElement), at } };
}

/** Brings the reader back to a place, where the page still has it; one who has gone on meanwhile stays. */
export function returnTo({ top, focus }: ScreenPlace): void {
	if (scrollY === 0 && top > 0) scrollTo({ top });
	const element = focus && document.querySelector<HTMLElement>(focus.path);
	if (!element || wordsOf(element) !== focus.words) return;
	element.focus({ preventScroll: true });
	keepAt(element, focus.at, MOST_FRAMES);
}

/** Scrolls until the element stands as far below the upper edge of the window as it did. */
function keepAt(element: Element, at: number, frames: number): void {
	scrollBy({ top: element.getBoundingClientRect().top - at, behavior: 'instant' });
	if (frames > 0) requestAnimationFrame(() => keepAt(element, at, frames - 1));
}

/** Each step by its place among its like: ids that are made anew for each showing tell nothing. */
function pathOf(element: Element): string {
	const steps: string[] = [];
	let each = element;
	while (each.parentElement) {
		const name = each.localName;
		const alike = [...each.parentElement.children].filter(({ localName }) => localName === name);
		steps.unshift(`${name}:nth-of-type(${alike.indexOf(each) + 1})`);
		each = each.parentElement;
	}
	return steps.join(' > ');
}

function wordsOf(element: Element): string {
	return (element.textContent || (element.getAttribute('aria-label') ?? '')).trim().slice(0, WORDS);
}
