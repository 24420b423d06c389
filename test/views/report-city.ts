import type { Language } from '#lib/base/language.ts';
import type { ReportDefinition } from '#lib/base/report-definition.ts';
import { createUnitTree } from '#lib/units/unit-tree.ts';
import type { Report, ReportChart, ReportTable } from '#lib/views/report.ts';
import type { ReportGround } from '#lib/views/report-ground.ts';
import { composed } from './composed.ts';
import { factsOf, type Figure } from './example-facts.ts';

const COMMON = { kind: 'Phường', level: 'xa', validFrom: '2020-01-01' };

/** A city with three wards. */
export const REPORT_TREE = createUnitTree([
	{ ...COMMON, code: 'MH', name: 'Đảng bộ thành phố', kind: 'Thành phố', level: 'tinh' },
	{ ...COMMON, code: 'P1', name: 'Phường Một', parent: 'MH' },
	{ ...COMMON, code: 'P2', name: 'Phường Hai', parent: 'MH' },
	{ ...COMMON, code: 'P3', name: 'Phường Ba', parent: 'MH' }
]);

/** What a report of the city in 2024 is settled to be, but for what is given. */
export function definitionOf(given: Partial<ReportDefinition> = {}): ReportDefinition {
	return {
		id: 'd1',
		name: 'Báo cáo năm',
		language: 'vi',
		profile: 'party',
		units: [],
		period: '2024',
		boundaries: 'reported',
		indicators: ['grassroots-rated-good'],
		rows: 'children',
		sections: ['indicators'],
		fields: {},
		guardsSmallCells: false,
		...given
	};
}

/** The report of these figures, and of what else is given. */
export function reportOf(
	figures: readonly Figure[],
	{
		definition = {},
		ground = {}
	}: { definition?: Partial<ReportDefinition>; ground?: Partial<ReportGround> } = {}
): Report {
	return composed(factsOf(...figures), {
		definition: definitionOf(definition),
		tree: REPORT_TREE,
		today: '2025-01-20',
		...ground
	});
}

/** A figure of 2024, or of another period. */
export function counted(
	unit: string,
	indicator: string,
	counts: readonly [numerator: number, denominator: number],
	more: Partial<Figure> = {}
): Figure {
	const [numerator, denominator] = counts;
	return { unit, period: '2024', indicator, numerator, denominator, ...more };
}

/** The tables of a report, in their order. */
export function tablesOf({ sections }: Report): ReportTable[] {
	return sections.flatMap(({ blocks }) =>
		blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : []))
	);
}

/** The charts of a report, in their order. */
export function chartsOf({ sections }: Report): ReportChart[] {
	return sections.flatMap(({ blocks }) =>
		blocks.flatMap((block) => (block.kind === 'chart' ? [block.chart] : []))
	);
}

/** The paragraphs and items of a report as plain text. */
export function textsOf({ sections }: Report): string[] {
	return sections.flatMap(({ blocks }) =>
		blocks.flatMap((block) => {
			if (block.kind === 'paragraph') return [block.parts.map(({ text }) => text).join('')];
			if (block.kind !== 'list') return [];
			return block.items.map((parts) => parts.map(({ text }) => text).join(''));
		})
	);
}

/** The texts of a table's rows, without the codes. */
export function cellTexts({ columns, rows }: ReportTable): string[][] {
	return rows.map(({ cells }) =>
		cells.filter((_, place) => columns[place]?.role !== 'code').map(({ text }) => text)
	);
}

/** Both languages, for tests that hold in each. */
export const LANGUAGES: readonly Language[] = ['vi', 'en'];
