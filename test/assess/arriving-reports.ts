import fc from 'fast-check';
import type { IndicatorTotal } from '#lib/base/indicator-total.ts';

/** What one unit sends for the period: its numerator and denominator, or "x". */
interface Figures {
	numerator: bigint;
	denominator: bigint;
}

/** A unit without units below it, and all that it will ever send, in the order in which it does. */
export interface Reporter {
	/** Where it hangs: the codes from the root down to its parent. */
	path: string[];
	/** The denominator last known before the period; absent where none is. */
	known?: bigint;
	/** An "x": nothing to count. */
	isExempt: boolean;
	/** Its figures of an earlier quarter of the year, there from the start, where the measure is cumulative. */
	early?: Figures;
	final: Figures;
	/** Whether numerator and denominator come in two sheets, and which of them first. */
	halves: 'together' | 'numerator' | 'denominator';
}

/** How far one unit's reports have come. */
interface Stand {
	numerator?: bigint;
	denominator?: bigint;
	isPending: boolean;
	known?: bigint;
}

const TOLERANCE = 20n;

/** A denominator inside the tolerance of the last known one. */
function nearTo(known: bigint): fc.Arbitrary<bigint> {
	const least = (known * (100n - TOLERANCE) + 99n) / 100n;
	const most = (known * (100n + TOLERANCE)) / 100n;
	return fc.bigInt(least, most);
}

function figuresNear(known: bigint | undefined, mayExceed: boolean): fc.Arbitrary<Figures> {
	const denominators = known === undefined ? fc.bigInt(0n, 60n) : nearTo(known);
	return denominators.chain((denominator) =>
		fc
			.oneof(fc.constantFrom(0n, denominator), fc.bigInt(0n, denominator * (mayExceed ? 3n : 1n)))
			.map((numerator) => ({ numerator, denominator }))
	);
}

/** A random unit whose denominators all stay inside the tolerance of each one known before. */
export function reporter(mayExceed: boolean): fc.Arbitrary<Reporter> {
	const knowns = fc.option(fc.oneof(fc.constant(0n), fc.bigInt(1n, 60n)), {
		freq: 8,
		nil: undefined
	});
	return knowns.chain((known) =>
		fc.option(figuresNear(known, mayExceed), { freq: 1, nil: undefined }).chain((early) =>
			fc
				.record({
					path: fc.constantFrom<string[]>(['R'], ['R', 'A'], ['R', 'B'], ['R', 'B', 'C']),
					isExempt: fc.boolean().map((each) => each && !early && !known),
					final: figuresNear(early?.denominator ?? known, mayExceed),
					halves: fc.constantFrom<Reporter['halves']>('together', 'numerator', 'denominator')
				})
				.map((rest): Reporter => ({
					...rest,
					...(known !== undefined && { known }),
					...(early && { early })
				}))
		)
	);
}

/** The stands through which a unit goes, the first before anything came, the last when all has. */
export function standsOf({ known, isExempt, early, final, halves }: Reporter): Stand[] {
	const last = early?.denominator ?? known;
	const before: Stand = { ...early, isPending: true, known: last };
	if (isExempt) return [before, { isPending: false }];
	const after = { ...final, isPending: false };
	// A denominator that came alone is the last known one: the range may widen with it, and the word with the range.
	const isMoved = last !== undefined && last !== final.denominator;
	if (halves === 'together' || (halves === 'denominator' && isMoved)) return [before, after];
	const half: Stand =
		halves === 'numerator'
			? { ...before, numerator: final.numerator }
			: { ...before, denominator: final.denominator, known: final.denominator };
	return [before, half, after];
}

/** The total of the units below a unit, as a rollup would add it up, after so many reports of each have come. */
export function totalAt(
	reporters: readonly Reporter[],
	steps: readonly number[],
	unit: string
): IndicatorTotal {
	const stands = reporters.flatMap((each, place): Stand[] =>
		each.path.includes(unit) ? [standsOf(each)[steps[place] ?? 0]!] : []
	);
	const isExempt = (stand: Stand) => !stand.isPending && stand.numerator === undefined;
	const owing = stands.filter((stand) => !isExempt(stand));
	const late = owing.filter(({ isPending }) => isPending);
	const [numerator, denominator] = [sum(owing, 'numerator'), sum(owing, 'denominator')];
	return {
		unit,
		period: '2024',
		indicator: 'ratio',
		...(numerator !== undefined && { numerator }),
		...(denominator !== undefined && { denominator }),
		reported: owing.filter((each) => each.numerator !== undefined || each.denominator !== undefined)
			.length,
		expected: owing.length,
		pending: {
			units: late.length,
			unknown: late.filter(({ known }) => known === undefined).length,
			lastDenominator: late.reduce((total, { known }) => total + (known ?? 0n), 0n),
			numerator: sum(late, 'numerator') ?? 0n,
			denominator: sum(late, 'denominator') ?? 0n
		},
		stale: 0,
		closed: true
	};
}

function sum(stands: readonly Stand[], part: 'numerator' | 'denominator'): bigint | undefined {
	const figures = stands.flatMap((stand) => stand[part] ?? []);
	return figures.length === 0 ? undefined : figures.reduce((total, figure) => total + figure, 0n);
}
