import type { Words } from '#lib/base/language.ts';

/** Choices that the documents leave open, with their documented defaults (data/catalogue/settings.json). */
export interface Settings {
	/** τ: by how many per cent a missing unit's denominator may differ from its last known one (MODEL "Status"). */
	missingTolerancePercent: number;
	/** From how many percentage points on a change of a ratio is shown as a rise or a fall; an exact decimal. */
	effectiveGapPoints: string;
	/** Marked counts above zero and below this are withheld where a report leaves its unit (MODEL "Privacy"). */
	smallCellBelow: number;
	checks: CheckLimits;
	ratingCeiling: RatingCeilingSettings;
}

/** What the ceiling on "excellent" is a share of: those rated good, good or better, or all rated (DOMAIN §1.1). */
export type CeilingReading = 'good' | 'good-or-better' | 'rated';

/** The ceiling on "excellent": advice, no target. */
export interface RatingCeilingSettings {
	percent: number;
	/** The reading taken where nobody chose another. */
	reading: CeilingReading;
	/** False as long as nobody has held it beside the regulation in force. */
	isVerified: boolean;
	/** Where it comes from, in words. */
	source: Words;
}

/** From where on a figure that is well formed is asked about all the same. */
export interface CheckLimits {
	/** A jump: a change by more per cent than this (TEMPLATES §D 32), where the unit's history is short. */
	jumpPercent: number;
	/** No change by fewer than this is a jump or a moving denominator, whatever its share: 1 → 2 is no news. */
	jumpLeastDifference: number;
	/** With as many earlier points as this the history is long: its median and spread tell what a jump is. */
	jumpLeastPoints: number;
	/** The modified z-score 0,6745·|x − median| ÷ MAD above which a figure is an outlier (Iglewicz and Hoaglin). */
	jumpScore: string;
	/** No figure within this many per cent of the median is an outlier, however still the history was. */
	jumpLeastPercent: number;
	/** A denominator that moves by more per cent than this from one period to the next, without a merger. */
	denominatorPercent: number;
	/** Copied forward: at least this many per cent of a unit's figures in a sheet are those of the period before … */
	copiedPercent: number;
	/** … of at least this many figures; a warning where at least so many of them count what happened, and are no stocks. */
	copiedLeastFigures: number;
	copiedLeastMoving: number;
	/** 100 % everywhere: at least this many ratios of a unit's sheet whose denominator is … */
	fullLeastRatios: number;
	/** … at least this large. */
	fullLeastDenominator: number;
}
