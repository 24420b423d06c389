import type { MissFilter, ScorecardOrder } from '#lib/views/scorecard-order.ts';
import { UNIT_SCOPES, type UnitScope } from '#lib/views/scorecard-units.ts';

/** What a link says of the scorecard beside unit, period and language. */
export interface ScorecardChoice {
	scope: UnitScope;
	/** The ids of the columns in their order; absent for the usual ones. */
	columns?: readonly string[];
	text: string;
	misses?: MissFilter;
	order: ScorecardOrder;
	isReversed: boolean;
	/** True where the indicators stand below one another and the units side by side. */
	isTransposed: boolean;
}

/** The parameters of the page, by their names in the address; `undefined` where they go unsaid. */
export type ScorecardQuery = Record<string, string | undefined>;

const LACK = 'lack.';

/** The choice that an address makes, given by a look-up of its parameters; what it does not say is as usual. */
export function parseScorecardChoice(own: (name: string) => string | undefined): ScorecardChoice {
	const columns = own('cols')?.split(',').filter(Boolean);
	const misses = parseMisses(own('miss'));
	const sort = own('sort') ?? '';
	const isReversed = sort.startsWith('-');
	return {
		scope: UNIT_SCOPES.find((scope) => scope === own('rows')) ?? 'children',
		...(columns && columns.length > 0 && { columns }),
		text: own('q') ?? '',
		...(misses && { misses }),
		order: parseOrder(isReversed ? sort.slice(1) : sort),
		isReversed,
		isTransposed: own('flip') === '1'
	};
}

/** The parameters of what is chosen anew: of the others nothing is said. */
export function scorecardQuery(choice: Partial<ScorecardChoice>): ScorecardQuery {
	const query: ScorecardQuery = {};
	if ('scope' in choice) query['rows'] = choice.scope === 'children' ? undefined : choice.scope;
	if ('columns' in choice) query['cols'] = choice.columns?.join(',');
	if ('text' in choice) query['q'] = choice.text?.trim();
	if ('misses' in choice) query['miss'] = formatMisses(choice.misses);
	if (choice.order) query['sort'] = formatOrder(choice.order, choice.isReversed === true);
	if ('isTransposed' in choice) query['flip'] = choice.isTransposed ? '1' : undefined;
	return query;
}

/** The order that a word of an address stands for; any other text is the id of an indicator, whose value it is. */
export function parseOrder(sort: string): ScorecardOrder {
	if (sort === '') return { by: 'list' };
	if (sort === 'name' || sort === 'met') return { by: sort };
	if (sort.startsWith(LACK)) return { by: 'shortfall', indicator: sort.slice(LACK.length) };
	return { by: 'value', indicator: sort };
}

/** The word for an order in an address, `-` before it where it is the other way round; `undefined` for that of the list. */
export function formatOrder(order: ScorecardOrder, isReversed: boolean): string | undefined {
	if (order.by === 'list') return undefined;
	const lack = order.by === 'shortfall' ? LACK : '';
	const what = 'indicator' in order ? order.indicator : order.by;
	return `${isReversed ? '-' : ''}${lack}${what}`;
}

function parseMisses(miss: string | undefined): MissFilter | undefined {
	if (!miss) return undefined;
	return miss === 'any' ? { any: true } : { indicator: miss };
}

function formatMisses(misses: MissFilter | undefined): string | undefined {
	if (!misses) return undefined;
	return 'any' in misses ? 'any' : misses.indicator;
}
