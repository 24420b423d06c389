import type { Words } from './language.ts';
import type { IsoDate, Period } from './period.ts';
import type { HistoryStep } from './trail.ts';

/** The counts of a figure; both absent where nothing is reported. */
export interface TracedCounts {
	numerator?: bigint;
	denominator?: bigint;
}

/** A figure that a code may have been printed beside: what it was then, what it is now, and what lies between. */
export interface FoundTrace {
	indicator: string;
	unit: string;
	period: Period;
	/** The day whose units it was shown on; absent where as reported. */
	boundaries?: IsoDate;
	/** The newest submission of then. */
	sequence: number;
	then: TracedCounts;
	now: TracedCounts;
	/** What changed it in between, in order. */
	changes: HistoryStep[];
	/** How many submissions after `sequence` are too old to be told apart; what they changed stands in the first change. */
	omitted: number;
	/** Whether the figure of then is the one that the code was printed beside; `withheld` where the code does not say. */
	agreement: 'agrees' | 'differs' | 'withheld';
	/** What the figure of then stands on, where the organisation or the catalogue has changed since. */
	earlier?: EarlierFigure;
}

/** A figure by an organisation and a catalogue that were in force once. */
export interface EarlierFigure {
	/** When the ones that followed were saved, ISO 8601 in UTC; absent for what is in force still. */
	until: { organisation?: string; catalogue?: string };
	/** What unit and indicator were called. */
	unit: string;
	name: Words;
	isRatio: boolean;
}

/** What a code leads to: the indicators and units that bear its marks, and the figures of those. */
export interface TraceAnswer {
	indicators: string[];
	units: string[];
	/** Where any agrees with the code only those that do; the most likely first. */
	found: FoundTrace[];
}
