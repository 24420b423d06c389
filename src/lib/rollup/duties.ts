import type { OutputPeriod } from './calendar.ts';
import type { Basis } from './bases.ts';
import { SPAN } from './key-entries.ts';
import type { Reply, Term } from './replies.ts';
import type { Holds, ShapeMap } from './shape-map.ts';
import type { Cells, MeasureCells } from './statements.ts';
import { add, addOne, addRatio, heldIn, type Own, type Sums } from './sums.ts';

/** What was said to an indicator in a period. */
export interface Answers {
	period: OutputPeriod;
	basis: Basis;
	terms: readonly Term[];
	/** To each of the terms. */
	replies: readonly Reply[];
	owns: readonly Own[];
}

/**
 * Adds to the sums how many units owe figures, of which those with nothing but "x" are left out, how many gave any, and
 * how many are pending: those that lack a figure or "x" that no unit above gave in their stead, and those whose last
 * quarter is there while their cumulative figure is older.
 */
export function addDuties(sums: Sums, answers: Answers, reporters: Int32Array): void {
	const { basis, terms, replies, owns } = answers;
	const { holds } = basis.map;
	const standIns = standInsOf(replies, sums.slot.length);
	const lastOf = lastDenominators(answers);
	for (const unit of reporters) {
		const said = repliesOf(unit, answers);
		if (said.replies > 0 && said.figures === 0) continue;
		const isPending =
			(basis.isEnded && said.isCutShort) ||
			(said.replies < terms.length &&
				said.replies + replacedFor(unit, { basis, replies, standIns }) < terms.length);
		const last = isPending ? lastOf(unit) : undefined;
		addDuty(sums, holds, { unit, isReported: said.figures > 0, isPending, last });
		claimAll(sums, basis.map, unit);
		if (!isPending) continue;
		for (const own of owns) addPendingShare(sums, own, { unit, map: basis.map });
	}
}

interface Said {
	replies: number;
	figures: number;
	isCutShort: boolean;
}

function repliesOf(unit: number, { terms, replies, period }: Answers): Said {
	const said = { replies: 0, figures: 0, isCutShort: false };
	for (let place = 0; place < terms.length; place += 1) {
		const slot = replies[place]?.answerSlot[unit] ?? -1;
		if (slot < 0) continue;
		said.replies += 1;
		if ((replies[place]?.figureSlot[unit] ?? -1) >= 0) said.figures += 1;
		if (terms[place]?.overTime === 'ytd' && slot < period.slot) said.isCutShort = true;
	}
	return said;
}

/** For each term, by unit, 1 where its figure counts. */
function standInsOf(replies: readonly Reply[], units: number): Uint8Array[] {
	return replies.map(({ counted }) => {
		const marks = new Uint8Array(units);
		for (const part of counted) for (const unit of part.units) marks[unit] = 1;
		return marks;
	});
}

/** To how many terms a unit above replied in the unit's stead. */
function replacedFor(
	unit: number,
	{ basis, replies, standIns }: Pick<Answers, 'basis' | 'replies'> & { standIns: Uint8Array[] }
): number {
	const { above } = basis.map;
	const [from, end] = [(above.start[unit] ?? 0) + 1, above.start[unit + 1] ?? 0];
	let replaced = 0;
	for (let place = 0; place < replies.length; place += 1) {
		if ((replies[place]?.answerSlot[unit] ?? -1) >= 0) continue;
		for (let at = from; at < end; at += 1) {
			if (standIns[place]?.[above.units[at] ?? 0] !== 1) continue;
			replaced += 1;
			break;
		}
	}
	return replaced;
}

interface Duty {
	unit: number;
	isReported: boolean;
	isPending: boolean;
	last: number | undefined;
}

function addDuty(
	{ expected, reported, pending, unknown, lastDenominator }: Sums,
	holds: Holds,
	{ unit, isReported, isPending, last }: Duty
): void {
	const end = holds.start[unit + 1] ?? 0;
	for (let row = holds.start[unit] ?? 0; row < end; row += 1) {
		const above = holds.units[row] ?? 0;
		if (last !== undefined) add(lastDenominator, above, heldIn(holds, row, last));
		if (holds.isFirst[row] !== 1) continue;
		addOne(expected, above);
		if (isReported) addOne(reported, above);
		if (isPending) addOne(pending, above);
		if (isPending && last === undefined) addOne(unknown, above);
	}
}

/** A figure that was given on another map counts where both maps put its unit below. */
function addPendingShare(
	sums: Sums,
	own: Own,
	{ unit, map }: { unit: number; map: ShapeMap }
): void {
	if ((own.slot[unit] ?? -1) < 0) return;
	const held =
		own.map === map
			? undefined
			: map.holds.units.subarray(map.holds.start[unit], map.holds.start[unit + 1]);
	const { holds } = own.map;
	const end = holds.start[unit + 1] ?? 0;
	for (let row = holds.start[unit] ?? 0; row < end; row += 1) {
		const above = holds.units[row] ?? 0;
		if (held && !held.includes(above)) continue;
		addRatio(sums.pendingShare, above, { own, unit, row });
	}
}

/** Marks the units whose own history is part of what is claimed for the unit; on most maps there are none. */
export function claimAll(sums: Sums, { claims }: ShapeMap, unit: number): void {
	const { unallocated } = sums;
	const end = claims.start[unit + 1] ?? 0;
	for (let at = claims.start[unit] ?? 0; at < end; at += 1) unallocated[claims.units[at] ?? 0] = 1;
}

/**
 * For a unit the sum of the last figures, up to the period, of the denominator's measures; `undefined` where it never
 * gave one of them. "x" counts as 0.
 */
function lastDenominators({ period, basis, terms }: Answers): (unit: number) => number | undefined {
	const asked = terms.filter(({ isDenominator }) => isDenominator);
	const last = asked.map((term) => {
		const upTo = term.overTime === 'year' ? (basis.yearSlot ?? period.slot) : period.slot;
		const span = term.overTime === 'sum' ? period.span : SPAN.quarter;
		return span === SPAN.quarter ? lastQuarter(term, upTo) : lastLong(term.cells, { upTo, span });
	});
	return (unit) => {
		let sum: number | undefined;
		for (const lastOf of last) {
			const figure = lastOf(unit);
			if (figure === undefined) return undefined;
			sum = sum === undefined ? figure : sum + figure;
		}
		return sum;
	};
}

function lastQuarter(
	{ cells, overTime }: Term,
	upTo: number
): (unit: number) => number | undefined {
	const newestFirst = [...cells.quarters]
		.filter(([slot]) => slot <= upTo && (overTime !== 'year' || slot % 4 === 3))
		.sort(([a], [b]) => b - a)
		.map(([, held]) => held);
	return (unit) => {
		const newest = newestFirst.find(({ state }) => (state[unit] ?? 0) > 0);
		return newest?.value[unit];
	};
}

/** The newest half-year or year with anything: the sum of its quarters, of a year else the figure for the whole of it. */
function lastLong(
	{ quarters, yearSums }: MeasureCells,
	{ upTo, span }: { upTo: number; span: number }
): (unit: number) => number | undefined {
	const endOf = (slot: number): number => (Math.floor(slot / span) + 1) * span - 1;
	const slots = [...quarters.keys(), ...(span === SPAN.year ? yearSums.keys() : [])];
	const newestFirst = [...new Set(slots.map(endOf))]
		.filter((end) => end <= upTo)
		.sort((a, b) => b - a)
		.map((end) => ({
			within: [...quarters].filter(([slot]) => endOf(slot) === end).map(([, held]) => held),
			whole: span === SPAN.year ? yearSums.get(end) : undefined
		}));
	return (unit) => {
		for (const { within, whole } of newestFirst) {
			const sum = sumAt(within, unit) ?? (whole && sumAt([whole], unit));
			if (sum !== undefined) return sum;
		}
		return undefined;
	};
}

function sumAt(held: readonly Cells[], unit: number): number | undefined {
	let sum: number | undefined;
	for (const { state, value } of held) {
		if ((state[unit] ?? 0) === 0) continue;
		const figure = value[unit] ?? 0;
		sum = sum === undefined ? figure : sum + figure;
	}
	return sum;
}
