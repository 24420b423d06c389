import type { OutputPeriod } from './calendar.ts';
import { closesWithYear } from './input-tables.ts';
import { SPAN } from './key-entries.ts';
import type { Term } from './replies.ts';
import type { ShapeMap } from './shape-map.ts';

/** What an indicator rests on in a period. */
export interface Basis {
	/** The organisation that owes the figures. */
	map: ShapeMap;
	/** For a quarter or half-year the last quarter of the newest closed year with figures for the year. */
	yearSlot?: number;
	/** As in `IndicatorTotal`. */
	isClosed: boolean;
	/** True where the last quarter of the period has figures. */
	isEnded: boolean;
}

/** What the terms of an indicator rest on in the period; a purely year-end indicator on the organisation of its year. */
export function basisOf(
	terms: readonly Term[],
	period: OutputPeriod,
	mapOf: (slot: number) => ShapeMap
): Basis {
	const yearSlot = period.span === SPAN.year ? undefined : closedYearOf(terms, period.slot);
	const isYearly = terms.every(({ overTime }) => overTime === 'year');
	const isEnded = terms.some((term) => hasFigure(term, period.slot));
	return {
		map: mapOf(isYearly ? (yearSlot ?? period.mapSlot) : period.mapSlot),
		...(yearSlot !== undefined && { yearSlot }),
		isClosed: !closesWithYear(terms) || (isEnded && period.slot % 4 === 3),
		isEnded
	};
}

function closedYearOf(terms: readonly Term[], upTo: number): number | undefined {
	const slots = terms
		.filter(({ overTime }) => overTime === 'year')
		.flatMap(({ cells }) => [...cells.quarters])
		.filter(([slot, { hasFigure }]) => hasFigure && slot <= upTo && slot % 4 === 3)
		.map(([slot]) => slot);
	return slots.length > 0 ? Math.max(...slots) : undefined;
}

function hasFigure({ cells }: Term, slot: number): boolean {
	const isOne = (held: { hasFigure: boolean } | undefined): boolean => held?.hasFigure ?? false;
	return isOne(cells.quarters.get(slot)) || isOne(cells.yearSums.get(slot));
}
