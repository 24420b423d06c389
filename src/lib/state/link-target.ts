import type { Language } from '#lib/base/language.ts';
import type { Period } from '#lib/base/period.ts';
import type { ShownLayer } from '#lib/base/shown-layers.ts';
import type { UnitsMode } from '#lib/base/tree-day.ts';

/** The pages of the product. */
export type Page =
	| '/'
	| '/unit'
	| '/targets'
	| '/ledger'
	| '/reporting'
	| '/reports'
	| '/submissions'
	| '/organisation'
	| '/scorecard'
	| '/compare'
	| '/present'
	| '/workbench'
	| '/guide'
	| `/indicator/${string}`
	| `/trail/${string}`
	| '/trace'
	| `/trace/${string}`;

/** Where a link leads; what is not given stays as it is. */
export interface LinkTarget {
	page?: Page;
	unit?: string;
	period?: Period;
	/** On which units every period is shown. */
	units?: UnitsMode;
	/** What values are held against on an indicator's page. */
	layers?: readonly ShownLayer[];
	language?: Language;
	/** Parameters of the page itself, by their names in the address; one that is `undefined` leaves it. */
	own?: Readonly<Record<string, string | undefined>>;
	/** The part of the page to go to, by its id. */
	part?: string;
}
