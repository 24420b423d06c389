import { kindOf, lastQuarterOf, type Period, yearOf } from './period.ts';

/** By which submissions in force each unit handed in each sheet for each quarter. */
export interface Receipts {
	readonly units: readonly string[];
	readonly templates: readonly string[];
	/** The quarters that submissions speak of, as `quarterNumber` counts them, in ascending order. */
	readonly quarters: readonly number[];
	/**
	 * Sequences by unit, then template, then quarter, 0 where nothing is in force: of the submission that first brought
	 * a figure or "x" that was not taken back, and of the newest that brought any.
	 */
	readonly first: Int32Array;
	readonly newest: Int32Array;
}

/** One report as it arrived: the sequences of the submission that first brought it, and of the newest. */
export interface Receipt {
	first: number;
	newest: number;
}

/** Whose report, which sheet, and over which quarters, both ends in. */
export interface ReceiptQuestion {
	unit: string;
	template: string;
	from: number;
	to: number;
}

/** The quarter that a period ends with, counted from the year 0: 8095 for `2023-Q4` and for `2023`. */
export function quarterNumber(period: Period): number {
	return yearOf(period) * 4 + lastQuarterOf(period) - 1;
}

/** The number of the first quarter in the period. */
export function firstQuarterNumber(period: Period): number {
	const spans = { quarter: 1, half: 2, year: 4 };
	return quarterNumber(period) - spans[kindOf(period)] + 1;
}

/** Looks reports up: what arrived of a sheet for the quarters asked for, `undefined` where nothing is in force. */
export function receiptLookup(
	receipts: Receipts
): (question: ReceiptQuestion) => Receipt | undefined {
	const { quarters, first, newest } = receipts;
	const unitPlaces = placesOf(receipts.units);
	const templatePlaces = placesOf(receipts.templates);
	return ({ unit, template, from, to }) => {
		const unitPlace = unitPlaces.get(unit);
		const templatePlace = templatePlaces.get(template);
		if (unitPlace === undefined || templatePlace === undefined) return undefined;
		const start = (unitPlace * templatePlaces.size + templatePlace) * quarters.length;
		const found = { first: 0, newest: 0 };
		for (let place = 0; place < quarters.length; place++) {
			const quarter = quarters[place] ?? 0;
			const sequence = first[start + place] ?? 0;
			if (quarter < from || quarter > to || sequence === 0) continue;
			found.first = found.first === 0 ? sequence : Math.min(found.first, sequence);
			found.newest = Math.max(found.newest, newest[start + place] ?? 0);
		}
		return found.first === 0 ? undefined : found;
	};
}

function placesOf(names: readonly string[]): ReadonlyMap<string, number> {
	return new Map(names.map((name, place) => [name, place]));
}
