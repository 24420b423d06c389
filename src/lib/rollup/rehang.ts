import type { Fraction } from '#lib/base/fraction.ts';
import { compareFractions, floorOf } from '#lib/base/fraction.ts';
import type { IsoDate } from '#lib/base/period.ts';
import { type Columns, int32Column, int64Column } from '#lib/engine/columns.ts';
import { type ImagePart, imagesOn } from '#lib/units/images.ts';
import type { LineageEvent } from '#lib/units/lineage.ts';
import { type TargetMap, targetMapOf } from '#lib/units/target-map.ts';
import type { Unit } from '#lib/units/unit.ts';
import { type RollupKeys, placesOf } from './rollup-keys.ts';

/** A shape of the organisation and a day on which it has it. */
export interface Shape {
	shape: number;
	day: IsoDate;
}

/** Which maps are to be carried to the units of which day. */
interface Rehanging {
	units: readonly Unit[];
	lineage: readonly LineageEvent[];
	boundaries: IsoDate;
	keys: RollupKeys;
	shapes: readonly Shape[];
	periods: number;
}

/** A row of the table `hang`. */
interface Hold {
	shape: number;
	descendant: number;
	ancestor: number;
	/** Whole numbers over `scale`. */
	lower: bigint;
	upper: bigint;
	scale: bigint;
	isFirst: boolean;
	isRemainder: boolean;
}

type Claim = Pick<Hold, 'shape' | 'descendant'> & { unit: number };

/** Bounds finer than this are rounded to it: figures and bounds must stay whole numbers of 64 bits. */
const FINEST = 10n ** 15n;

/** The tables `hang`, `claim` and `shown` for the map of another day (MODEL "Units change"): they only hang figures anew. */
export function rehang(rehanging: Rehanging): Record<string, Columns> {
	const { units, boundaries, keys, periods } = rehanging;
	const target = targetMapOf(units, boundaries);
	const places = placesOf(keys.units);
	const placeOf = (code: string): number => places.get(code) ?? -1;
	const { holds, claims } = hangAnew(rehanging, target, placeOf);
	const shown = target.codes.map(placeOf).sort((a, b) => a - b);
	return {
		hang: hangColumns(holds),
		claim: {
			shape: int32Column(claims.map(({ shape }) => shape)),
			descendant: int32Column(claims.map(({ descendant }) => descendant)),
			unit: int32Column(claims.map(({ unit }) => unit))
		},
		shown: {
			period: int32Column(shown.flatMap(() => [...Array(periods).keys()])),
			unit: int32Column(shown.flatMap((unit) => Array<number>(periods).fill(unit)))
		}
	};
}

function hangAnew(
	{ units, lineage, boundaries, shapes }: Rehanging,
	target: TargetMap,
	placeOf: (code: string) => number
): { holds: Hold[]; claims: Claim[] } {
	const holds: Hold[] = [];
	const claims: Claim[] = [];
	for (const { shape, day } of shapes) {
		for (const [code, image] of imagesOn(units, lineage, { from: day, to: boundaries })) {
			const descendant = placeOf(code);
			for (const [ancestor, spans] of spansOf(image.parts, target)) {
				const rows = spans.map(({ isRemainder, ...span }, place) => ({
					...scaled(span),
					isFirst: place === 0,
					isRemainder
				}));
				for (const row of rows)
					holds.push({ shape, descendant, ancestor: placeOf(ancestor), ...row });
			}
			for (const unit of image.unallocated) claims.push({ shape, descendant, unit: placeOf(unit) });
		}
	}
	return { holds, claims };
}

type Span = Pick<ImagePart, 'lower' | 'upper' | 'isRemainder'>;

/** The parts at every unit that holds one, its neighbours joined; a remainder is one only at its own unit. */
function spansOf(
	parts: readonly ImagePart[],
	target: TargetMap
): ReadonlyMap<string, readonly Span[]> {
	const all = new Map<string, Span[]>();
	for (const { unit, ...part } of parts) {
		for (const ancestor of target.lineOf(unit)) {
			const span = { ...part, isRemainder: part.isRemainder && ancestor === unit };
			const spans = all.get(ancestor) ?? [];
			const last = spans.at(-1);
			const isNext =
				last !== undefined &&
				last.isRemainder === span.isRemainder &&
				compareFractions(last.upper, span.lower) === 0;
			if (isNext) spans[spans.length - 1] = { ...last, upper: span.upper };
			else spans.push(span);
			all.set(ancestor, spans);
		}
	}
	return all;
}

function scaled({ lower, upper }: Pick<Span, 'lower' | 'upper'>) {
	const isWhole = lower.numerator === 0n && upper.numerator === upper.denominator;
	if (isWhole) return { lower: 0n, upper: 1n, scale: 1n };
	const common = lower.denominator * upper.denominator;
	const scale = common > FINEST ? FINEST : common;
	const at = ({ numerator, denominator }: Fraction): bigint =>
		floorOf({ numerator: numerator * scale, denominator });
	return { lower: at(lower), upper: at(upper), scale };
}

function hangColumns(holds: readonly Hold[]): Columns {
	const flags = (name: 'isFirst' | 'isRemainder'): Columns[string] => ({
		type: 'boolean',
		values: Uint8Array.from(holds, (hold) => (hold[name] ? 1 : 0))
	});
	return {
		shape: int32Column(holds.map(({ shape }) => shape)),
		descendant: int32Column(holds.map(({ descendant }) => descendant)),
		ancestor: int32Column(holds.map(({ ancestor }) => ancestor)),
		lower: int64Column(holds.map(({ lower }) => lower)),
		upper: int64Column(holds.map(({ upper }) => upper)),
		scale: int64Column(holds.map(({ scale }) => scale)),
		is_first: flags('isFirst'),
		is_remainder: flags('isRemainder')
	};
}
