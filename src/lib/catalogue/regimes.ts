import type { Words } from '#lib/base/language.ts';
import type { IsoDate } from '#lib/base/period.ts';
import type { Indicator } from './catalogue.ts';

/** A set of rules in force from a day on: figures before it and after it are not one series (MODEL "Measures"). */
export interface Regime {
	id: string;
	from: IsoDate;
	/** The measures that it gives another meaning; absent where it is all of them. */
	measures?: string[];
	/** A few words for a chart; the day is said beside them. */
	label: Words;
	name: Words;
	/** False where the document was not seen: the words then say so. */
	isVerified: boolean;
	/** The documents that set it, by number and day. */
	source: string;
}

/** The regimes that give the figures of an indicator another meaning. */
export function regimesOf(regimes: readonly Regime[], indicator: Indicator): Regime[] {
	const counted = new Set([...indicator.numerator, ...indicator.denominator]);
	return regimes.filter(({ measures }) => !measures || measures.some((id) => counted.has(id)));
}
