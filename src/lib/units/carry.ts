import type { Fraction } from '#lib/base/fraction.ts';
import { parseDecimal } from '#lib/base/fraction.ts';
import type { TargetMap } from './target-map.ts';
import { sumOfShares } from './read-share.ts';
import type { Passing, Timeline } from './timeline.ts';

/** Where a unit's figures arrive, in the order of the list, and which units they may also belong to. */
export interface Carried {
	parts: readonly { unit: string; share: Fraction; isRemainder: boolean }[];
	unallocated: ReadonlySet<string>;
}

/** Along what, to where and until when figures are carried. */
interface Journey {
	timeline: Timeline;
	target: TargetMap;
	/** The moment of the target map. */
	end: number;
	/** The units and moments that lead here, so that a circle in the lists ends. */
	passed?: ReadonlySet<string>;
}

const WHOLE: Fraction = { numerator: 1n, denominator: 1n };
const NOBODY: ReadonlySet<string> = new Set();

/** Carries the figures of the unit that exists at the moment along to the end of the journey. */
export function carry(code: string, moment: number, journey: Journey): Carried {
	const { target, end, passed = NOBODY } = journey;
	const step = `${code} ${moment}`;
	if (passed.has(step)) return remainderAt(target.root, target);
	const onward = (next: string, from: number): Carried =>
		carry(next, from, { ...journey, passed: new Set([...passed, step]) });
	const fate = fateOf(code, moment, journey);
	if (fate.passing) return divided(fate.passing, onward, target);
	if (fate.end > end) return at(code, false);
	if (fate.resumes !== undefined && fate.resumes <= end) return onward(code, fate.resumes);
	// Closed without an heir: its figures stay with the unit above it, on its last day.
	if (fate.parent === undefined) return remainderAt(target.root, target);
	return gathered([onward(fate.parent, Math.max(moment, fate.end - 1))], target, true);
}

/** What becomes of a unit that figures have reached at a moment. */
interface Fate {
	/** Until when it goes on without a break; the moment itself where it does not exist then. */
	end: number;
	/** The unit above it at its end. */
	parent?: string;
	/** How it passes into others before it comes up again as something else. */
	passing?: Passing;
	/** When it begins, where it does not exist yet at the moment. */
	resumes?: number;
}

function fateOf(code: string, moment: number, { timeline, end: last }: Journey): Fate {
	const stretches = timeline.stretches.get(code) ?? [];
	const first = stretches.findIndex(({ start, end }) => start <= moment && moment < end);
	const isThere = first >= 0;
	let place = first;
	while (isThere && stretches[place + 1]?.start === stretches[place]?.end) place += 1;
	const end = stretches[place]?.end ?? moment;
	const next = stretches.find(({ start }) => start > moment && start >= end);
	const passing = timeline.passings
		.get(code)
		?.find(
			({ at }) =>
				(isThere ? at > moment : at >= moment) && at <= last && at <= (next?.start ?? Infinity)
		);
	const { parent } = stretches[place] ?? next ?? stretches.at(-1) ?? {};
	return {
		end,
		...(parent !== undefined && { parent }),
		...(passing && { passing }),
		...(!isThere && next && { resumes: next.start })
	};
}

/** Each heir with its share, the only one with all; as a remainder above them where nobody says which takes what. */
function divided(
	{ at: moment, heirs }: Passing,
	onward: (code: string, at: number) => Carried,
	target: TargetMap
): Carried {
	const carried = heirs.map(({ code }) => onward(code, moment));
	const [only] = carried;
	if (only && carried.length === 1) return only;
	const shares = heirs.flatMap(({ share }) => share ?? []);
	const sum = sumOfShares(shares);
	if (shares.length < heirs.length || sum.numerator !== sum.denominator) {
		return gathered(carried, target, false);
	}
	return {
		parts: carried.flatMap(({ parts }, place) => {
			const share = parseDecimal(shares[place] ?? '0');
			return parts.map((part) => ({ ...part, share: product(part.share, share) }));
		}),
		unallocated: new Set(carried.flatMap(({ unallocated }) => [...unallocated]))
	};
}

/** All of it at the nearest unit that stands above every place where it may belong. */
function gathered(carried: readonly Carried[], target: TargetMap, isRemainder: boolean): Carried {
	const [first, ...others] = carried;
	const parts = carried.flatMap((each) => each.parts);
	const places = new Set(parts.map(({ unit }) => unit));
	const known = carried.flatMap(({ unallocated }) => [...unallocated]);
	// Wherever it went first, it comes out the same: units that were split apart had merged again.
	const isSame = others.every((other) => arrivalOf(other) === arrivalOf(first));
	if (first && !isRemainder && places.size > 1 && isSame) {
		return { parts: first.parts, unallocated: new Set(known) };
	}
	const [only] = places;
	if (only !== undefined && places.size === 1) {
		const isUnsure = isRemainder || parts.some((part) => part.isRemainder);
		return { ...at(only, isUnsure), unallocated: new Set(known) };
	}
	const lines = [...places].map((place) => target.lineOf(place));
	const common = lines[0]?.find((code) => lines.every((line) => line.includes(code)));
	const shared = remainderAt(common ?? target.root, target);
	const below = lines.flatMap((line) => {
		const height = common === undefined ? line.length : line.indexOf(common);
		return line.slice(0, height);
	});
	const [place] = shared.parts;
	const unallocated = new Set([...known, ...below].filter((code) => code !== place?.unit));
	return { parts: shared.parts, unallocated };
}

function arrivalOf(carried: Carried | undefined): string | undefined {
	return carried?.parts
		.map(({ unit, share, isRemainder }) => {
			return `${unit} ${share.numerator}/${share.denominator} ${isRemainder}`;
		})
		.join(' ');
}

function remainderAt(code: string | undefined, target: TargetMap): Carried {
	return at(code ?? target.root ?? '', true);
}

function at(unit: string, isRemainder: boolean): Carried {
	return { parts: [{ unit, share: WHOLE, isRemainder }], unallocated: NOBODY };
}

function product(a: Fraction, b: Fraction): Fraction {
	return {
		numerator: a.numerator * b.numerator,
		denominator: a.denominator * b.denominator
	};
}
