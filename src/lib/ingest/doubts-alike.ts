import { measuresOf } from '#lib/catalogue/find-in-catalogue.ts';
import type { BesideOptions } from './beside-context.ts';
import { periodBefore, wholeIndicators } from './check-alike.ts';
import { WEIGHT } from './number-check.ts';
import type { Doubt, UnitFigures } from './unit-figures.ts';

/** Figures of a sheet that are nearly all those of the period before, or ratios that are all 100 %. */
export function doubtsAlike(figures: UnitFigures, options: BesideOptions): Doubt {
	const templates = options.catalogue.templates.map((template) =>
		template.measures.flatMap(({ id }) => {
			const at = figures.measures.indexOf(id);
			return at < 0 ? [] : [at];
		})
	);
	const sheets = templates.filter((measures) => measures.length > 0);
	const isCopied = doubtsCopies(figures, options);
	const isFull = doubtsFull(figures, options);
	return (laidOut) =>
		laidOut.periods.some((_, period) =>
			sheets.some(
				(measures) => isCopied(laidOut, measures, period) || isFull(laidOut, measures, period)
			)
		);
}

type SheetDoubt = (figures: UnitFigures, measures: readonly number[], period: number) => boolean;

function doubtsCopies(
	{ measures: ids, periods }: UnitFigures,
	{ catalogue, limits }: BesideOptions
): SheetDoubt {
	const known = measuresOf(catalogue);
	const isYear = ids.map((id) => known.get(id)?.overTime === 'year');
	const before = periods.map(({ period }) => {
		const earlier = periodBefore(period);
		return periods.findIndex((each) => each.period === earlier);
	});
	return ({ states, values, drafted }, measures, period) => {
		const earlier = before[period] ?? -1;
		if (earlier < 0) return false;
		let [compared, same, moved] = [0, 0, 0];
		for (const measure of measures) {
			const [now, then] = [period, earlier].map((at) => measure * periods.length + at);
			if (now === undefined || then === undefined || isYear[measure] || !drafted[now]) continue;
			if (states[now] !== WEIGHT.figure || states[then] !== WEIGHT.figure) continue;
			compared += 1;
			if (values[now] !== values[then]) continue;
			same += 1;
			if (values[now] !== 0) moved += 1;
		}
		const isMany = compared >= limits.copiedLeastFigures && moved > 0;
		return isMany && same * 100 >= limits.copiedPercent * compared;
	};
}

function doubtsFull(
	{ measures: ids }: UnitFigures,
	{ catalogue, limits }: BesideOptions
): SheetDoubt {
	const ratios = wholeIndicators(catalogue).flatMap(({ numerator, denominator }) => {
		const [part, whole] = [numerator, denominator].map((each) => each.map((id) => ids.indexOf(id)));
		return part && whole && ![...part, ...whole].includes(-1) ? [{ part, whole }] : [];
	});
	return (figures, measures, period) => {
		const at = { measures, period };
		let large = 0;
		for (const { part, whole } of ratios) {
			const [a, b] = [sumOf(part, figures, at), sumOf(whole, figures, at)];
			if (Number.isNaN(a) || Number.isNaN(b) || b === 0) continue;
			if (a !== b) return false;
			if (b >= limits.fullLeastDenominator) large += 1;
		}
		return large >= limits.fullLeastRatios;
	};
}

/** The sum of the sheet's drafted figures of the terms; NaN where one is no figure. */
function sumOf(
	terms: readonly number[],
	{ states, values, drafted, periods }: UnitFigures,
	{ measures, period }: { measures: readonly number[]; period: number }
): number {
	let sum = 0;
	for (const measure of terms) {
		const place = measure * periods.length + period;
		const isFigure = drafted[place] && states[place] === WEIGHT.figure;
		if (!isFigure || !measures.includes(measure)) return Number.NaN;
		sum += values[place] ?? 0;
	}
	return sum;
}
