import { mapDayOf } from '#lib/base/period.ts';
import { catalogueFindables, createFinder, type Findable, type Finder } from '#lib/views/finder.ts';
import { GUIDE_SECTIONS, guideTitle } from '#lib/views/guide-sections.ts';
import { codesIn } from '#lib/views/trace-finder.ts';
import type { App } from './app-context.ts';
import { furtherPages, headPages } from './pages.ts';
import type { LinkTarget } from './link-target.ts';
import { defaultPeriod } from './view-place.ts';

type Ground = Pick<App, 'view' | 'workspace'>;

/** Pages that do not show one unit and period: what is found there opens the overview. */
const WITHOUT_PLACE: ReadonlySet<string> = new Set([
	'/targets',
	'/ledger',
	'/submissions',
	'/organisation',
	'/workbench',
	'/guide',
	'/trace/[[code]]'
]);

/** A search over all that is shown: the actions given, pages, units, indicators, documents, periods, the guide, codes. */
export function openFinder({ view, workspace }: Ground, actions: readonly Findable[]): Finder {
	const { language, day } = view;
	const periods = workspace.facts?.totals.periods ?? [];
	const findables = [
		...actions,
		...pagesToFind({ view }),
		...catalogueFindables(workspace.catalogue, periods, language),
		...GUIDE_SECTIONS.map((section): Findable => ({
			kind: 'guide',
			id: section,
			label: guideTitle(section, language)
		}))
	];
	const find = createFinder(findables, { tree: workspace.tree, day, language });
	return (text) => [...codesIn(text, language), ...find(text)];
}

/** Every page that has one address, with its key. */
export function pagesToFind({ view }: Pick<App, 'view'>): Findable[] {
	const head = headPages().map((entry, at) => ({ ...entry, key: String(at + 1) }));
	return [...head, ...furtherPages()].map(({ page, label, key }) => ({
		kind: 'page',
		id: page,
		label: view.say(label),
		...(key && { key })
	}));
}

/** Where what was found leads from the page of the route; nowhere for an action. */
export function leadOf(
	{ kind, id }: Findable,
	{ route, ...ground }: Ground & { route: string }
): LinkTarget | undefined {
	const home: LinkTarget = WITHOUT_PLACE.has(route) ? { page: '/' } : {};
	switch (kind) {
		case 'action':
			return undefined;
		case 'page':
			return headPages()
				.concat(furtherPages())
				.find(({ page }) => page === id);
		case 'unit':
			return { ...home, unit: id, ...periodWith(id, ground) };
		case 'indicator':
			return { page: `/indicator/${id}` };
		case 'period':
			return { ...home, period: id };
		case 'document':
			return { page: '/targets', own: { doc: id } };
		case 'guide':
			return { page: '/guide', part: id };
		case 'trace':
			return { page: `/trace/${encodeURIComponent(id)}` };
	}
}

/** The period shown where the unit exists then; else the newest one in which it did, on the units that reported. */
function periodWith(unit: string, { view, workspace }: Ground): LinkTarget {
	const { tree, facts } = workspace;
	if (tree.isValidOn(unit, view.day)) return {};
	const periods = facts?.totals.periods ?? [];
	const its = periods.filter((period) => tree.isValidOn(unit, mapDayOf(period, periods)));
	const period = its.length > 0 ? defaultPeriod(its, 0) : undefined;
	return period === undefined ? {} : { period, units: 'reported' };
}
