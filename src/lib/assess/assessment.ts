import type { Target } from '#lib/catalogue/catalogue.ts';
import type { ValueRange } from './range.ts';

/**
 * The verdict on one value beside one target (MODEL "Status"). `above-band` is the amber side of a band;
 * `no-threshold` is an `external` target whose number nobody has entered yet.
 */
export type Status =
	| 'met'
	| 'not-met'
	| 'above-band'
	| 'undecided'
	| 'not-due'
	| 'no-data'
	| 'no-threshold'
	| 'not-applicable';

/** A value beside a target: how it stands, what is lacking, and between which ends it may still move. */
export interface Assessment {
	target: Target;
	status: Status;
	/** How many organisations or people are lacking to meet it; 0 when met; `undefined` where there is no verdict. */
	shortfall?: bigint;
	/** For a band: on which side of it the value lies. */
	side?: 'below' | 'above';
	/** Between which ends the final value lies; only while reports are missing and their size is known. */
	range?: ValueRange;
}
