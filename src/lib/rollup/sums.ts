import { type Figures, partOf, zeros } from './figures.ts';
import type { Counted } from './replies.ts';
import type { Holds, ShapeMap } from './shape-map.ts';

/** Numerators and denominators by unit; a unit may have neither. */
export interface Ratios {
	numerator: Figures;
	denominator: Figures;
	hasNumerator: Uint8Array;
	hasDenominator: Uint8Array;
}

/** What units themselves add to an indicator in a period, on the map on which they gave it. */
export interface Own extends Ratios {
	map: ShapeMap;
	units: number[];
	/** By unit the newest quarter that it comes from; −1 for none. */
	slot: Int32Array;
}

/** What one indicator adds up to in one period, by unit. */
export class Sums implements Ratios {
	readonly numerator: Figures;
	readonly denominator: Figures;
	readonly hasNumerator: Uint8Array;
	readonly hasDenominator: Uint8Array;
	/** The newest quarter; −1 where nothing was given. */
	readonly slot: Int32Array;
	readonly remainder: Ratios;
	readonly expected: Int32Array;
	readonly reported: Int32Array;
	readonly pending: Int32Array;
	readonly unknown: Int32Array;
	readonly lastDenominator: Figures;
	readonly pendingShare: Ratios;
	readonly stale: Int32Array;
	readonly unallocated: Uint8Array;

	constructor(units: number, width: 'narrow' | 'wide') {
		const counts = (): Int32Array => new Int32Array(units);
		const ratios = ratiosOf(units, width);
		this.numerator = ratios.numerator;
		this.denominator = ratios.denominator;
		this.hasNumerator = ratios.hasNumerator;
		this.hasDenominator = ratios.hasDenominator;
		this.slot = counts().fill(-1);
		this.remainder = ratiosOf(units, width);
		[this.expected, this.reported, this.pending] = [counts(), counts(), counts()];
		[this.unknown, this.stale] = [counts(), counts()];
		this.lastDenominator = zeros(units, width);
		this.pendingShare = ratiosOf(units, width);
		this.unallocated = new Uint8Array(units);
	}
}

function ratiosOf(units: number, width: 'narrow' | 'wide'): Ratios {
	return {
		numerator: zeros(units, width),
		denominator: zeros(units, width),
		hasNumerator: new Uint8Array(units),
		hasDenominator: new Uint8Array(units)
	};
}

/** The figures of each unit together, map by map. */
export function ownFigures(
	parts: readonly (Counted & { isDenominator: boolean })[],
	width: 'narrow' | 'wide'
): Own[] {
	const owns = new Map<ShapeMap, Own>();
	for (const { map, units, slot, value, isDenominator } of parts) {
		if (units.length === 0) continue;
		const own = owns.get(map) ?? blankOwn(map, value.length, width);
		owns.set(map, own);
		const into = isDenominator ? own.denominator : own.numerator;
		const has = isDenominator ? own.hasDenominator : own.hasNumerator;
		for (const unit of units) {
			if ((own.slot[unit] ?? -1) < 0) own.units.push(unit);
			own.slot[unit] = Math.max(own.slot[unit] ?? -1, slot[unit] ?? -1);
			into[unit] = (into[unit] ?? 0) + (value[unit] ?? 0);
			has[unit] = 1;
		}
	}
	return [...owns.values()];
}

function blankOwn(map: ShapeMap, units: number, width: 'narrow' | 'wide'): Own {
	return { map, units: [], slot: new Int32Array(units).fill(-1), ...ratiosOf(units, width) };
}

/** Adds what the units gave to the totals of all units where it counts. */
export function addTotals(sums: Sums, own: Own): void {
	const { holds } = own.map;
	const { units, isRemainder } = holds;
	const { slot: newest } = sums;
	for (const unit of own.units) {
		const slot = own.slot[unit] ?? -1;
		const end = holds.start[unit + 1] ?? 0;
		for (let row = holds.start[unit] ?? 0; row < end; row += 1) {
			const above = units[row] ?? 0;
			if (slot > (newest[above] ?? -1)) newest[above] = slot;
			addRatio(sums, above, { own, unit, row });
			if (isRemainder[row] === 1) addRatio(sums.remainder, above, { own, unit, row });
		}
	}
}

/** Adds the part of the unit's own figures that a row of `holds` gives to the unit above. */
export function addRatio(
	into: Ratios,
	above: number,
	{ own, unit, row }: { own: Own; unit: number; row: number }
): void {
	const { holds } = own.map;
	const { hasNumerator, hasDenominator } = into;
	if (own.hasNumerator[unit] === 1) {
		add(into.numerator, above, heldIn(holds, row, own.numerator[unit] ?? 0));
		hasNumerator[above] = 1;
	}
	if (own.hasDenominator[unit] === 1) {
		add(into.denominator, above, heldIn(holds, row, own.denominator[unit] ?? 0));
		hasDenominator[above] = 1;
	}
}

/** The part of a figure that counts at the unit of a row of `holds`. */
export function heldIn({ shares }: Holds, row: number, figure: number): number {
	const share = shares[row];
	return share ? partOf(figure, share) : figure;
}

/** Adds a figure to that of the unit, both of one kind. */
export function add(figures: Figures, unit: number, figure: number): void {
	const sums = figures;
	sums[unit] = (sums[unit] ?? 0) + figure;
}

/** Counts one more at the unit. */
export function addOne(counts: Int32Array, unit: number): void {
	const counted = counts;
	counted[unit] = (counted[unit] ?? 0) + 1;
}

/** Counts of how many units at and below each unit the figure is older than the newest of its total. */
export function addLags(sums: Sums, owns: readonly Own[], { holds }: ShapeMap): void {
	const newest = new Map<number, number>();
	for (const { units, slot } of owns) {
		for (const unit of units) newest.set(unit, Math.max(newest.get(unit) ?? -1, slot[unit] ?? -1));
	}
	for (const [unit, slot] of newest) {
		const end = holds.start[unit + 1] ?? 0;
		for (let row = holds.start[unit] ?? 0; row < end; row += 1) {
			const above = holds.units[row] ?? 0;
			if (holds.isFirst[row] === 1 && slot < (sums.slot[above] ?? -1)) addOne(sums.stale, above);
		}
	}
}
