import type { IsoDate, Period } from './period.ts';

/** What the reports of a unit and all below it add up to, for one indicator and one period. */
export interface IndicatorTotal {
	unit: string;
	period: Period;
	indicator: string;
	/** Σ of the numerator's measures; `undefined` where nothing was reported. */
	numerator?: bigint;
	/** Σ of the denominator's measures; `undefined` where nothing was reported or the indicator is a count. */
	denominator?: bigint;
	/** Units that reported at least one figure, of those that owe one (leaves; units with only "x" owe none). */
	reported: number;
	expected: number;
	/** The units whose report is missing, incomplete, or for a cumulative measure not yet the year's last. */
	pending: {
		units: number;
		/** Those among them without any known denominator. */
		unknown: number;
		/** Σ of the last known denominators of the others. */
		lastDenominator: bigint;
		/** What pending units already contribute to numerator and denominator. */
		numerator: bigint;
		denominator: bigint;
	};
	/** The quarter, or the closed year, that the newest figure comes from. */
	asOf?: Period;
	/** Units whose figure is older than `asOf`. */
	stale: number;
	/**
	 * What of the value stands at this unit itself because the map shown cannot tell which of the units below it belongs
	 * to (a split without allocation, a unit closed without successor); only in a boundary mode (MODEL "Units change").
	 */
	remainder?: { numerator?: bigint; denominator?: bigint };
	/** True where the unit's own history is part of such a remainder above it: missing, never invented. */
	unallocated?: boolean;
	/** False for a cumulative or year-end measure as long as the year's last quarter has not been reported. */
	closed: boolean;
}

/** All totals of a workspace, by look-up. */
export interface Totals {
	/** Every period that has figures, quarters, half-years and years, oldest first. */
	readonly periods: readonly Period[];
	/** The day whose units every period is shown on; absent where each period stands on its own map, as reported. */
	readonly boundaries?: IsoDate;
	/** One total; `undefined` where the unit does not exist in the period or the period has no figures. */
	total(unit: string, period: Period, indicator: string): IndicatorTotal | undefined;
}
