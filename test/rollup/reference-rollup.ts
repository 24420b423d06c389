import type { IndicatorTotal } from '#lib/base/indicator-total.ts';
import { type Period, kindOf } from '#lib/base/period.ts';
import type { Indicator } from '#lib/catalogue/catalogue.ts';
import { type Counted, ReferenceFigures } from './reference-figures.ts';
import { type ReferenceInput, measuresOf, quarterAt, slotOf, sum } from './reference-reports.ts';

/*
 * The rollup once more, slowly, one unit at a time, as MODEL.md tells it: what the SQL is compared with. It shares
 * nothing with the rollup but the words of base.
 */

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

class Reference extends ReferenceFigures {
	// Coverage and what is pending

	isExpected(unit: string, period: Period, indicator: Indicator): boolean {
		const replies = measuresOf(indicator).flatMap((measure) =>
			this.replies(unit, period, indicator, measure)
		);
		return replies.length === 0 || replies.some(({ cell }) => cell.state === 'figure');
	}

	isPending(unit: string, period: Period, indicator: Indicator): boolean {
		const isEnded = measuresOf(indicator).some((id) => this.isReportedByAnyone(id, slotOf(period)));
		return measuresOf(indicator).some((measure) => {
			const newest = this.replies(unit, period, indicator, measure).at(-1)?.slot;
			if (newest === undefined) return !this.hasStandIn(unit, period, indicator, measure);
			return isEnded && this.overTime(measure) === 'ytd' && newest < slotOf(period);
		});
	}

	/** True where a unit above gave the figure in this one's stead. */
	hasStandIn(unit: string, period: Period, indicator: Indicator, measure: string): boolean {
		const basis = this.basis(period, indicator);
		const above = basis.codes().filter((code) => basis.below(code).includes(unit));
		const counted = this.input.units.flatMap(({ code }) =>
			this.counted(code, period, indicator, measure)
		);
		return counted.some((row) => above.includes(row.unit));
	}

	isClosed(period: Period, indicator: Indicator): boolean {
		const measures = measuresOf(indicator);
		const closes = measures.some((id) => ['ytd', 'year'].includes(this.overTime(id) ?? ''));
		if (!closes) return true;
		const slot = slotOf(period);
		return slot % 4 === 3 && measures.some((measure) => this.isReportedByAnyone(measure, slot));
	}

	/** Σ of the last known figures of the denominator; `undefined` where one of them is not known. */
	lastDenominator(unit: string, period: Period, indicator: Indicator): bigint | undefined {
		const values = indicator.denominator.map((id) => this.lastKnown(unit, period, indicator, id));
		if (values.length === 0 || values.includes(undefined)) return undefined;
		return sum(values.map((value) => value ?? 0n));
	}

	lastKnown(unit: string, period: Period, indicator: Indicator, measure: string) {
		const overTime = this.overTime(measure);
		if (this.isLongSum(period, measure)) return this.lastKnownSum(unit, period, measure);
		const limit =
			overTime === 'year' && kindOf(period) !== 'year'
				? (this.closedYear(period, indicator) ?? slotOf(period))
				: slotOf(period);
		const slot = this.slots.findLast(
			(slot) =>
				slot <= limit && (overTime !== 'year' || slot % 4 === 3) && this.cell(unit, measure, slot)
		);
		return slot === undefined ? undefined : this.cell(unit, measure, slot)?.value;
	}

	lastKnownSum(unit: string, period: Period, measure: string): bigint | undefined {
		const length = kindOf(period) === 'half' ? 2 : 4;
		for (let last = slotOf(period); last >= Math.min(...this.slots); last -= length) {
			const quarters = [last - 3, last - 2, last - 1, last]
				.slice(-length)
				.flatMap((slot) => this.cell(unit, measure, slot) ?? []);
			if (quarters.length > 0) return sum(quarters.map(({ value }) => value));
			const whole = length === 4 && this.cell(unit, measure, last, true);
			if (whole) return whole.value;
		}
		return undefined;
	}

	// One total

	total(unit: string, period: Period, indicator: Indicator): IndicatorTotal {
		const numerator = indicator.numerator.flatMap((id) =>
			this.counted(unit, period, indicator, id)
		);
		const denominator = indicator.denominator.flatMap((id) =>
			this.counted(unit, period, indicator, id)
		);
		const basis = this.basis(period, indicator);
		const expected = basis
			.reporters(unit, indicator.select)
			.filter((code) => this.isExpected(code, period, indicator));
		const reported = expected.filter((code) =>
			measuresOf(indicator).some((id) => this.hasFigure(code, period, indicator, id))
		);
		const pending = expected.filter((code) => this.isPending(code, period, indicator));
		const known = pending.map((code) => this.lastDenominator(code, period, indicator));
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
			...(Number.isFinite(newest) && { asOf: this.asOf(newest, indicator) }),
			stale: this.stale(basis.branch(unit), newest, { period, indicator }),
			closed: this.isClosed(period, indicator)
		};
	}

	asOf(slot: number, indicator: Indicator): Period {
		const isYearly = measuresOf(indicator).every((id) => this.overTime(id) === 'year');
		return isYearly ? String(Math.floor(slot / 4)) : quarterAt(slot);
	}

	stale(
		branch: string[],
		newest: number,
		{ period, indicator }: { period: Period; indicator: Indicator }
	): number {
		if (kindOf(period) === 'quarter') return 0;
		const codes = [...new Set(this.input.units.map(({ code }) => code))];
		const rows = codes.flatMap((code) =>
			measuresOf(indicator).flatMap((id) => this.counted(code, period, indicator, id))
		);
		return branch.filter((code) => {
			const own = rows.filter((row) => row.unit === code).map(({ slot }) => slot);
			return own.length > 0 && Math.max(...own) < newest;
		}).length;
	}
}

function valueOf(rows: Counted[]): bigint {
	return sum(rows.map(({ value }) => value));
}
