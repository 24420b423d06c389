import type { MessageKey } from '#lib/base/messages.ts';
import type { Page } from './view.svelte.ts';

/** A page that has one address, with the key of its name. */
export interface PageEntry {
	page: Page;
	label: MessageKey;
	/** The key that leads there, where it is not the page's place in the head. */
	key?: string;
}

/** The pages in the head, in their order: the first one is that of the key 1. */
export const HEAD_PAGES: readonly PageEntry[] = [
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
export const FURTHER_PAGES: readonly PageEntry[] = [
	{ page: '/present', label: 'present.title', key: 'w' },
	{ page: '/compare', label: 'compare.title' },
	{ page: '/workbench', label: 'workbench.title' },
	{ page: '/organisation', label: 'organisation.title' },
	{ page: '/trace', label: 'trace.title' },
	{ page: '/guide', label: 'shell.guide', key: 'h' }
];
