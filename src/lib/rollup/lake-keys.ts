import { type Columns, int32Column, textColumn } from '#lib/engine/columns.ts';
import type { RollupKeys } from './rollup-keys.ts';

/** The tables, by name, that say which unit, measure and indicator stands at which place. */
export function keyTables({
	units,
	measures,
	indicators
}: RollupKeys): Record<'unit_key' | 'measure_key' | 'indicator_key', Columns> {
	const places = (names: readonly unknown[]): Columns[string] =>
		int32Column(names.map((_, place) => place));
	return {
		unit_key: { unit: places(units), code: textColumn(units) },
		measure_key: { measure: places(measures), id: textColumn(measures.map(({ id }) => id)) },
		indicator_key: {
			indicator: places(indicators),
			id: textColumn(indicators.map(({ id }) => id))
		}
	};
}
