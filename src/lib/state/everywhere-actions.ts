import type { App } from './app-context.ts';
import { copyText } from './copy-text.ts';
import { furtherPages, headPages } from './pages.ts';
import type { Action } from './shortcuts.svelte.ts';
import { THEMES } from './kept-theme.ts';

/** The sheets above the page that actions open. */
export interface Sheets {
	openFinder: () => void;
	openKeys: () => void;
}

type Offered = Omit<Action, 'isEverywhere'>;
type Ground = Pick<App, 'view' | 'theme' | 'confirmation' | 'reports'>;

/** What every page offers: the pages by their digits, the search, the keys, the link, the language, the theme. */
export function everywhereActions(ground: Ground, sheets: Sheets): Action[] {
	const { view, theme, confirmation } = ground;
	const actions: Offered[] = [
		{ id: 'find', key: '/', label: view.say('finder.open'), run: sheets.openFinder },
		{ id: 'keys', key: '?', label: view.say('shortcuts.open'), run: sheets.openKeys },
		{
			id: 'copy-link',
			key: 'c',
			label: view.say('shortcuts.copy-link'),
			run: () => void copyLink({ view, confirmation })
		},
		{
			id: 'language',
			key: 'l',
			label: view.say('shortcuts.language'),
			run: () => void view.show({ language: view.language === 'vi' ? 'en' : 'vi' })
		},
		...pageActions({ view }),
		...reportActions(ground),
		...THEMES.filter((choice) => choice !== theme.choice).map((choice) => ({
			id: `theme:${choice}`,
			label: view.say('shortcuts.theme', { theme: view.say(`shell.theme-${choice}`) }),
			run: () => theme.choose(choice)
		}))
	];
	return actions.map((action) => ({ ...action, isEverywhere: true }));
}

/** Puts the address of what is shown on the clipboard, and says so. */
export async function copyLink({
	view,
	confirmation
}: Pick<App, 'view' | 'confirmation'>): Promise<void> {
	const isCopied = await copyText(view.address);
	confirmation.say({ key: isCopied ? 'shortcuts.link-copied' : 'shortcuts.link-not-copied' });
}

/** Every report that is kept can be made again from anywhere; what comes of it is said on the page of reports. */
function reportActions({ view, reports }: Pick<App, 'view' | 'reports'>): Offered[] {
	return reports.shelf.definitions.map((definition) => ({
		id: `report:${definition.id}`,
		label: view.say('reports.run-again-for', { name: definition.name }),
		run: () => {
			void view.goTo({ page: '/reports' });
			void reports.run.start(definition);
		}
	}));
}

function pageActions({ view }: Pick<App, 'view'>): Offered[] {
	const further = furtherPages().map(({ page, label, key }) => ({ page, label, key }));
	const head = headPages().map(({ page, label }, at) => ({ page, label, key: String(at + 1) }));
	return [...head, ...further].map(({ page, label, key }) => ({
		id: `page:${page}`,
		label: view.say(label),
		...(key && { key }),
		run: () => void view.goTo({ page })
	}));
}
