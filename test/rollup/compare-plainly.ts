import type { Catalogue } from '#lib/catalogue/catalogue.ts';
import { textColumn } from '#lib/engine/columns.ts';
import { encodeColumns } from '#lib/engine/encode-columns.ts';
import type { Engine } from '#lib/engine/engine.ts';
import { parquetRows } from '#lib/engine/parquet.sql.ts';
import { createView } from '#lib/engine/table.sql.ts';
import { plainlyDiffering } from './plain-totals.sql.ts';

/** How many totals of the national set's quarters were compared with plain sums, and how many of them differ. */
export async function comparePlainly(
	engine: Engine,
	catalogue: Catalogue,
	paths: { figures: string; totals: string }
): Promise<{ totals: number; differing: number }> {
	const measures = catalogue.templates.flatMap((template) => template.measures);
	const yearly = new Set(measures.filter((it) => it.overTime === 'year').map(({ id }) => id));
	const terms = catalogue.indicators
		.filter(({ select }) => !select)
		.filter((it) => ![...it.numerator, ...it.denominator].some((id) => yearly.has(id)))
		.flatMap(({ id, numerator, denominator }) => [
			...numerator.map((measure) => ({ id, measure, isDenominator: false })),
			...denominator.map((measure) => ({ id, measure, isDenominator: true }))
		]);
	const columns = {
		indicator: textColumn(terms.map(({ id }) => id)),
		measure: textColumn(terms.map(({ measure }) => measure)),
		is_denominator: {
			type: 'boolean' as const,
			values: Uint8Array.from(terms, ({ isDenominator }) => (isDenominator ? 1 : 0))
		}
	};
	await engine.load('plain_term', [encodeColumns(columns)]);
	await engine.run(createView('lake_figure', parquetRows(paths.figures)));
	await engine.run(createView('total_part', parquetRows(paths.totals)));
	const [found] = await engine.query(plainlyDiffering(), ({ totals, differing }) => ({
		totals: Number(totals),
		differing: Number(differing)
	}));
	return found ?? { totals: 0, differing: 0 };
}
