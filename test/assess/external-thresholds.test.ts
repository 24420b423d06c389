import { describe, expect, test } from 'vitest';
import { withEnteredThreshold } from '#lib/assess/external-thresholds.ts';
import { standingOf } from '#lib/assess/standing.ts';
import type { IndicatorTotal } from '#lib/base/indicator-total.ts';
import type { ProgressFact } from '#lib/base/progress.ts';
import type { Target } from '#lib/catalogue/catalogue.ts';
import { productCatalogue } from '#lib/catalogue/load-catalogue.ts';
import { productSettings } from '#lib/catalogue/load-settings.ts';

const CODE = 'dn-2025-women-committee';
const catalogue = productCatalogue();
const target = catalogue.targets.find(({ id }) => id === CODE)!;

function row(unit: string, period: string, plan?: bigint): ProgressFact {
	return { code: CODE, unit, period, ...(plan !== undefined && { plan }), sequence: 1, row: 4 };
}

const progress = [
	row('MH', '2023', 25n),
	row('MH', '2024-Q3', 30n),
	row('MH-101', '2024', 35n),
	row('MH-102', '2022'),
	{ ...row('MH', '2022', 90n), code: 'dn-2025-women-leaders' }
];

describe('a threshold that the document leaves to others', () => {
	test.each([
		['none before its period', ['MH'], '2022-Q4', undefined],
		['that of its period from the first quarter on', ['MH'], '2023-Q1', '25'],
		['the earlier one until the later begins', ['MH'], '2024-Q2', '25'],
		['the later one from then on', ['MH'], '2024-Q3', '30'],
		['the later one in the year that it begins in', ['MH'], '2024', '30'],
		['that of the unit above', ['MH', 'MH-103'], '2025', '30'],
		['its own before that of the unit above', ['MH', 'MH-101'], '2025', '35'],
		['that of the unit above where its own row has none', ['MH', 'MH-102'], '2025', '30'],
		['none for another organisation', ['XX'], '2025', undefined]
	])('is %s', (_, path, period, value) => {
		const { target: judged, entered } = withEnteredThreshold(target, { progress, path, period });
		expect(judged.threshold).toEqual(value && { comparator: '>=', value });
		expect(entered?.plan).toBe(value && BigInt(value));
	});

	test('is not overruled where the catalogue has it, nor given to a target of another kind', () => {
		const threshold = { comparator: '>=', value: '33.5' } as const;
		const own: Target = { ...target, threshold };
		const other: Target = { ...target, kind: 'ratio' };
		const question = { progress, path: ['MH'], period: '2024' };
		expect(withEnteredThreshold(own, question)).toEqual({ target: own });
		expect(withEnteredThreshold(other, question)).toEqual({ target: other });
	});

	test('decides the status, which names the row that set it', () => {
		const total: IndicatorTotal = {
			...{ unit: 'MH', period: '2024-Q4', indicator: target.indicator },
			...{ numerator: 252n, denominator: 745n, reported: 5, expected: 5, stale: 0, closed: true },
			pending: { units: 0, unknown: 0, lastDenominator: 0n, numerator: 0n, denominator: 0n }
		};
		const facts = {
			catalogue,
			totals: { periods: ['2024-Q4'], total: () => total },
			...{ adoption: {}, settings: productSettings() }
		};
		const indicator = catalogue.indicators.find(({ id }) => id === target.indicator)!;
		const question = { path: ['MH'], period: '2024-Q4', indicator };
		const statusOf = (said?: ProgressFact[]) => {
			const standing = standingOf({ ...facts, ...(said && { progress: said }) }, question);
			const found = standing.assessments.find((each) => each.target.id === CODE);
			return { status: found?.status, shortfall: found?.shortfall, entered: found?.entered };
		};
		expect(statusOf()).toEqual({ status: 'no-threshold' });
		expect(statusOf([row('MH', '2024', 33n)])).toEqual({
			...{ status: 'met', shortfall: 0n },
			entered: row('MH', '2024', 33n)
		});
		expect(statusOf([row('MH', '2024', 34n)])).toMatchObject({ status: 'not-met', shortfall: 2n });
	});
});
