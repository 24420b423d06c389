import { describe, expect, test } from 'vitest';
import { REPORT_SECTIONS } from '#lib/base/report-definition.ts';
import { readTraceCode } from '#lib/base/trace-code.ts';
import { createUnitTree } from '#lib/units/unit-tree.ts';
import { isHidden } from '#lib/views/report-guard.ts';
import { guardOfReports } from '#lib/views/report-shown.ts';
import { factsOf } from './example-facts.ts';
import {
	cellTexts,
	chartsOf,
	counted,
	definitionOf,
	LANGUAGES,
	REPORT_TREE,
	reportOf,
	tablesOf,
	textsOf
} from './report-city.ts';

const DISCIPLINE = 'discipline-member';
const WARD = { kind: 'Phường', level: 'xa', validFrom: '2020-01-01', parent: 'MH' };

const tree = createUnitTree([
	...REPORT_TREE.units,
	{ ...WARD, code: 'P4', name: 'Phường Bốn' },
	{ ...WARD, code: 'P5', name: 'Phường Năm' }
]);

/** Of 126 cases in the city three are of one ward. */
const FIGURES = [
	counted('MH', DISCIPLINE, [119, 126]),
	counted('P1', DISCIPLINE, [3, 3]),
	counted('P2', DISCIPLINE, [25, 26]),
	counted('P3', DISCIPLINE, [30, 31]),
	counted('P4', DISCIPLINE, [41, 45]),
	counted('P5', DISCIPLINE, [20, 21])
];

function guarded(language: 'vi' | 'en', guardsSmallCells = true): ReturnType<typeof reportOf> {
	const definition = { indicators: [DISCIPLINE], sections: REPORT_SECTIONS };
	return reportOf(FIGURES, {
		definition: { ...definition, language, guardsSmallCells },
		ground: { tree }
	});
}

describe('a guarded report', () => {
	const report = guarded('vi');
	const table = tablesOf(report).find(({ caption }) => caption.includes('theo đơn vị'))!;

	test('hides small counts and what is computed of them', () => {
		expect(cellTexts(table)[1]).toEqual([
			...['Phường Một', '< 5 [c]', '< 5 [c]', '[c]', 'đạt 100%', '[c]', '[c]', '']
		]);
		const numbers = table.rows[1]!.cells.map(({ number }) => number?.value);
		expect(numbers.filter((number) => number !== undefined)).toEqual([]);
	});

	test('hides another unit too, so that the total does not give the first away', () => {
		const hiddenIn = (place: number): number =>
			table.rows.filter(({ cells }) => cells[place]?.letters?.includes('c')).length;
		expect([hiddenIn(1), hiddenIn(2)]).toEqual([2, 2]);
	});

	test('shows what is not hidden as it is', () => {
		expect(cellTexts(table)[0]?.slice(0, 4)).toEqual(['Đảng bộ thành phố', '119', '126', '94,44%']);
	});

	test('has codes that say nothing of what is hidden', () => {
		const marks = table.rows.map(({ cells }) => {
			const code = readTraceCode(cells.at(-1)?.text ?? '');
			return 'fault' in code ? 'none' : code.figureMark === undefined;
		});
		const isHidden = table.rows.map(({ cells }) => cells[3]?.letters?.includes('c') ?? false);
		expect(marks).toEqual(isHidden);
	});

	test('draws nothing of what is hidden, and ranks it last', () => {
		const bars = chartsOf(report).find(({ categories }) => categories.includes('Phường Một [c]'));
		const place = bars?.categories.indexOf('Phường Một [c]') ?? 0;
		expect(bars?.series[0]?.values[place]).toBeNull();
		expect(bars?.series[0]?.statuses?.[place]).toBeNull();
		expect(bars?.categories.slice(place).every((name) => name.endsWith('[c]'))).toBe(true);
	});

	test.each(LANGUAGES)('tells in its sentences of no unit below (%s)', (language) => {
		const names = tree.units.map(({ name }) => name).filter((name) => name.startsWith('Phường'));
		const told = textsOf(guarded(language)).filter((text) =>
			names.some((name) => text.includes(name))
		);
		expect(told).toEqual([]);
	});

	test('says what the letter means', () => {
		expect(report.letters.map(({ letter }) => letter)).toEqual(['c']);
	});

	test('hides nothing where the definition does not ask for it', () => {
		const open = guarded('vi', false);
		const shown = tablesOf(open).find(({ caption }) => caption.includes('theo đơn vị'))!;
		expect(cellTexts(shown)[1]?.slice(0, 4)).toEqual(['Phường Một', '3', '3', '100,00%']);
		expect(open.letters).toEqual([]);
	});
});

test('reports that are handed out together withhold what another of them would give away', () => {
	const facts = factsOf(...FIGURES);
	const definition = definitionOf({ indicators: [DISCIPLINE], guardsSmallCells: true });
	const ground = { definition, tree, period: '2024' };
	const pathsTo = (units: readonly string[]): string[][] =>
		units.map((unit) => (unit === 'MH' ? ['MH'] : ['MH', unit]));
	const hiddenIn = (units: readonly string[]): string[] => {
		const work = guardOfReports(facts, ground, pathsTo(units));
		for (let step = work.next(); ; step = work.next())
			if (step.done) {
				const { hiddenOf } = step.value;
				return units.filter((unit) => isHidden(hiddenOf(unit, '2024', DISCIPLINE)));
			}
	};
	expect(hiddenIn(['P2'])).toEqual([]);
	expect(hiddenIn(['MH', 'P1', 'P2', 'P3', 'P4', 'P5'])).toEqual(['P1', 'P5']);
});
