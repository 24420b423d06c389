import type { ElementTree } from '#lib/base/element-tree.ts';
import type { Language } from '#lib/base/language.ts';
import type { IsoDate } from '#lib/base/period.ts';

/** What the first screen showed, and what else than the workspace it depended on. */
export interface KeptScreen {
	/** The version of the app that drew it. */
	version: string;
	/** Its words count days. */
	day: IsoDate;
	/** The query of the address. */
	search: string;
	language: Language;
	title: string;
	/** How high the whole page was, in pixels. */
	height: number;
	/** The rules of its style sheets, in their order. */
	styles: string;
	elements: readonly ElementTree[];
}

/** The element that holds a kept screen on the page. */
export const KEPT_SCREEN = 'kept-screen';

/** Whether a text is a kept screen of this version, this day and this address. */
export function isKeptScreen(
	screen: unknown,
	{ version, day, search }: Pick<KeptScreen, 'version' | 'day' | 'search'>
): screen is KeptScreen {
	const kept = screen as Partial<KeptScreen> | null;
	return kept?.version === version && kept.day === day && kept.search === search;
}
