import type { Catalogue, OverTime } from '#lib/catalogue/catalogue.ts';

/** A measure that the units of the national set report. */
export interface ReportedMeasure {
	id: string;
	overTime: OverTime;
	place: number;
	/** How large it is of every 100 that a unit has. */
	share: number;
	/** Each quarter, or each second one, or the last of the year. */
	every: 1 | 2 | 4;
}

/** The sheets that are sent twice a year; the others every quarter, figures of a whole year with its last quarter. */
const HALF_YEARLY = /^b[35]\./;

/** The measures of every indicator that units of the lowest level report, in the catalogue's order. */
export function nationalMeasures({ indicators, templates }: Catalogue): ReportedMeasure[] {
	const owed = indicators.filter(({ select }) => select?.level?.includes('xa') ?? true);
	const numerators = new Map(
		owed.flatMap(({ numerator, denominator }) =>
			denominator.length > 0 ? numerator.map((id) => [id, numerator.length] as const) : []
		)
	);
	const used = new Set(
		owed.flatMap(({ numerator, denominator }) => [...numerator, ...denominator])
	);
	const measures = templates.flatMap((template) => template.measures);
	return measures
		.filter(({ id }) => used.has(id))
		.map(({ id, overTime }, place) => ({
			id,
			overTime,
			place,
			share: Math.floor((60 + (place % 35)) / (numerators.get(id) ?? 0.6 + (place % 35) / 100)),
			every: overTime === 'year' ? 4 : HALF_YEARLY.test(id) ? 2 : 1
		}));
}
