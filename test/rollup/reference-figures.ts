import { type Period, kindOf } from '#lib/base/period.ts';
import type { Indicator } from '#lib/catalogue/catalogue.ts';
import { ReferenceReports, quarterAt, slotOf } from './reference-reports.ts';

/** A figure that adds to a total. */
export interface Counted {
	unit: string;
	slot: number;
	value: bigint;
}

/** What units say, and whose word counts. */
export class ReferenceFigures extends ReferenceReports {
	// What a unit says

	/** The quarters with a figure or "x" that the unit gave while it was on the map, oldest first. */
	replies(unit: string, period: Period, indicator: Indicator, measure: string) {
		const { slots, map } = this.reading(period, indicator, measure);
		const isSum = this.isLongSum(period, measure);
		const replies = slots.flatMap((slot) => {
			const cell = this.cell(unit, measure, slot);
			const readOn = this.mapAt(isSum ? slot : map);
			return cell && readOn.selects(unit, indicator.select) ? [{ slot, cell }] : [];
		});
		const whole =
			isSum && kindOf(period) === 'year' && this.cell(unit, measure, slotOf(period), true);
		if (whole && this.mapOf(period).selects(unit, indicator.select)) {
			replies.push({ slot: slotOf(period), cell: whole });
		}
		return replies;
	}

	isLongSum(period: Period, measure: string): boolean {
		return kindOf(period) !== 'quarter' && this.overTime(measure) === 'sum';
	}

	hasFigure(unit: string, period: Period, indicator: Indicator, measure: string): boolean {
		return this.replies(unit, period, indicator, measure).some(
			({ cell }) => cell.state === 'figure'
		);
	}

	// Parent totals

	counted(unit: string, period: Period, indicator: Indicator, measure: string): Counted[] {
		if (this.isLongSum(period, measure)) return this.longSum(unit, period, indicator, measure);
		const map = this.mapAt(this.reading(period, indicator, measure).map);
		if (!map.has(unit)) return [];
		const fromChildren = map
			.children(unit)
			.flatMap((child) => this.counted(child, period, indicator, measure));
		if (fromChildren.length > 0) return fromChildren;
		const last = this.replies(unit, period, indicator, measure)
			.filter(({ cell }) => cell.state === 'figure')
			.at(-1);
		return last ? [{ unit, slot: last.slot, value: last.cell.value }] : [];
	}

	longSum(unit: string, period: Period, indicator: Indicator, measure: string): Counted[] {
		const yearMap = this.mapOf(period);
		const wholeYears = yearMap
			.codes()
			.filter((code) => this.standsForTheYear(code, period, indicator, measure));
		const quarters = this.reportedIn(period)
			.flatMap((slot) => this.counted(unit, quarterAt(slot), indicator, measure))
			.filter((row) => !yearMap.below(row.unit).some((lower) => wholeYears.includes(lower)));
		const slot = slotOf(period);
		const whole = wholeYears
			.filter((code) => yearMap.branch(unit).includes(code))
			.map((code) => ({
				unit: code,
				slot,
				value: this.cell(code, measure, slot, true)?.value ?? 0n
			}));
		return [...quarters, ...whole];
	}

	/** True where the unit gave the year as a whole and no quarter, and nobody below it gave anything. */
	standsForTheYear(unit: string, period: Period, indicator: Indicator, measure: string): boolean {
		if (kindOf(period) !== 'year') return false;
		const quarters = this.reportedIn(period);
		return (
			this.isFigure(unit, measure, slotOf(period), true) &&
			this.mapOf(period).selects(unit, indicator.select) &&
			!quarters.some((slot) => this.hasFigure(unit, quarterAt(slot), indicator, measure)) &&
			!this.mapOf(period)
				.below(unit)
				.some((lower) => this.hasFigure(lower, period, indicator, measure))
		);
	}
}
