import { type Period, kindOf, lastDayOf, lastQuarterOf, yearOf } from '#lib/base/period.ts';
import type { Catalogue, Indicator, Measure } from '#lib/catalogue/catalogue.ts';
import type { ReportedEntry } from '#lib/rollup/encode-entries.ts';
import type { Unit } from '#lib/units/unit.ts';
import { UnitMap } from './reference-map.ts';

export interface ReferenceInput {
	submissions: { sequence: number; entries: ReportedEntry[] }[];
	units: Unit[];
	catalogue: Catalogue;
}

interface Cell {
	state: 'figure' | 'not-applicable';
	value: bigint;
}

/** What is in force, in which periods, and on which maps they stand. */
export class ReferenceReports {
	readonly input: ReferenceInput;
	readonly #measures: Map<string, Measure>;
	readonly #cells = new Map<string, Cell>();
	readonly slots: number[];
	readonly #maps = new Map<number, UnitMap>();

	constructor(input: ReferenceInput) {
		this.input = input;
		this.#measures = new Map(
			input.catalogue.templates.flatMap(({ measures }) => measures.map((it) => [it.id, it]))
		);
		const places = new Set<string>();
		for (const { entry } of this.statements()) places.add(this.placeOf(entry));
		for (const place of places) {
			const cell = this.inForce(place);
			if (cell) this.#cells.set(place, cell);
		}
		const slots = [...this.#cells.keys()].map((place) => Number(place.split('|')[2]));
		this.slots = [...new Set(slots)].sort((a, b) => a - b);
	}

	// Which statement is in force

	statements() {
		return this.input.submissions.flatMap(({ sequence, entries }) =>
			entries
				.filter(({ measure }) => this.#measures.has(measure))
				.filter(({ unit }) => this.input.units.some(({ code }) => code === unit))
				.map((entry) => ({ sequence, entry }))
		);
	}

	/** unit | measure | slot | whole year of a sum */
	placeOf({ unit, measure, period }: ReportedEntry): string {
		const isYearSum = this.#measures.get(measure)?.overTime === 'sum' && kindOf(period) === 'year';
		return [unit, measure, slotOf(period), isYearSum].join('|');
	}

	inForce(place: string): Cell | undefined {
		const all = this.statements().filter(({ entry }) => this.placeOf(entry) === place);
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

	cell(unit: string, measure: string, slot: number, isYearSum = false): Cell | undefined {
		return this.#cells.get([unit, measure, slot, isYearSum].join('|'));
	}

	isFigure(unit: string, measure: string, slot: number, isYearSum = false): boolean {
		return this.cell(unit, measure, slot, isYearSum)?.state === 'figure';
	}

	/** True where any unit at all gave a figure. */
	isReportedByAnyone(measure: string, slot: number): boolean {
		const codes = new Set(this.input.units.map(({ code }) => code));
		return [...codes].some(
			(unit) => this.isFigure(unit, measure, slot) || this.isFigure(unit, measure, slot, true)
		);
	}

	// Periods and their maps

	periods(): Period[] {
		const years = [...new Set(this.slots.map((slot) => Math.floor(slot / 4)))];
		const all = years.flatMap((year) => [
			...[1, 2, 3, 4].map((quarter) => `${year}-Q${quarter}`),
			`${year}-H1`,
			`${year}-H2`,
			`${year}`
		]);
		const lengths = { quarter: 1, half: 2, year: 4 };
		return all
			.filter((period) => this.reportedIn(period).length > 0)
			.sort((a, b) => slotOf(a) - slotOf(b) || lengths[kindOf(a)] - lengths[kindOf(b)]);
	}

	mapOf(period: Period): UnitMap {
		return this.mapAt(this.mapSlot(period));
	}

	mapSlot(period: Period): number {
		return Math.max(...this.reportedIn(period));
	}

	/** The quarters of the period in which anyone reported anything. */
	reportedIn(period: Period): number[] {
		const length = { quarter: 1, half: 2, year: 4 }[kindOf(period)];
		return this.slots.filter((slot) => slot <= slotOf(period) && slot > slotOf(period) - length);
	}

	mapAt(slot: number): UnitMap {
		const known = this.#maps.get(slot);
		const map = known ?? new UnitMap(this.input.units, lastDayOf(quarterAt(slot)));
		this.#maps.set(slot, map);
		return map;
	}

	/** The fourth quarter of the newest closed year, for a quarter or half-year. */
	closedYear(period: Period, indicator: Indicator): number | undefined {
		const yearly = measuresOf(indicator).filter((id) => this.overTime(id) === 'year');
		return this.slots.findLast(
			(slot) =>
				slot % 4 === 3 &&
				slot <= slotOf(period) &&
				yearly.some((measure) => this.isReportedByAnyone(measure, slot))
		);
	}

	overTime(measure: string) {
		return this.#measures.get(measure)?.overTime;
	}

	/** The map that owes the figures. */
	basis(period: Period, indicator: Indicator): UnitMap {
		const isYearly = measuresOf(indicator).every((id) => this.overTime(id) === 'year');
		const closed = this.closedYear(period, indicator);
		if (kindOf(period) !== 'year' && isYearly && closed !== undefined) return this.mapAt(closed);
		return this.mapOf(period);
	}

	/** The quarters that may speak for a measure in a period, and the map that they are read on. */
	reading(period: Period, indicator: Indicator, measure: string): { slots: number[]; map: number } {
		const slot = slotOf(period);
		const map = this.mapSlot(period);
		const sinceNewYear = [0, 1, 2, 3].map((q) => yearOf(period) * 4 + q).filter((q) => q <= slot);
		if (this.overTime(measure) === 'year') {
			if (kindOf(period) === 'year') return { slots: [slot], map };
			const closed = this.closedYear(period, indicator);
			return closed === undefined ? { slots: [], map } : { slots: [closed], map: closed };
		}
		if (kindOf(period) === 'quarter') return { slots: [slot], map };
		const isHalfOfStock = kindOf(period) === 'half' && this.overTime(measure) !== 'ytd';
		return { slots: isHalfOfStock ? [slot - 1, slot] : sinceNewYear, map };
	}
}

export function measuresOf({ numerator, denominator }: Indicator): string[] {
	return [...numerator, ...denominator];
}

export function slotOf(period: Period): number {
	return yearOf(period) * 4 + lastQuarterOf(period) - 1;
}

export function quarterAt(slot: number): Period {
	return `${Math.floor(slot / 4)}-Q${(slot % 4) + 1}`;
}

export function sum(values: bigint[]): bigint {
	return values.reduce((total, value) => total + value, 0n);
}
