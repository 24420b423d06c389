import type { Language } from '#lib/base/language.ts';

/** A mark on an axis. */
export interface ScaleTick {
	/** How far along the axis, 0 to 1. */
	at: number;
	text: string;
}

/** So many steps an axis has at most. */
const STEPS = 5;
/** Nothing that is counted lies closer together. */
const FINEST = 1e-9;

/** An axis that holds the numbers, its marks at round steps; of no numbers, or equal ones, one from 0 or around them. */
export function niceScale(
	numbers: readonly number[],
	language: Language
): { ticks: ScaleTick[]; placeOf: (number: number) => number } {
	const least = numbers.reduce((least, number) => Math.min(least, number), numbers[0] ?? 0);
	const most = numbers.reduce((most, number) => Math.max(most, number), numbers[0] ?? 1);
	const step = niceStep(Math.max((most - least || Math.abs(most) || 1) / STEPS, FINEST));
	const [from, to] = [Math.floor(least / step), Math.ceil(most / step) || 1];
	const end = to === from ? to + 1 : to;
	const format = new Intl.NumberFormat(language === 'vi' ? 'vi-VN' : 'en-GB', {
		maximumFractionDigits: Math.max(0, -Math.floor(Math.log10(step)))
	});
	const placeOf = (number: number): number => (number / step - from) / (end - from);
	const ticks = Array.from({ length: end - from + 1 }, (_, at) => ({
		at: at / (end - from),
		text: format.format((from + at) * step)
	}));
	return { ticks, placeOf };
}

/** The next of 1, 2, 5 times a power of ten. */
function niceStep(step: number): number {
	const power = 10 ** Math.floor(Math.log10(step));
	const factor = [1, 2, 5, 10].find((each) => each * power >= step * 0.999999) ?? 10;
	return factor * power;
}
