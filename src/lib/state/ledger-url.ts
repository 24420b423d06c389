import { LEDGER_GROUPINGS, LEDGER_ORDERS } from '#lib/views/ledger-groups.ts';
import type { LedgerGrouping, LedgerOrder } from '#lib/views/ledger-groups.ts';
import { type LedgerFilter, STATE_FILTERS } from '#lib/views/ledger-filter.ts';
import { LEDGER_KINDS } from '#lib/views/ledger-line.ts';

/** What a link says of the ledger: what is filtered, how it is laid out, and which row stands open. */
export interface LedgerChoice extends LedgerFilter {
	by?: LedgerGrouping;
	order?: LedgerOrder;
	/** The id of the row that is open from the start. */
	item?: string;
}

/** The names under which the choice stands in an address. */
const NAMES: Record<keyof LedgerChoice, string> = {
	text: 'q',
	body: 'body',
	document: 'doc',
	kind: 'kind',
	state: 'state',
	by: 'by',
	order: 'order',
	item: 'item'
};
const FIELDS = Object.keys(NAMES) as (keyof LedgerChoice)[];

/** The choice in the query of an address; what is no kind, state, grouping or order counts as not chosen. */
export function parseLedgerChoice(query: URLSearchParams): LedgerChoice {
	const textOf = (field: keyof LedgerChoice): string | undefined =>
		query.get(NAMES[field]) || undefined;
	const oneOf = <Value extends string>(
		field: keyof LedgerChoice,
		known: readonly Value[]
	): Value | undefined => known.find((value) => value === query.get(NAMES[field]));
	const choice: LedgerChoice = {
		text: textOf('text'),
		body: textOf('body'),
		document: textOf('document'),
		kind: oneOf('kind', LEDGER_KINDS),
		state: oneOf('state', STATE_FILTERS),
		by: oneOf('by', LEDGER_GROUPINGS),
		order: oneOf('order', LEDGER_ORDERS),
		item: textOf('item')
	};
	return Object.fromEntries(Object.entries(choice).filter(([, value]) => value !== undefined));
}

/** The query with the choice in it, all else as it was; what is shown without being chosen goes unsaid. */
export function withLedgerChoice(query: URLSearchParams, choice: LedgerChoice): URLSearchParams {
	const next = new URLSearchParams(query);
	const unsaid: LedgerChoice = { by: LEDGER_GROUPINGS[0], order: LEDGER_ORDERS[0] };
	for (const field of FIELDS) {
		const value = choice[field];
		if (value && value !== unsaid[field]) next.set(NAMES[field], value);
		else next.delete(NAMES[field]);
	}
	return next;
}
