import type { Language } from '#lib/base/language.ts';
import { isPeriod, type Period } from '#lib/base/period.ts';
import { SHOWN_LAYERS, type ShownLayer } from '#lib/base/shown-layers.ts';
import type { UnitsMode } from '#lib/base/tree-day.ts';

/** What a link says of the view: what the reader chose, and nothing that the workspace would show by itself. */
export interface ViewChoice {
	unit?: string;
	period?: Period;
	/** Absent where it is as reported. */
	units?: UnitsMode;
	/** What values are held against on an indicator's page; absent where it is all there is. */
	layers?: readonly ShownLayer[];
	language?: Language;
}

const OWN: ReadonlySet<string> = new Set(['unit', 'period', 'units', 'layers', 'lang']);

/** The choice in the query of an address; a period, map or language that is none counts as not chosen. */
export function parseViewChoice(query: URLSearchParams): ViewChoice {
	const unit = query.get('unit');
	const period = query.get('period');
	const units = parseUnits(query.get('units') ?? '');
	const layers = parseLayers(query.get('layers'));
	return {
		...(unit && { unit }),
		...(period && isPeriod(period) && { period }),
		...(units && { units }),
		...(layers && { layers }),
		...(query.get('lang') === 'en' && { language: 'en' })
	};
}

/**
 * The choice as the query of a link: `?unit=MH03&period=2024-Q4&units=today&lang=en`, or nothing; Vietnamese and units as
 * reported go unsaid. What else stood in the query before, where it is given, follows.
 */
export function formatViewChoice(
	{ unit, period, units, layers, language }: ViewChoice,
	before: URLSearchParams = new URLSearchParams()
): string {
	const query = new URLSearchParams();
	if (unit) query.set('unit', unit);
	if (period) query.set('period', period);
	if (units && units !== 'reported') query.set('units', String(units));
	if (layers) query.set('layers', layers.join(',') || 'none');
	if (language === 'en') query.set('lang', 'en');
	for (const [name, value] of before) if (!OWN.has(name)) query.append(name, value);
	// A comma may stand in a query as it is, and reads better so.
	return query.size > 0 ? `?${query}`.replaceAll('%2C', ',') : '';
}

/** The query with the page's own parameters in it; one that is `undefined` or empty is taken out. */
export function withOwn(
	query: URLSearchParams,
	own: Readonly<Record<string, string | undefined>> = {}
): URLSearchParams {
	const next = new URLSearchParams(query);
	for (const [name, value] of Object.entries(own)) {
		if (value) next.set(name, value);
		else next.delete(name);
	}
	return next;
}

function parseUnits(text: string): UnitsMode | undefined {
	if (text === 'today') return 'today';
	return /^(19|20)\d\d$/.test(text) ? Number(text) : undefined;
}

/** The layers named, in their own order; `undefined` where all are, or what stands there names none. */
function parseLayers(text: string | null): ShownLayer[] | undefined {
	if (text === 'none') return [];
	const named = new Set(text?.split(','));
	const layers = SHOWN_LAYERS.filter((layer) => named.has(layer));
	return layers.length > 0 && layers.length < SHOWN_LAYERS.length ? layers : undefined;
}
