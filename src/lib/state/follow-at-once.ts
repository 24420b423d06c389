import { goto } from '$app/navigation';

/**
 * Follows a press on a link that leads to other parameters of the page shown: the router would first wait for a frame
 * to be painted, and there is nothing to fetch. Every other press is left to the router. To be called with the presses
 * that nothing within the page has answered.
 */
export function followAtOnce(event: MouseEvent): void {
	const { target } = event;
	const link = target instanceof Element ? target.closest('a') : undefined;
	if (event.defaultPrevented || isForBrowser(event) || !link || !isWithinPage(link)) return;
	event.preventDefault();
	void goto(link.href, {
		keepFocus: asksFor(link, 'keepfocus'),
		noScroll: asksFor(link, 'noscroll'),
		replaceState: asksFor(link, 'replacestate')
	});
}

/** True for presses that open a link elsewhere. */
function isForBrowser({ button, ctrlKey, metaKey, shiftKey, altKey }: MouseEvent): boolean {
	return button !== 0 || ctrlKey || metaKey || shiftKey || altKey;
}

function isWithinPage(link: HTMLAnchorElement): boolean {
	const { origin, pathname, search } = location;
	const isElsewhere = link.target !== '' || link.hasAttribute('download');
	const isOfPage = link.origin === origin && link.pathname === pathname;
	return isOfPage && !isElsewhere && link.search !== search;
}

/** What the router's own attributes say of a link. */
function asksFor(
	link: HTMLAnchorElement,
	option: 'keepfocus' | 'noscroll' | 'replacestate'
): boolean {
	const said = link.closest(`[data-sveltekit-${option}]`)?.getAttribute(`data-sveltekit-${option}`);
	return said === '' || said === 'true';
}
