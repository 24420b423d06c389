import type { Fraction } from '#lib/base/fraction.ts';
import type { IsoDate } from '#lib/base/period.ts';
import { carry, type Carried } from './carry.ts';
import type { LineageEvent } from './lineage.ts';
import { targetMapOf } from './target-map.ts';
import { backwardTimeline, forwardTimeline } from './timeline.ts';
import type { Unit } from './unit.ts';
import { isValidOn } from './unit-validity.ts';

/** Where a part of a unit's figures stands on another map: of a figure v the part ⌊v · upper⌋ − ⌊v · lower⌋. */
export interface ImagePart {
	/** The unit of the other map. */
	unit: string;
	/** The parts of one unit lie end to end from 0 to 1, so that they always add up to the whole. */
	lower: Fraction;
	upper: Fraction;
	/** True where it stands at the unit only because nobody can say to which of the units below it belongs. */
	isRemainder: boolean;
}

/** Where the figures of a unit of one map stand on another one. */
export interface Image {
	parts: readonly ImagePart[];
	/** The units of the other map whose own history is part of a remainder above them. */
	unallocated: readonly string[];
}

/**
 * For every unit that exists on the day `from`, by code, where its figures stand on the map of the day `to` (MODEL "Units
 * change"). Empty where no unit at all exists on the day `to`; otherwise no figure is lost.
 */
export function imagesOn(
	units: readonly Unit[],
	lineage: readonly LineageEvent[],
	{ from, to }: { from: IsoDate; to: IsoDate }
): ReadonlyMap<string, Image> {
	const target = targetMapOf(units, to);
	if (target.root === undefined) return new Map();
	const isForward = from <= to;
	const timeline = isForward ? forwardTimeline(units, lineage) : backwardTimeline(units, lineage);
	const [start, end] = [timeline.momentOf(from), timeline.momentOf(to)];
	const codes = new Set(units.filter((unit) => isValidOn(unit, from)).map(({ code }) => code));
	const context = { timeline, target, end };
	return new Map([...codes].map((code) => [code, imageOf(carry(code, start, context))]));
}

/** The parts end to end in their order. */
function imageOf({ parts, unallocated }: Carried): Image {
	let lower: Fraction = { numerator: 0n, denominator: 1n };
	const present = parts.filter(({ share }) => share.numerator > 0n);
	const placed = present.map(({ unit, share, isRemainder }): ImagePart => {
		const upper = sumOf(lower, share);
		const part = { unit, lower, upper, isRemainder };
		lower = upper;
		return part;
	});
	return { parts: placed, unallocated: [...unallocated] };
}

function sumOf(a: Fraction, b: Fraction): Fraction {
	return reduced({
		numerator: a.numerator * b.denominator + b.numerator * a.denominator,
		denominator: a.denominator * b.denominator
	});
}

function reduced({ numerator, denominator }: Fraction): Fraction {
	let [a, b] = [denominator, numerator];
	while (b > 0n) [a, b] = [b, a % b];
	return { numerator: numerator / a, denominator: denominator / a };
}
