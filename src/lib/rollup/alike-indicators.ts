import { closesWithYear, selectionKey, termsOf } from './input-tables.ts';
import type { RollupKeys } from './rollup-keys.ts';
import type { MeasureCells } from './statements.ts';

/**
 * The indicators, by their places and in order, those together whose totals are the same for every unit and period:
 * nobody ever gave a figure or "x" for any of their measures, so that all there is to tell is which units owe them, and
 * whether they close with the year. Each of the others stands alone.
 */
export function alikeIndicators(
	keys: RollupKeys,
	measures: readonly MeasureCells[]
): readonly number[][] {
	const groups = new Map<string, number[]>();
	const terms = termsOf(keys);
	for (const [place, indicator] of keys.indicators.entries()) {
		const own = terms.filter((term) => term.indicator === place);
		const isSilent = own.length > 0 && own.every(({ measure }) => isNeverTold(measures[measure]));
		const key = isSilent ? `${selectionKey(indicator)} ${closesWithYear(own)}` : String(place);
		groups.set(key, [...(groups.get(key) ?? []), place]);
	}
	return [...groups.values()];
}

function isNeverTold(cells: MeasureCells | undefined): boolean {
	return !cells || (cells.quarters.size === 0 && cells.yearSums.size === 0);
}
