import type { IsoDate } from '#lib/base/period.ts';
import type { Unit } from '#lib/units/unit.ts';
import { SPAN } from './key-entries.ts';
import type { Shape } from './rehang.ts';
import type { MeasureCells } from './statements.ts';

/** A period that has totals. */
export interface OutputPeriod {
	/** Its last quarter, counted from the year 0. */
	slot: number;
	/** How many quarters it spans. */
	span: number;
	/** The newest quarter in it with figures: the organisation is looked at on its last day. */
	mapSlot: number;
}

/** The quarters with anything that holds, oldest first. */
export function reportedSlots(measures: readonly MeasureCells[]): number[] {
	const slots = measures.flatMap(({ quarters, yearSums }) => [
		...quarters.keys(),
		...yearSums.keys()
	]);
	return [...new Set(slots)].sort((a, b) => a - b);
}

/** Every reported quarter, and every half-year and year with any, oldest first, the shorter before the longer. */
export function outputPeriodsOf(reported: readonly number[]): OutputPeriod[] {
	const periods = new Map<string, OutputPeriod>();
	for (const mapSlot of reported) {
		for (const span of [SPAN.quarter, SPAN.half, SPAN.year]) {
			const slot = (Math.floor(mapSlot / span) + 1) * span - 1;
			periods.set(`${slot} ${span}`, { slot, span, mapSlot });
		}
	}
	return [...periods.values()].sort((a, b) => a.slot - b.slot || a.span - b.span);
}

/** The shapes that the organisation has on the last days of the quarters, each with its first such day. */
export interface ShapeDays {
	shapeOf: ReadonlyMap<number, number>;
	shapes: readonly Shape[];
}

/**
 * Days between which no unit begins or ends, and nothing turns in a lineage that matters, have one shape.
 */
export function shapeDaysOf(
	reported: readonly number[],
	units: readonly Unit[],
	turningDays: readonly IsoDate[]
): ShapeDays {
	const shapeOf = new Map<number, number>();
	const shapes = new Map<number, IsoDate>();
	const turned = [...new Set(turningDays)];
	for (const slot of reported) {
		const day = lastDayOf(slot);
		const shape =
			units.filter(({ validFrom }) => validFrom <= day).length +
			units.filter(({ validTo }) => validTo !== undefined && validTo < day).length +
			turned.filter((turning) => turning <= day).length;
		shapeOf.set(slot, shape);
		if (!shapes.has(shape)) shapes.set(shape, day);
	}
	return { shapeOf, shapes: [...shapes].map(([shape, day]) => ({ shape, day })) };
}

function lastDayOf(slot: number): IsoDate {
	const year = String(Math.floor(slot / 4));
	return `${year}-${['03-31', '06-30', '09-30', '12-31'][slot % 4]}`;
}
