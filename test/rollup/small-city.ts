import type { Totals } from '#lib/base/indicator-total.ts';
import { type ReportedEntry, encodeEntries } from '#lib/rollup/encode-entries.ts';
import { readRollup } from '#lib/rollup/read-rollup.ts';
import { rollUp } from '#lib/rollup/roll-up.ts';
import type { Unit } from '#lib/units/unit.ts';
import { catalogueOf } from './random-reports.ts';

/**
 * A city with a district and two wards until 30 June 2025; from then on without the district, and with one ward in
 * place of the two.
 */
const SMALL_CITY: Unit[] = [
	unit('city', 'tinh', undefined, ['2020-01-01']),
	unit('district', 'huyen', 'city', ['2020-01-01', '2025-06-30']),
	unit('east', 'xa', 'district', ['2020-01-01', '2025-06-30']),
	unit('west', 'xa', 'district', ['2020-01-01', '2025-06-30']),
	unit('united', 'xa', 'city', ['2025-07-01']),
	// The bloc keeps its code as it moves from the district to the city.
	unit('bloc', 'xa', 'district', ['2020-01-01', '2025-06-30'], 'Khối'),
	unit('bloc', 'xa', 'city', ['2025-07-01'], 'Khối')
];

function unit(
	code: string,
	level: string,
	parent: string | undefined,
	[validFrom = '', validTo]: string[],
	kind = 'Phường'
): Unit {
	return { code, name: code, kind, level, parent, validFrom, validTo };
}

/** What the small city's files, each told in lines, add up to; indicator `end` is end.a ÷ end.b, and so on. */
export function rollUpSmallCity(files: readonly string[]): Totals {
	const indicators = ['end', 'ytd', 'sum', 'year'].map((id) => ({
		id,
		numerator: [`${id}.a`],
		denominator: [`${id}.b`]
	}));
	const catalogue = catalogueOf([
		...indicators,
		{ id: 'count', numerator: ['end.a'], denominator: [] },
		{ id: 'wards', numerator: ['end.a'], denominator: [], select: { kind: ['Phường'] } },
		{ id: 'district', numerator: ['end.a'], denominator: [], select: { level: ['huyen'] } }
	]);
	const submissions = files.map((file, index) => ({
		sequence: index + 1,
		bytes: encodeEntries(told(file))
	}));
	return readRollup(rollUp({ units: SMALL_CITY, catalogue, submissions }));
}

/**
 * Entries told in lines: unit, period, measure and what the cell says: a number, "x", or "-" for nothing reported.
 */
function told(lines: string): ReportedEntry[] {
	return lines
		.trim()
		.split('\n')
		.map((line) => {
			const [unit = '', period = '', measure = '', cell = ''] = line.trim().split(' ');
			const place = { unit, period, measure, row: 1, column: 1 };
			if (cell === 'x') return { ...place, state: 'not-applicable', value: 0n };
			if (cell === '-') return { ...place, state: 'missing', value: 0n };
			return { ...place, state: 'figure', value: BigInt(cell) };
		});
}
