import fc from 'fast-check';
import type { Catalogue, Indicator, Measure, OverTime } from '#lib/catalogue/catalogue.ts';
import type { ReportedEntry } from '#lib/rollup/encode-entries.ts';
import type { Unit } from '#lib/units/unit.ts';

/** Two measures of each kind. */
const MEASURES: Measure[] = ['end', 'ytd', 'sum', 'year'].flatMap((overTime) =>
	['a', 'b'].map((letter) => ({
		id: `${overTime}.${letter}`,
		name: { vi: letter, en: letter },
		header: letter,
		synonyms: [],
		overTime: overTime as OverTime
	}))
);

/** A catalogue of nothing but the measures above and the indicators. */
export function catalogueOf(
	indicators: Pick<Indicator, 'id' | 'numerator' | 'denominator' | 'select'>[]
): Catalogue {
	const words = { vi: '', en: '' };
	return {
		undertakings: [],
		templates: [
			{
				id: 'B1',
				title: words,
				measures: MEASURES,
				attributes: [],
				percentages: [],
				checks: []
			}
		],
		indicators: indicators.map((indicator) => ({
			...indicator,
			name: words,
			shortName: words,
			counted: words,
			definition: words
		})),
		checks: [],
		documents: [],
		targets: []
	};
}

const measureIds = MEASURES.map(({ id }) => id);
const levels = ['tinh', 'huyen', 'xa'];
const kinds = ['Quận', 'Phường'];

const select: fc.Arbitrary<Indicator['select']> = fc.option(
	fc.oneof(
		fc.record({ level: fc.subarray(levels, { minLength: 1 }) }),
		fc.record({ kind: fc.subarray(kinds, { minLength: 1 }) })
	),
	{ nil: undefined }
);

const terms = fc.oneof(
	fc.record({
		numerator: fc.subarray(measureIds, { minLength: 1, maxLength: 3 }),
		denominator: fc.subarray(measureIds, { maxLength: 2 })
	}),
	...['end', 'ytd', 'sum', 'year'].map((kind) =>
		fc.record({
			numerator: fc.constant<string[]>([`${kind}.a`]),
			denominator: fc.constant<string[]>([`${kind}.b`])
		})
	)
);

const catalogues: fc.Arbitrary<Catalogue> = fc
	.array(fc.record({ terms, select }), { minLength: 1, maxLength: 8 })
	.map((indicators) =>
		catalogueOf(
			indicators.map(({ terms, select }, index) => ({ ...terms, select, id: `i${index}` }))
		)
	);

/** Records whose parents come before them; a second record under one code begins after the first has ended. */
const unitLists: fc.Arbitrary<Unit[]> = fc
	.array(
		fc.record({
			parent: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
			level: fc.constantFrom(...levels),
			kind: fc.constantFrom(...kinds),
			validFrom: fc.constantFrom('2020-01-01', '2020-01-01', '2024-07-01', '2025-01-01'),
			validTo: fc.constantFrom(undefined, undefined, '2024-06-30', '2024-12-31', '2025-06-30'),
			next: fc.option(fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }), { freq: 3 })
		}),
		{ minLength: 2, maxLength: 8, size: 'max' }
	)
	.map((shapes) =>
		shapes.flatMap(({ parent, next, ...shape }, index) => {
			const code = `U${index}`;
			const above = (place: number) => (index === 0 ? undefined : `U${Math.floor(place * index)}`);
			const unit: Unit = { ...shape, code, name: code, parent: above(parent) };
			if (next === null || shape.validTo === undefined) return [unit];
			const validFrom = shape.validTo.endsWith('-06-30')
				? `${shape.validTo.slice(0, 4)}-07-01`
				: '2025-01-01';
			return [unit, { ...unit, parent: above(next), validFrom, validTo: undefined }];
		})
	);

const periods = [2023, 2024, 2025].flatMap((year) => [
	...[1, 2, 3, 4].map((quarter) => `${year}-Q${quarter}`),
	`${year}-H1`,
	`${year}`
]);

function entriesOf(codes: string[]): fc.Arbitrary<ReportedEntry[]> {
	return fc.array(
		fc
			.record({
				unit: fc.constantFrom(...codes, 'unknown'),
				period: fc.constantFrom(...periods),
				measure: fc.constantFrom(...measureIds, ...measureIds, 'no.such'),
				state: fc.constantFrom<ReportedEntry['state']>(
					...(['figure', 'figure', 'figure', 'not-applicable', 'missing'] as const)
				),
				value: fc.bigInt({ min: 0n, max: 30n })
			})
			.map((entry) => ({
				...entry,
				value: entry.state === 'figure' ? entry.value : 0n,
				row: 1,
				column: 1
			})),
		{ minLength: 20, maxLength: 120, size: 'max' }
	);
}

/** What random units report for random periods, resubmissions among them. */
export interface Reports {
	units: Unit[];
	catalogue: Catalogue;
	submissions: { sequence: number; entries: ReportedEntry[] }[];
}

export const reports: fc.Arbitrary<Reports> = fc
	.record({ units: unitLists, catalogue: catalogues })
	.chain(({ units, catalogue }) =>
		fc
			.array(entriesOf([...new Set(units.map(({ code }) => code))]), { maxLength: 4, size: 'max' })
			.map((files) => ({
				units,
				catalogue,
				submissions: files.map((entries, index) => ({ sequence: index + 1, entries }))
			}))
	);
