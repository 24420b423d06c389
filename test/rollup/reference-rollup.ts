import type { IndicatorTotal } from '#lib/base/indicator-total.ts';
import { type Period, kindOf, lastDayOf, lastQuarterOf, yearOf } from '#lib/base/period.ts';
import type { Catalogue, Indicator, Measure } from '#lib/catalogue/catalogue.ts';
import type { ReportedEntry } from '#lib/rollup/encode-entries.ts';
import type { Unit } from '#lib/units/unit.ts';

/*
 * The rollup once more, slowly, one unit at a time, as MODEL.md tells it: what the SQL is compared with. It shares
 * nothing with the rollup but the words of base.
 */

export interface ReferenceInput {
	submissions: { sequence: number; entries: ReportedEntry[] }[];
	units: Unit[];
	catalogue: Catalogue;
}

/** A figure that adds to a total. */
interface Counted {
	unit: string;
	slot: number;
	value: bigint;
}

interface Cell {
	state: 'figure' | 'not-applicable';
	value: bigint;
}

type Select = Indicator['select'];

export function referenceRollup(input: ReferenceInput): IndicatorTotal[] {
	const reference = new Reference(input);
	const codes = [...new Set(input.units.map(({ code }) => code))].sort();
	return codes.flatMap((unit) =>
		reference
			.periods()
			.filter((period) => reference.mapOf(period).has(unit))
			.flatMap((period) =>
				input.catalogue.indicators.map((indicator) => reference.total(unit, period, indicator))
			)
	);
}

/** The organisation on one day. */
class UnitMap {
	readonly #records: Unit[] = [];

	constructor(units: Unit[], day: string) {
		for (const unit of units) {
			const isValid = unit.validFrom <= day && (unit.validTo === undefined || day <= unit.validTo);
			if (isValid && !this.has(unit.code)) this.#records.push(unit);
		}
	}

	has(code: string): boolean {
		return this.#records.some((unit) => unit.code === code);
	}

	codes(): string[] {
		return this.#records.map(({ code }) => code);
	}

	children(code: string): string[] {
		return this.#records.filter(({ parent }) => parent === code).map((unit) => unit.code);
	}

	/** The unit and all below it; nothing where it does not exist. */
	branch(code: string): string[] {
		if (!this.has(code)) return [];
		return [code, ...this.children(code).flatMap((child) => this.branch(child))];
	}

	below(code: string): string[] {
		return this.branch(code).slice(1);
	}

	selects(code: string, select: Select): boolean {
		const unit = this.#records.find((record) => record.code === code);
		if (!unit) return false;
		return (
			(select?.level?.includes(unit.level) ?? true) && (select?.kind?.includes(unit.kind) ?? true)
		);
	}

	/** The lowest selected units of the branch. */
	reporters(code: string, select: Select): string[] {
		return this.branch(code).filter(
			(unit) =>
				this.selects(unit, select) && !this.below(unit).some((lower) => this.selects(lower, select))
		);
	}
}

class Reference {
	readonly #input: ReferenceInput;
	readonly #measures: Map<string, Measure>;
	readonly #cells = new Map<string, Cell>();
	readonly #slots: number[];
	readonly #maps = new Map<number, UnitMap>();

	constructor(input: ReferenceInput) {
		this.#input = input;
		this.#measures = new Map(
			input.catalogue.templates.flatMap(({ measures }) => measures.map((it) => [it.id, it]))
		);
		const places = new Set<string>();
		for (const { entry } of this.#statements()) places.add(this.#placeOf(entry));
		for (const place of places) {
			const cell = this.#inForce(place);
			if (cell) this.#cells.set(place, cell);
		}
		const slots = [...this.#cells.keys()].map((place) => Number(place.split('|')[2]));
		this.#slots = [...new Set(slots)].sort((a, b) => a - b);
	}

	// Which statement is in force

	#statements() {
		return this.#input.submissions.flatMap(({ sequence, entries }) =>
			entries
				.filter(({ measure }) => this.#measures.has(measure))
				.filter(({ unit }) => this.#input.units.some(({ code }) => code === unit))
				.map((entry) => ({ sequence, entry }))
		);
	}

	/** unit | measure | slot | whole year of a sum */
	#placeOf({ unit, measure, period }: ReportedEntry): string {
		const isYearSum = this.#measures.get(measure)?.overTime === 'sum' && kindOf(period) === 'year';
		return [unit, measure, slotOf(period), isYearSum].join('|');
	}

	#inForce(place: string): Cell | undefined {
		const all = this.#statements().filter(({ entry }) => this.#placeOf(entry) === place);
		const newest = Math.max(...all.map(({ sequence }) => sequence));
		const entries = all.filter(({ sequence }) => sequence === newest).map(({ entry }) => entry);
		for (const kind of ['quarter', 'half', 'year']) {
			const same = entries.filter(({ period }) => kindOf(period) === kind);
			const figures = same.filter(({ state }) => state === 'figure');
			if (figures.length > 0) return { state: 'figure', value: sum(figures.map((it) => it.value)) };
			if (same.some(({ state }) => state === 'not-applicable')) {
				return { state: 'not-applicable', value: 0n };
			}
		}
		return undefined;
	}

	#cell(unit: string, measure: string, slot: number, isYearSum = false): Cell | undefined {
		return this.#cells.get([unit, measure, slot, isYearSum].join('|'));
	}

	#isFigure(unit: string, measure: string, slot: number, isYearSum = false): boolean {
		return this.#cell(unit, measure, slot, isYearSum)?.state === 'figure';
	}

	/** True where any unit at all gave a figure. */
	#isReportedByAnyone(measure: string, slot: number): boolean {
		const codes = new Set(this.#input.units.map(({ code }) => code));
		return [...codes].some(
			(unit) => this.#isFigure(unit, measure, slot) || this.#isFigure(unit, measure, slot, true)
		);
	}

	// Periods and their maps

	periods(): Period[] {
		const years = [...new Set(this.#slots.map((slot) => Math.floor(slot / 4)))];
		return years.flatMap((year) => [
			...this.#slots.filter((slot) => Math.floor(slot / 4) === year).map(quarterAt),
			`${year}`
		]);
	}

	mapOf(period: Period): UnitMap {
		return this.#mapAt(this.#mapSlot(period));
	}

	#mapSlot(period: Period): number {
		if (kindOf(period) === 'quarter') return slotOf(period);
		return Math.max(...this.#slots.filter((slot) => Math.floor(slot / 4) === yearOf(period)));
	}

	#mapAt(slot: number): UnitMap {
		const known = this.#maps.get(slot);
		const map = known ?? new UnitMap(this.#input.units, lastDayOf(quarterAt(slot)));
		this.#maps.set(slot, map);
		return map;
	}

	/** The fourth quarter of the newest closed year, for a quarter. */
	#closedYear(period: Period, indicator: Indicator): number | undefined {
		const yearly = measuresOf(indicator).filter((id) => this.#overTime(id) === 'year');
		return this.#slots.findLast(
			(slot) =>
				slot % 4 === 3 &&
				slot <= slotOf(period) &&
				yearly.some((measure) => this.#isReportedByAnyone(measure, slot))
		);
	}

	#overTime(measure: string) {
		return this.#measures.get(measure)?.overTime;
	}

	/** The map that owes the figures. */
	#basis(period: Period, indicator: Indicator): UnitMap {
		const isYearly = measuresOf(indicator).every((id) => this.#overTime(id) === 'year');
		const closed = this.#closedYear(period, indicator);
		if (kindOf(period) === 'quarter' && isYearly && closed !== undefined)
			return this.#mapAt(closed);
		return this.mapOf(period);
	}

	/** The quarters that may speak for a measure in a period, and the map that they are read on. */
	#reading(
		period: Period,
		indicator: Indicator,
		measure: string
	): { slots: number[]; map: number } {
		const slot = slotOf(period);
		if (kindOf(period) === 'quarter') {
			if (this.#overTime(measure) !== 'year') return { slots: [slot], map: slot };
			const closed = this.#closedYear(period, indicator);
			return closed === undefined ? { slots: [], map: slot } : { slots: [closed], map: closed };
		}
		const map = this.#mapSlot(period);
		if (this.#overTime(measure) === 'year') return { slots: [slot], map };
		return { slots: [slot - 3, slot - 2, slot - 1, slot], map };
	}

	// What a unit says

	/** The quarters with a figure or "x" that the unit gave while it was on the map, oldest first. */
	#replies(unit: string, period: Period, indicator: Indicator, measure: string) {
		const { slots, map } = this.#reading(period, indicator, measure);
		const isSum = this.#isYearOfSum(period, measure);
		const replies = slots.flatMap((slot) => {
			const cell = this.#cell(unit, measure, slot);
			const readOn = this.#mapAt(isSum ? slot : map);
			return cell && readOn.selects(unit, indicator.select) ? [{ slot, cell }] : [];
		});
		const whole = isSum && this.#cell(unit, measure, slotOf(period), true);
		if (whole && this.mapOf(period).selects(unit, indicator.select)) {
			replies.push({ slot: slotOf(period), cell: whole });
		}
		return replies;
	}

	#isYearOfSum(period: Period, measure: string): boolean {
		return kindOf(period) === 'year' && this.#overTime(measure) === 'sum';
	}

	#hasFigure(unit: string, period: Period, indicator: Indicator, measure: string): boolean {
		return this.#replies(unit, period, indicator, measure).some(
			({ cell }) => cell.state === 'figure'
		);
	}

	// Parent totals

	#counted(unit: string, period: Period, indicator: Indicator, measure: string): Counted[] {
		if (this.#isYearOfSum(period, measure)) return this.#yearSum(unit, period, indicator, measure);
		const map = this.#mapAt(this.#reading(period, indicator, measure).map);
		if (!map.has(unit)) return [];
		const fromChildren = map
			.children(unit)
			.flatMap((child) => this.#counted(child, period, indicator, measure));
		if (fromChildren.length > 0) return fromChildren;
		const last = this.#replies(unit, period, indicator, measure)
			.filter(({ cell }) => cell.state === 'figure')
			.at(-1);
		return last ? [{ unit, slot: last.slot, value: last.cell.value }] : [];
	}

	#yearSum(unit: string, period: Period, indicator: Indicator, measure: string): Counted[] {
		const yearMap = this.mapOf(period);
		const wholeYears = yearMap
			.codes()
			.filter((code) => this.#standsForTheYear(code, period, indicator, measure));
		const quarters = this.#slots
			.filter((slot) => Math.floor(slot / 4) === yearOf(period))
			.flatMap((slot) => this.#counted(unit, quarterAt(slot), indicator, measure))
			.filter((row) => !yearMap.below(row.unit).some((lower) => wholeYears.includes(lower)));
		const slot = slotOf(period);
		const whole = wholeYears
			.filter((code) => yearMap.branch(unit).includes(code))
			.map((code) => ({
				unit: code,
				slot,
				value: this.#cell(code, measure, slot, true)?.value ?? 0n
			}));
		return [...quarters, ...whole];
	}

	/** True where the unit gave the year as a whole and no quarter, and nobody below it gave anything. */
	#standsForTheYear(unit: string, period: Period, indicator: Indicator, measure: string): boolean {
		const quarters = this.#slots.filter((slot) => Math.floor(slot / 4) === yearOf(period));
		return (
			this.#isFigure(unit, measure, slotOf(period), true) &&
			this.mapOf(period).selects(unit, indicator.select) &&
			!quarters.some((slot) => this.#hasFigure(unit, quarterAt(slot), indicator, measure)) &&
			!this.mapOf(period)
				.below(unit)
				.some((lower) => this.#hasFigure(lower, period, indicator, measure))
		);
	}

	// Coverage and what is pending

	#isExpected(unit: string, period: Period, indicator: Indicator): boolean {
		const replies = measuresOf(indicator).flatMap((measure) =>
			this.#replies(unit, period, indicator, measure)
		);
		return replies.length === 0 || replies.some(({ cell }) => cell.state === 'figure');
	}

	#isPending(unit: string, period: Period, indicator: Indicator): boolean {
		const isClosedYear = kindOf(period) === 'year' && this.#isClosed(period, indicator);
		return measuresOf(indicator).some((measure) => {
			const newest = this.#replies(unit, period, indicator, measure).at(-1)?.slot;
			if (newest === undefined) return !this.#hasStandIn(unit, period, indicator, measure);
			return isClosedYear && this.#overTime(measure) === 'ytd' && newest < slotOf(period);
		});
	}

	/** True where a unit above gave the figure in this one's stead. */
	#hasStandIn(unit: string, period: Period, indicator: Indicator, measure: string): boolean {
		const basis = this.#basis(period, indicator);
		const above = basis.codes().filter((code) => basis.below(code).includes(unit));
		const counted = this.#input.units.flatMap(({ code }) =>
			this.#counted(code, period, indicator, measure)
		);
		return counted.some((row) => above.includes(row.unit));
	}

	#isClosed(period: Period, indicator: Indicator): boolean {
		const measures = measuresOf(indicator);
		const closes = measures.some((id) => ['ytd', 'year'].includes(this.#overTime(id) ?? ''));
		if (!closes) return true;
		const slot = slotOf(period);
		return slot % 4 === 3 && measures.some((measure) => this.#isReportedByAnyone(measure, slot));
	}

	/** Σ of the last known figures of the denominator; `undefined` where one of them is not known. */
	#lastDenominator(unit: string, period: Period, indicator: Indicator): bigint | undefined {
		const values = indicator.denominator.map((id) => this.#lastKnown(unit, period, indicator, id));
		if (values.length === 0 || values.includes(undefined)) return undefined;
		return sum(values.map((value) => value ?? 0n));
	}

	#lastKnown(unit: string, period: Period, indicator: Indicator, measure: string) {
		const overTime = this.#overTime(measure);
		if (this.#isYearOfSum(period, measure)) return this.#lastKnownYear(unit, period, measure);
		const limit =
			overTime === 'year' && kindOf(period) === 'quarter'
				? (this.#closedYear(period, indicator) ?? slotOf(period))
				: slotOf(period);
		const slot = this.#slots.findLast(
			(slot) =>
				slot <= limit && (overTime !== 'year' || slot % 4 === 3) && this.#cell(unit, measure, slot)
		);
		return slot === undefined ? undefined : this.#cell(unit, measure, slot)?.value;
	}

	#lastKnownYear(unit: string, period: Period, measure: string): bigint | undefined {
		for (let last = slotOf(period); last >= Math.min(...this.#slots); last -= 4) {
			const quarters = [last - 3, last - 2, last - 1, last].flatMap(
				(slot) => this.#cell(unit, measure, slot) ?? []
			);
			if (quarters.length > 0) return sum(quarters.map(({ value }) => value));
			const whole = this.#cell(unit, measure, last, true);
			if (whole) return whole.value;
		}
		return undefined;
	}

	// One total

	total(unit: string, period: Period, indicator: Indicator): IndicatorTotal {
		const numerator = indicator.numerator.flatMap((id) =>
			this.#counted(unit, period, indicator, id)
		);
		const denominator = indicator.denominator.flatMap((id) =>
			this.#counted(unit, period, indicator, id)
		);
		const basis = this.#basis(period, indicator);
		const expected = basis
			.reporters(unit, indicator.select)
			.filter((code) => this.#isExpected(code, period, indicator));
		const reported = expected.filter((code) =>
			measuresOf(indicator).some((id) => this.#hasFigure(code, period, indicator, id))
		);
		const pending = expected.filter((code) => this.#isPending(code, period, indicator));
		const known = pending.map((code) => this.#lastDenominator(code, period, indicator));
		const ofPending = (row: Counted): boolean => pending.includes(row.unit);
		const newest = Math.max(...[...numerator, ...denominator].map(({ slot }) => slot));
		return {
			unit,
			period,
			indicator: indicator.id,
			...(numerator.length > 0 && { numerator: valueOf(numerator) }),
			...(denominator.length > 0 && { denominator: valueOf(denominator) }),
			reported: reported.length,
			expected: expected.length,
			pending: {
				units: pending.length,
				unknown: known.filter((value) => value === undefined).length,
				lastDenominator: sum(known.map((value) => value ?? 0n)),
				numerator: valueOf(numerator.filter(ofPending)),
				denominator: valueOf(denominator.filter(ofPending))
			},
			...(Number.isFinite(newest) && { asOf: this.#asOf(newest, indicator) }),
			stale: this.#stale(basis.branch(unit), newest, { period, indicator }),
			closed: this.#isClosed(period, indicator)
		};
	}

	#asOf(slot: number, indicator: Indicator): Period {
		const isYearly = measuresOf(indicator).every((id) => this.#overTime(id) === 'year');
		return isYearly ? String(Math.floor(slot / 4)) : quarterAt(slot);
	}

	#stale(
		branch: string[],
		newest: number,
		{ period, indicator }: { period: Period; indicator: Indicator }
	): number {
		if (kindOf(period) === 'quarter') return 0;
		const codes = [...new Set(this.#input.units.map(({ code }) => code))];
		const rows = codes.flatMap((code) =>
			measuresOf(indicator).flatMap((id) => this.#counted(code, period, indicator, id))
		);
		return branch.filter((code) => {
			const own = rows.filter((row) => row.unit === code).map(({ slot }) => slot);
			return own.length > 0 && Math.max(...own) < newest;
		}).length;
	}
}

function measuresOf({ numerator, denominator }: Indicator): string[] {
	return [...numerator, ...denominator];
}

function slotOf(period: Period): number {
	return yearOf(period) * 4 + lastQuarterOf(period) - 1;
}

function quarterAt(slot: number): Period {
	return `${Math.floor(slot / 4)}-Q${(slot % 4) + 1}`;
}

function valueOf(rows: Counted[]): bigint {
	return sum(rows.map(({ value }) => value));
}

function sum(values: bigint[]): bigint {
	return values.reduce((total, value) => total + value, 0n);
}
