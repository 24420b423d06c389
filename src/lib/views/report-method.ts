import { say } from '#lib/base/messages.ts';
import type { MessageKey } from '#lib/base/messages.ts';
import type { Indicator } from '#lib/catalogue/catalogue.ts';
import { definitionOf, type DefinitionMeasure } from './definition.ts';
import type { ReportBlock, ReportRow } from './report.ts';
import { column, textCell } from './report-cells.ts';
import type { ReportScene } from './report-scene.ts';
import { paragraph } from './report-sentence.ts';
import { dayWords } from './sentence-date.ts';

/** How figures come about and are judged, what each indicator counts, and the documents that set its targets. */
export function* methodBlocks(scene: ReportScene): Generator<undefined, ReportBlock[]> {
	const definitions = definitionTable(scene);
	yield;
	return [...methodWords(scene), definitions, ...citationTable(scene)];
}

function methodWords({ facts, ground, view: { language } }: ReportScene): ReportBlock[] {
	const { settings, totals } = facts;
	const words: [MessageKey, Record<string, string | number>?][] = [
		['report.method-sums'],
		['report.method-status', { tolerance: settings.missingTolerancePercent }],
		['report.method-comparison'],
		totals.boundaries === undefined
			? ['report.method-reported']
			: ['report.method-boundaries', { day: dayWords(totals.boundaries, language) }],
		['report.method-codes']
	];
	const guard: typeof words = ground.definition.guardsSmallCells
		? [['report.method-guard', { below: settings.smallCellBelow }]]
		: [];
	return [...words, ...guard].map(([key, params]) => paragraph(say(language, key, params)));
}

function definitionTable({ facts, indicators, view: { language } }: ReportScene): ReportBlock {
	const table = {
		caption: say(language, 'report.definitions-caption'),
		columns: [
			column(say(language, 'report.column-indicator'), 3.6),
			column(say(language, 'report.column-definition'), 6),
			column(say(language, 'report.column-numerator'), 3.4),
			column(say(language, 'report.column-denominator'), 3.4)
		],
		rows: indicators.map((indicator): ReportRow => {
			const { text, numerator, denominator, overTime, select } = definitionOf(facts.catalogue, {
				...{ indicator, language }
			});
			const told = [text, ...overTime, select].filter((each) => each !== undefined);
			return {
				depth: 0,
				cells: [
					textCell(indicator.name[language]),
					textCell(told.map(asSentence).join(' ')),
					textCell(measureWords(numerator)),
					textCell(measureWords(denominator))
				]
			};
		})
	};
	return { kind: 'table', table };
}

/** `Tổ chức cơ sở đảng hoàn thành tốt nhiệm vụ (B1)`. */
function measureWords(measures: readonly DefinitionMeasure[]): string {
	return measures.map(({ name, sheet }) => `${name} (${sheet.split('.', 1)[0]})`).join(' + ');
}

function asSentence(text: string): string {
	const capital = text.charAt(0).toUpperCase() + text.slice(1);
	return /[.!?]$/.test(capital) ? capital : `${capital}.`;
}

function citationTable(scene: ReportScene): ReportBlock[] {
	const { language } = scene.view;
	const rows = scene.indicators.flatMap((indicator) => citationRows(scene, indicator));
	if (rows.length === 0) return [];
	const table = {
		caption: say(language, 'report.citations-caption'),
		columns: [
			column(say(language, 'report.column-indicator'), 3.6),
			column(say(language, 'report.column-target'), 2.6),
			column(say(language, 'report.column-years'), 2),
			column(say(language, 'report.column-document'), 3),
			column(say(language, 'report.column-quote'), 6)
		],
		rows: rows.map((texts): ReportRow => ({
			depth: 0,
			cells: texts.map(textCell)
		}))
	};
	return [{ kind: 'table', table }];
}

function citationRows(
	{ facts, view: { language } }: ReportScene,
	indicator: Indicator
): string[][] {
	const { citations } = definitionOf(facts.catalogue, { indicator, language });
	return citations.map(({ words, years, number, date, section, quote, inferred }) => [
		indicator.shortName[language],
		inferred === undefined ? words : say(language, 'report.inferred', { words }),
		years,
		say(language, number.includes(date) ? 'report.citation-dated' : 'report.citation', {
			...{ number, date, section }
		}),
		`“${quote}”`
	]);
}
