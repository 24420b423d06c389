import { lastQuarterOf, type Period, yearOf } from '#lib/base/period.ts';
import type { Catalogue } from '#lib/catalogue/catalogue.ts';
import { measuresOf } from '#lib/catalogue/find-in-catalogue.ts';
import { mixesYearEnd } from './check-rows.ts';
import { KIND, type LongRows, SAYS } from './long-rows.ts';
import { breaksRule, type NumberRule, type NumberTerm, WEIGHT } from './number-check.ts';
import { eachGroup, orderRows, type RowOrder } from './row-order.ts';
import { splitTerm } from './weigh-check.ts';

/** Each unit's figures of one period: more of these than a file of figures has rows to fill. */
const MOST_PLACES = 20_000_000;

/** What the rows of a long sheet are looked through by. */
export interface SuspectContext {
	catalogue: Catalogue;
	/** True where the sheet has a column of periods: a row without one is then at fault. */
	hasPeriods: boolean;
	/** The analyst's word for the period. */
	given?: Period;
}

/**
 * The rows, 1 each, that a check has something to say of, with all rows that it compares them with: judged by
 * themselves they give the very issues that all rows together give, and every other row is accepted. A row too many is
 * no harm. `undefined` where the units and periods are too many to be laid out.
 */
export function findSuspects(rows: LongRows, context: SuspectContext): Uint8Array | undefined {
	const { units, periods, length } = rows;
	if (units.length * periods.length > MOST_PLACES) return undefined;
	const marks = new Marks(length);
	markOpen(rows, marks, context);
	markFirsts(rows, marks, context);
	markPercentages(rows, marks);
	markPlaces(rows, marks, context);
	markFalls(rows, marks, context);
	return marks.rows;
}

/** The rows that are marked so far, 1 each. */
class Marks {
	readonly rows: Uint8Array;

	constructor(length: number) {
		this.rows = new Uint8Array(length);
	}

	mark(row: number): void {
		this.rows[row] = 1;
	}
}

/** Rows that cannot be read at a glance, and the one after each line without a figure, which ends what the line began. */
function markOpen(
	{ length, kind, unit, period, measure, says }: LongRows,
	marks: Marks,
	{ hasPeriods }: SuspectContext
): void {
	for (let at = 0; at < length; at += 1) {
		if (kind[at] === KIND.line) {
			marks.mark(at);
			marks.mark(at + 1);
		} else if (kind[at] === KIND.figure) {
			const isPlaced = (unit[at] ?? -1) >= 0 && ((period[at] ?? -1) >= 0 || !hasPeriods);
			if (!isPlaced || (measure[at] ?? -1) < 0 || (says[at] ?? 0) >= SAYS.open) marks.mark(at);
		}
	}
}

/** The rows that an issue of the whole sheet names: the first of all, of another period, of year-end measures early. */
function markFirsts(rows: LongRows, marks: Marks, { catalogue, given }: SuspectContext): void {
	const { length, kind, period, measure, says, periods, measures } = rows;
	const known = measuresOf(catalogue);
	const isYear = measures.map((id) => known.get(id)?.overTime === 'year');
	const isEarly = periods.map((each) => lastQuarterOf(each) < 4);
	const isOther = periods.map((each) => each !== given);
	const told = new Set<number | string>();
	const tell = (at: number, what: number | string): void => {
		if (told.has(what)) return;
		told.add(what);
		marks.mark(at);
	};
	for (let at = 0; at < length; at += 1) {
		if (kind[at] !== KIND.figure) continue;
		tell(at, 'first');
		const of = period[at] ?? -1;
		if (of < 0) continue;
		if (isOther[of]) tell(at, 'other');
		if (!isEarly[of]) continue;
		tell(at, 'early');
		const number = measure[at] ?? -1;
		if (isYear[number] && says[at] === SAYS.figure) tell(at, number);
	}
}

/** All figures of the measures that a percentage is given for: how many there are of either is compared. */
function markPercentages({ length, measure, says }: LongRows, marks: Marks): void {
	const doubted = new Set<number>();
	for (let at = 0; at < length; at += 1)
		if (says[at] === SAYS.percentage) doubted.add(measure[at] ?? -1);
	if (doubted.size === 0) return;
	for (let at = 0; at < length; at += 1) if (doubted.has(measure[at] ?? -1)) marks.mark(at);
}

/** All rows of a unit and period of which one is marked, one repeats another, or a rule is broken. */
function markPlaces(rows: LongRows, marks: Marks, { catalogue }: SuspectContext): void {
	const { measure, says, value, periods, measures } = rows;
	const rules = rulesOf(rows, catalogue);
	const states = new Uint8Array(measures.length);
	const values = new Float64Array(measures.length);
	eachGroup(placeOrder(rows), (group, place) => {
		states.fill(WEIGHT.nothing);
		let isOpen = false;
		for (const at of group) {
			const number = measure[at] ?? -1;
			if (marks.rows[at] || number < 0 || states[number] !== WEIGHT.nothing) {
				isOpen = true;
				break;
			}
			states[number] = (says[at] ?? 0) + WEIGHT.figure;
			values[number] = value[at] ?? 0;
		}
		const of = place % periods.length;
		const isBroken = (rule: PeriodRule): boolean =>
			!rule.isSkipped[of] && breaksRule(rule, states, values);
		if (isOpen || rules.some(isBroken)) for (const at of group) marks.mark(at);
	});
}

/** The rows by unit and period: the number of a place is unit × periods + period. */
function placeOrder({ length, kind, unit, period, units, periods }: LongRows): RowOrder {
	const places = new Int32Array(length).fill(-1);
	for (let at = 0; at < length; at += 1) {
		const [ofUnit, ofPeriod] = [unit[at] ?? -1, period[at] ?? -1];
		if (kind[at] === KIND.figure && ofUnit >= 0 && ofPeriod >= 0)
			places[at] = ofUnit * periods.length + ofPeriod;
	}
	return orderRows(places, units.length * periods.length);
}

/** A rule, and the periods in which there is nothing to compare. */
type PeriodRule = NumberRule & { isSkipped: readonly boolean[] };

/** The rules within a sheet that the measures of the rows can fill. */
function rulesOf({ measures, periods }: LongRows, catalogue: Catalogue): PeriodRule[] {
	const known = measuresOf(catalogue);
	const places = new Map(measures.map((id, at) => [id, at]));
	return catalogue.templates
		.flatMap(({ checks }) => checks)
		.filter(({ over }) => !over)
		.flatMap((rule): PeriodRule[] => {
			const [left, right] = [rule.left, rule.right].map((terms) => termsOf(terms, places));
			if (!left || !right) return [];
			const isSkipped = periods.map((period) => mixesYearEnd(rule, { period, measures: known }));
			return [{ left, right, rule, isSkipped }];
		});
}

/** The terms by place; `undefined` where a measure has none. */
function termsOf(
	terms: readonly string[],
	places: ReadonlyMap<string, number>
): NumberTerm[] | undefined {
	const found = terms.flatMap((term): NumberTerm[] => {
		const { measure, minus } = splitTerm(term);
		const at = places.get(measure);
		return at === undefined ? [] : [{ at, sign: minus ? -1 : 1 }];
	});
	return found.length === terms.length ? found : undefined;
}

/** All figures of a unit, cumulative measure and year that do not rise from quarter to quarter. */
function markFalls(rows: LongRows, marks: Marks, { catalogue }: SuspectContext): void {
	const { length, kind, unit, period, measure, says, value, units, periods, measures } = rows;
	const known = measuresOf(catalogue);
	const isCumulative = measures.map((id) => known.get(id)?.overTime === 'ytd');
	const quarters = periods.map((each) => lastQuarterOf(each) - 1);
	const years = [...new Set(periods.map(yearOf))];
	const yearPlaces = periods.map((each) => years.indexOf(yearOf(each)));
	const numbers = new Int32Array(length).fill(-1);
	for (let at = 0; at < length; at += 1) {
		const [ofUnit, ofPeriod] = [unit[at] ?? -1, period[at] ?? -1];
		if (kind[at] !== KIND.figure || ofUnit < 0 || ofPeriod < 0) continue;
		if (isCumulative[measure[at] ?? -1])
			numbers[at] = ofUnit * years.length + (yearPlaces[ofPeriod] ?? 0);
	}
	const [least, most] = [
		new Float64Array(measures.length * 4),
		new Float64Array(measures.length * 4)
	];
	const isFalling = new Uint8Array(measures.length);
	eachGroup(orderRows(numbers, units.length * years.length), (group) => {
		least.fill(Infinity);
		most.fill(-Infinity);
		isFalling.fill(0);
		for (const at of group) {
			const number = measure[at] ?? 0;
			if ((says[at] ?? 0) >= SAYS.open) isFalling[number] = 1;
			if (says[at] !== SAYS.figure) continue;
			const place = number * 4 + (quarters[period[at] ?? 0] ?? 0);
			least[place] = Math.min(least[place] ?? 0, value[at] ?? 0);
			most[place] = Math.max(most[place] ?? 0, value[at] ?? 0);
		}
		for (let number = 0; number < measures.length; number += 1) {
			let before = -Infinity;
			for (let place = number * 4; place < number * 4 + 4; place += 1) {
				const isEven = !((least[place] ?? 0) < (most[place] ?? 0));
				if ((least[place] ?? 0) < before || !isEven) isFalling[number] = 1;
				before = Math.max(before, most[place] ?? 0);
			}
		}
		for (const at of group) if (isFalling[measure[at] ?? 0]) marks.mark(at);
	});
}
