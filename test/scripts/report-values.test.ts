import { readdirSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Facts } from '#lib/assess/standing.ts';
import { standingOf } from '#lib/assess/standing.ts';
import { localizeDecimal } from '#lib/base/format-number.ts';
import type { Language } from '#lib/base/language.ts';
import { REPORT_SECTIONS } from '#lib/base/report-definition.ts';
import { productCatalogue } from '#lib/catalogue/load-catalogue.ts';
import { productSettings } from '#lib/catalogue/load-settings.ts';
import type { Draft } from '#lib/ingest/draft.ts';
import { readRollup } from '#lib/rollup/read-rollup.ts';
import { rollUp } from '#lib/rollup/roll-up.ts';
import { createUnitTree } from '#lib/units/unit-tree.ts';
import type { Unit } from '#lib/units/unit.ts';
import type { Report, ReportTable } from '#lib/views/report.ts';
import { asSubmissions } from '#scripts/commands/as-submissions.ts';
import { describeStanding } from '#scripts/commands/describe-standing.ts';
import { openDated, openUnits } from '#scripts/commands/read-input.ts';
import { definitionOf } from '#test/views/report-city.ts';
import { composed } from '#test/views/composed.ts';

const EXAMPLES = 'test/fixtures/examples';
const PERIOD = '2024';
const LANGUAGES: readonly Language[] = ['vi', 'en'];

/** A standing as `thuocdo values --json` tells it. */
interface Told {
	numerator: bigint | null;
	denominator: bigint | null;
	value: string | null;
	targets: { leading: boolean; status: string; shortfall: bigint | null; side?: string }[];
}

describe('the numbers of a report', () => {
	const { indicators } = productCatalogue();
	let units: Unit[];
	let facts: Facts;

	beforeAll(async () => {
		units = await openUnits({ unitList: `${EXAMPLES}/units.csv`, language: 'vi' });
		const drafts: Draft[] = [];
		for (const name of readdirSync(EXAMPLES).filter((each) => /^B\d\.csv$/.test(each))) {
			const context = { units, layouts: [], period: PERIOD };
			drafts.push(...(await openDated(`${EXAMPLES}/${name}`, context)));
		}
		const catalogue = productCatalogue();
		const submissions = asSubmissions(drafts);
		const rollup = rollUp({ submissions, units, catalogue });
		const totals = readRollup(rollup);
		facts = { catalogue, totals, adoption: {}, settings: productSettings() };
	});

	test.each(LANGUAGES)('are those of `values`, cell by cell (%s)', (language) => {
		const report = reportIn(language);
		const shown = indicators.flatMap(({ id }) => rowsOf(tableOf(report, id)).map(pick));
		const told = indicators.flatMap(({ id }) =>
			units.map((unit) => expectedRow(unit, toldOf(unit, id), { id, language }))
		);
		expect(shown).toEqual(told);
		expect(told.filter(({ value }) => value !== undefined).length).toBeGreaterThan(150);
	});

	test.each(LANGUAGES)('stand in its charts as in its tables (%s)', (language) => {
		const report = reportIn(language);
		const pairs = indicators.flatMap(({ id }) => {
			const section = report.sections.find((each) => each.id === `indicator:${id}`);
			const rows = new Map(rowsOf(tableOf(report, id)).map((row) => [row.name, row]));
			return (section?.blocks ?? []).flatMap((block) => {
				if (block.kind !== 'chart' || !['bars', 'bullets'].includes(block.chart.kind)) return [];
				const [series] = block.chart.series;
				return block.chart.categories.map((name, place) => ({
					drawn: [series?.values[place] ?? undefined, series?.labels?.[place] ?? undefined],
					shown: [rows.get(name)?.value, rows.get(name)?.valueText]
				}));
			});
		});
		const known = pairs.filter(({ drawn }) => drawn[0] !== undefined);
		expect(known.length).toBeGreaterThan(100);
		expect(known.map(({ drawn }) => drawn)).toEqual(known.map(({ shown }) => shown));
	});

	function reportIn(language: Language): Report {
		const all = indicators.map(({ id }) => id);
		const definition = definitionOf({ language, indicators: all, sections: REPORT_SECTIONS });
		return composed(facts, { definition, tree: createUnitTree(units), today: '2025-01-20' });
	}

	function toldOf({ code }: Unit, id: string): Told {
		const indicator = indicators.find((each) => each.id === id)!;
		const path = code === 'MH' ? ['MH'] : ['MH', code];
		const standing = standingOf(facts, { path, period: PERIOD, indicator });
		const options = { range: false, pace: false, language: 'vi' as const };
		const context = { facts, path, period: PERIOD, expected: 0, options };
		return describeStanding(standing, context) as Told;
	}

	function expectedRow(
		{ name }: Unit,
		{ numerator, denominator, value, targets }: Told,
		{ id, language }: { id: string; language: Language }
	): ReturnType<typeof pick> {
		const isRatio = indicators.find((each) => each.id === id)!.denominator.length > 0;
		const leading = targets.find((each) => each.leading);
		const exact = isRatio ? Number(numerator) / Number(denominator) : Number(numerator);
		const printed = value && `${localizeDecimal(value, language)}${isRatio ? '%' : ''}`;
		return {
			name,
			numerator: isRatio && numerator !== null ? Number(numerator) : undefined,
			denominator: isRatio && denominator !== null ? Number(denominator) : undefined,
			value: value === null ? undefined : exact,
			valueText: printed ?? undefined,
			status: leading?.status,
			shortfall:
				leading?.side === 'below' && leading.shortfall ? Number(leading.shortfall) : undefined
		};
	}
});

interface Row {
	name: string;
	numerator?: number;
	denominator?: number;
	value?: number;
	valueText?: string;
	status?: string;
	shortfall?: number;
	hasTarget: boolean;
}

function tableOf(report: Report, id: string): ReportTable {
	const section = report.sections.find((each) => each.id === `indicator:${id}`);
	const block = section?.blocks.find(({ kind }) => kind === 'table');
	if (block?.kind !== 'table') throw new Error(`no table of ${id}`);
	return block.table;
}

function rowsOf({ rows, columns }: ReportTable): Row[] {
	const isRatio = columns.length === 9;
	return rows.map(({ cells }) => {
		const [name, ...others] = cells;
		const [numerator, denominator] = isRatio ? others : [];
		const [value, target, status, shortfall] = isRatio ? others.slice(2) : others;
		return {
			name: name?.text ?? '',
			numerator: numerator?.number?.value,
			denominator: denominator?.number?.value,
			value: value?.number?.value,
			valueText: value?.number && value.text.replace(/ \[.*$/, ''),
			status: status?.status,
			shortfall: shortfall?.number?.value,
			hasTarget: target?.text !== ''
		};
	});
}

/** A row as `values` would tell it: the verdict is that beside a target, where there is one. */
function pick({ hasTarget, status, ...row }: Row): Omit<Row, 'hasTarget'> {
	return { ...row, status: hasTarget ? status : undefined };
}
