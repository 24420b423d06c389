import { STATUS_ORDER } from '#lib/views/status-look.ts';
import type { PaceWord } from '#lib/assess/pace.ts';
import type { Target } from '#lib/catalogue/catalogue.ts';
import type { OverviewFilter } from '#lib/views/overview-filter.ts';
import { type Grouping, GROUPINGS } from '#lib/views/overview-groups.ts';

/** In which form the overview stands: drawn, or as one table. */
export type OverviewForm = 'charts' | 'table';

/** What a link says of the overview: what is filtered, and how it is laid out. */
export interface OverviewChoice extends OverviewFilter {
	by: Grouping;
	form: OverviewForm;
}

const KINDS: readonly Target['kind'][] = [
	...(['ratio', 'band', 'count', 'presence', 'rank', 'trend', 'external'] as const)
];
const PACES: readonly PaceWord[] = ['on-pace', 'behind', 'no-pace'];

/** The choice in an address, read by the names of its parameters; what is no such value counts as not chosen. */
export function parseOverviewChoice(own: (name: string) => string | undefined): OverviewChoice {
	const oneOf = <Value extends string>(name: string, known: readonly Value[]): Value | undefined =>
		known.find((value) => value === own(name));
	return {
		status: oneOf('status', STATUS_ORDER),
		document: own('doc'),
		kind: oneOf('kind', KINDS),
		pace: oneOf('pace', PACES),
		isChanged: own('changed') !== undefined,
		by: oneOf('by', GROUPINGS) ?? GROUPINGS[0],
		form: own('form') === 'table' ? 'table' : 'charts'
	};
}

/** The parameters that say a choice; what is shown without being chosen goes unsaid. */
export function overviewParameters(
	choice: Partial<OverviewChoice>
): Record<string, string | undefined> {
	const named: Record<keyof OverviewChoice, [name: string, value: string | undefined]> = {
		status: ['status', choice.status],
		document: ['doc', choice.document],
		kind: ['kind', choice.kind],
		pace: ['pace', choice.pace],
		isChanged: ['changed', choice.isChanged ? '1' : undefined],
		by: ['by', choice.by === GROUPINGS[0] ? undefined : choice.by],
		form: ['form', choice.form === 'table' ? 'table' : undefined]
	};
	const given = Object.keys(choice) as (keyof OverviewChoice)[];
	return Object.fromEntries(given.map((field) => named[field]));
}
