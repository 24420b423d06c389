import type { OverTime } from '#lib/catalogue/catalogue.ts';
import type { OutputPeriod } from './calendar.ts';
import { type Figures, zeros } from './figures.ts';
import { SPAN, STATE } from './key-entries.ts';
import { type ShapeMap, strictlyAbove } from './shape-map.ts';
import type { Cells, MeasureCells } from './statements.ts';

/** One measure in the numerator or the denominator of an indicator. */
export interface Term {
	measure: number;
	overTime: OverTime;
	isDenominator: boolean;
	cells: MeasureCells;
}

/** Figures that add up to a total, on the map on which they were given. */
export interface Counted {
	map: ShapeMap;
	units: Int32Array;
	/** By unit: the quarter and the figure. */
	slot: Int32Array;
	value: Figures;
}

/** What the units say to a term in a period. */
export interface Reply {
	/** By unit: the newest quarter with a figure or "x", and with a figure; −1 for none. */
	answerSlot: Int32Array;
	figureSlot: Int32Array;
	value: Figures;
	counted: readonly Counted[];
}

/** Where a term is read in a period. */
export interface Reading {
	map: ShapeMap;
	/** The units that are asked. */
	members: Int32Array;
	/** Oldest first. */
	slots: readonly number[];
}

/** How many quarters up to its last one may speak for a term in a period (MODEL "Measures", `over_time`). */
export function quartersRead(overTime: OverTime, { slot, span }: OutputPeriod): number {
	if (overTime === 'year' || span === SPAN.quarter) return 1;
	return overTime === 'ytd' ? (slot % 4) + 1 : span;
}

/** The newest figure of each unit in the quarters. A unit's own figure counts only where none below it has one. */
export function replyOf({ cells }: Term, { map, members, slots }: Reading, blank: Reply): Reply {
	for (const slot of slots) {
		const held = cells.quarters.get(slot);
		if (held) hear(blank, held, { slot, members });
	}
	const given = members.filter((unit) => (blank.figureSlot[unit] ?? -1) >= 0);
	const overruled = aboveAny(given, map, blank.value.length);
	const units = given.filter((unit) => overruled[unit] === 0);
	const { figureSlot: slot, value } = blank;
	return { ...blank, counted: [{ map, units, slot, value }] };
}

/** Nobody has said anything. */
export function blankReply(units: number, width: 'narrow' | 'wide'): Reply {
	return {
		answerSlot: new Int32Array(units).fill(-1),
		figureSlot: new Int32Array(units).fill(-1),
		value: zeros(units, width),
		counted: []
	};
}

function hear(
	reply: Reply,
	cells: Cells,
	{ slot, members }: { slot: number; members: Int32Array }
): void {
	const { answerSlot, figureSlot, value } = reply;
	for (const unit of members) {
		const state = cells.state[unit];
		if (!state) continue;
		answerSlot[unit] = slot;
		if (state !== STATE.figure) continue;
		figureSlot[unit] = slot;
		value[unit] = cells.value[unit] ?? 0;
	}
}

/** By unit 1 where any of the given ones stands below it. */
function aboveAny(given: Iterable<number>, { above }: ShapeMap, units: number): Uint8Array {
	const marks = new Uint8Array(units);
	for (const unit of given) {
		const end = above.start[unit + 1] ?? 0;
		for (let at = (above.start[unit] ?? 0) + 1; at < end; at += 1) marks[above.units[at] ?? 0] = 1;
	}
	return marks;
}

/** What a year or half-year of a term whose quarters add up is made from. */
interface LongReading {
	/** The map and the members of the period itself. */
	reading: Omit<Reading, 'slots'>;
	period: OutputPeriod;
	/** The replies of its quarters. */
	quarters: readonly Reply[];
}

/**
 * What the units say to a term whose quarters add up, in a year or half-year. A figure for the whole year counts where
 * the unit gave no quarter and no unit below it gave anything; it stands in turn before the quarters of the units above.
 */
export function longReplyOf(term: Term, reading: LongReading, blank: Reply): Reply {
	const { period, quarters } = reading;
	const { answerSlot, figureSlot } = blank;
	for (const quarter of quarters) {
		for (let unit = 0; unit < answerSlot.length; unit += 1) {
			answerSlot[unit] = Math.max(answerSlot[unit] ?? -1, quarter.answerSlot[unit] ?? -1);
			figureSlot[unit] = Math.max(figureSlot[unit] ?? -1, quarter.figureSlot[unit] ?? -1);
		}
	}
	const parts = quarters.flatMap(({ counted }) => counted);
	const yearSum = period.span === SPAN.year ? term.cells.yearSums.get(period.slot) : undefined;
	if (!yearSum) return { ...blank, counted: parts };
	return { ...blank, counted: withYearSum(parts, { ...reading, yearSum, blank }) };
}

function withYearSum(
	parts: readonly Counted[],
	{ reading, period, quarters, yearSum, blank }: LongReading & { yearSum: Cells; blank: Reply }
): Counted[] {
	const { map, members } = reading;
	const { slot } = period;
	const { answerSlot, figureSlot } = blank;
	const stated = members.filter((unit) => (yearSum.state[unit] ?? 0) > 0);
	const isFigure = (unit: number): boolean => yearSum.state[unit] === STATE.figure;
	for (const unit of stated) {
		answerSlot[unit] = slot;
		if (isFigure(unit)) figureSlot[unit] = slot;
	}
	const replied = [...figureSlot.keys()].filter((unit) => (figureSlot[unit] ?? 0) >= 0);
	const overruled = aboveAny(replied, map, blank.value.length);
	const hasQuarter = (unit: number): boolean =>
		quarters.some((quarter) => (quarter.figureSlot[unit] ?? -1) >= 0);
	const whole = stated.filter(
		(unit) => isFigure(unit) && overruled[unit] === 0 && !hasQuarter(unit)
	);
	const superseded = new Set([...whole].flatMap((unit) => [...strictlyAbove(unit, map.above)]));
	const left = parts.map((part) => ({
		...part,
		units: part.units.filter((unit) => !superseded.has(unit))
	}));
	const slots = new Int32Array(blank.value.length).fill(slot);
	return [...left, { map, units: whole, slot: slots, value: yearSum.value }];
}
