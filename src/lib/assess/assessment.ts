import type { Fraction } from '#lib/base/fraction.ts';
import type { ProgressFact } from '#lib/base/progress.ts';
import type { Target } from '#lib/catalogue/catalogue.ts';
import type { ValueRange } from './range.ts';

/**
 * The verdict on one value beside one target (MODEL "Status"). `above-band` is the amber side of a band;
 * `no-threshold` is an `external` target whose number nobody has entered yet. `rising`, `falling` and `unchanged` are
 * the words of a `trend`, against the same period a year before: never passed or failed.
 */
export type Status =
	| 'met'
	| 'not-met'
	| 'above-band'
	| 'undecided'
	| 'not-due'
	| 'no-data'
	| 'no-threshold'
	| 'not-applicable'
	| 'rising'
	| 'falling'
	| 'unchanged';

/** A value beside a target: how it stands, what is lacking, and between which ends it may still move. */
export interface Assessment {
	/** The target as it stands in the period's year: the value of its yearly path, without the path (`targetIn`). */
	target: Target;
	status: Status;
	/** How many organisations or people are lacking to meet it; 0 when met; `undefined` where there is no verdict. */
	shortfall?: bigint;
	/** For a band: on which side of it the value lies. */
	side?: 'below' | 'above';
	/** True where no whole number of this denominator meets the target ("= 33 %" of 10): the shortfall passes it. */
	unreachable?: true;
	/** Between which ends the final value lies; only while reports are missing and their size is known. */
	range?: ValueRange;
	/** For a trend: the value of the same period a year before, that the status is told against. */
	before?: Fraction;
	/** The row of B8 that set the threshold, where the document leaves it to others. */
	entered?: ProgressFact;
	/** For a trend that rose or fell, or stood still: whether the document asks for that; absent where it asks for no direction. */
	asAsked?: boolean;
}
