import type { MessageKey } from '#lib/base/messages.ts';
import { isPublishedPage } from './published-page.ts';
import type { Page } from './link-target.ts';

/** The pages on which figures are taken in and the organisation is changed: a published site has none of them. */
const PAGES_OF_ANALYSTS: ReadonlySet<string> = new Set(['/submissions', '/organisation']);

/** A page that has one address, with the key of its name. */
export interface PageEntry {
	page: Page;
	label: MessageKey;
	/** The key that leads there, where it is not the page's place in the head. */
	key?: string;
}

/** The pages in the head, in their order: the first one is that of the key 1. */
const HEAD_PAGES: readonly PageEntry[] = [
	{ page: '/', label: 'shell.overview' },
	{ page: '/scorecard', label: 'scorecard.title' },
	{ page: '/unit', label: 'shell.unit' },
	{ page: '/targets', label: 'targets.title' },
	{ page: '/ledger', label: 'ledger.nav' },
	{ page: '/reporting', label: 'shell.reporting' },
	{ page: '/submissions', label: 'shell.submissions' },
	{ page: '/reports', label: 'reports.title' }
];

/** The pages that are reached from where they are needed, from the foot and by the search. */
const FURTHER_PAGES: readonly PageEntry[] = [
	{ page: '/present', label: 'present.title', key: 'w' },
	{ page: '/compare', label: 'compare.title' },
	{ page: '/workbench', label: 'workbench.title' },
	{ page: '/organisation', label: 'organisation.title' },
	{ page: '/trace', label: 'trace.title' },
	{ page: '/guide', label: 'shell.guide', key: 'h' }
];

/** Whether the page of the route is one of those that a published site has not. */
export function isOfAnalysts(route: string): boolean {
	return PAGES_OF_ANALYSTS.has(route);
}

/** The pages in the head, in their order. */
export function headPages(): readonly PageEntry[] {
	return shown(HEAD_PAGES);
}

/** The pages that are reached from where they are needed, from the foot and by the search. */
export function furtherPages(): readonly PageEntry[] {
	return shown(FURTHER_PAGES);
}

function shown(pages: readonly PageEntry[]): readonly PageEntry[] {
	if (!isPublishedPage()) return pages;
	return pages.filter(({ page }) => !PAGES_OF_ANALYSTS.has(page));
}
