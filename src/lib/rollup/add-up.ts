import { basisOf, type Basis } from './bases.ts';
import type { OutputPeriod } from './calendar.ts';
import { addDuties, claimAll } from './duties.ts';
import { SPAN } from './key-entries.ts';
import {
	blankReply,
	longReplyOf,
	quartersRead,
	type Reply,
	replyOf,
	type Term
} from './replies.ts';
import type { ShapeMap } from './shape-map.ts';
import { addLags, addTotals, ownFigures, Sums } from './sums.ts';

/** What an indicator is added up from. */
export interface Asked {
	terms: readonly Term[];
	/** Which selection of units it counts. */
	selection: number;
}

/** On what it is added up. */
export interface AddingGround {
	/** Oldest first, the quarters of a year before it. */
	periods: readonly OutputPeriod[];
	/** The organisation on the last day of a quarter with figures. */
	mapOf: (slot: number) => ShapeMap;
	units: number;
	width: 'narrow' | 'wide';
}

/** What the indicator adds up to in a period, and whether its figures there are final. */
export interface PeriodSums {
	period: number;
	sums: Sums;
	isClosed: boolean;
}

/** The sums of the indicator in each of the periods, one after the other. */
export function* addUp(
	{ terms, selection }: Asked,
	ground: AddingGround
): Generator<PeriodSums, undefined> {
	const { periods, units, width, mapOf } = ground;
	/** Of each term whose quarters add up the replies in the newest of them. */
	const quarters = terms.map(() => new Map<number, Reply>());
	for (const [place, period] of periods.entries()) {
		const basis = basisOf(terms, period, mapOf);
		const replies = terms.map((term, at) => {
			const reply = replyIn(period, { term, basis, selection, ground, quarters: quarters[at] });
			if (period.span === SPAN.quarter && term.overTime === 'sum') {
				quarters[at]?.delete(period.slot - SPAN.year);
				quarters[at]?.set(period.slot, reply);
			}
			return reply;
		});
		const parts = replies.flatMap(({ counted }, at) => {
			const isDenominator = terms[at]?.isDenominator ?? false;
			return counted.map((part) => ({ ...part, isDenominator }));
		});
		const owns = ownFigures(parts, width);
		const sums = new Sums(units, width);
		for (const own of owns) {
			addTotals(sums, own);
			for (const unit of own.units) claimAll(sums, own.map, unit);
		}
		if (period.span > SPAN.quarter) addLags(sums, owns, basis.map);
		const reporters = basis.map.reporters[selection] ?? new Int32Array();
		addDuties(sums, { period, basis, terms, replies, owns }, reporters);
		yield { period: place, sums, isClosed: basis.isClosed };
	}
	return undefined;
}

interface TermGround extends Pick<Asked, 'selection'> {
	term: Term;
	basis: Basis;
	ground: AddingGround;
	quarters: ReadonlyMap<number, Reply> | undefined;
}

function replyIn(
	period: OutputPeriod,
	{ term, basis, selection, ground, quarters }: TermGround
): Reply {
	const { units, width, mapOf } = ground;
	const blank = blankReply(units, width);
	const membersOf = (map: ShapeMap): Int32Array => map.members[selection] ?? new Int32Array();
	if (term.overTime === 'sum' && period.span > SPAN.quarter) {
		const map = mapOf(period.mapSlot);
		const within = [...(quarters ?? [])].filter(
			([slot]) => slot > period.slot - period.span && slot <= period.slot
		);
		const reading = { map, members: membersOf(map) };
		return longReplyOf(
			term,
			{ reading, period, quarters: within.map(([, reply]) => reply) },
			blank
		);
	}
	const isOfClosedYear = term.overTime === 'year' && period.span < SPAN.year;
	const last = isOfClosedYear ? basis.yearSlot : period.slot;
	if (last === undefined) return blank;
	const map = mapOf(isOfClosedYear ? last : period.mapSlot);
	const count = quartersRead(term.overTime, period);
	const slots = Array.from({ length: count }, (_, back) => last - count + 1 + back);
	return replyOf(term, { map, members: membersOf(map), slots }, blank);
}
