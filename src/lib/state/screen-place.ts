/** Where on a page the reader was: how far down, and at which element. */
export interface ScreenPlace {
	top: number;
	/** The way from the body down to the element with the focus, and what it says, so that no other one takes it. */
	focus?: { path: string; words: string };
}

const WORDS = 80;

/** The place of the reader on the page as it stands. */
export function screenPlace(): ScreenPlace {
	const { activeElement } = document;
	const top = Math.round(scrollY);
	if (!activeElement || activeElement === document.body) return { top };
	return { top, focus: { path: pathOf(activeElement), words: wordsOf(activeElement) } };
}

/** Brings the reader back to a place, where the page still has it; one who has gone on meanwhile stays. */
export function returnTo({ top, focus }: ScreenPlace): void {
	if (scrollY === 0 && top > 0) scrollTo({ top });
	const element = focus && document.querySelector<HTMLElement>(focus.path);
	if (element && wordsOf(element) === focus.words) element.focus({ preventScroll: true });
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
