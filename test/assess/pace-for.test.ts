import { describe, expect, it } from 'vitest';
import { paceFor } from '#lib/assess/pace-for.ts';
import { paceSeries } from '#lib/assess/pace-series.ts';
import type { Facts } from '#lib/assess/standing.ts';
import type { IndicatorTotal, Totals } from '#lib/base/indicator-total.ts';
import type { Catalogue, OverTime } from '#lib/catalogue/catalogue.ts';
import { productSettings } from '#lib/catalogue/load-settings.ts';
import { countIndicator, ratioIndicator, targetWith, totalsFrom } from './small-totals.ts';

const words = { vi: 'a', en: 'a' };

function catalogueWith(overTime: OverTime): Catalogue {
	const measures = ['b1.xs', 'b1.xl'].map((id) => ({
		...{ id, name: words, header: id, synonyms: [], overTime }
	}));
	return {
		templates: [{ id: 'B1', title: words, measures, attributes: [], percentages: [], checks: [] }],
		undertakings: [],
		checks: [],
		indicators: [ratioIndicator],
		documents: [{ id: 'central', number: '21', name: words, date: '2022-06-16', rank: 'central' }],
		targets: [targetWith({ from: 2030, to: 2030 })]
	};
}

const QUARTERS = [2021, 2022, 2023, 2024].flatMap((year) => [
	`${year}-Q1`,
	`${year}-Q2`,
	`${year}-H1`,
	`${year}-Q3`,
	`${year}-Q4`,
	`${year}`
]);
const totals = totalsFrom(
	Object.fromEntries(QUARTERS.map((period, place) => [period, { P: [40 + place, 100] as const }]))
);

function factsWith(overTime: OverTime, some: Totals = totals): Facts {
	return {
		catalogue: catalogueWith(overTime),
		totals: some,
		adoption: {},
		settings: productSettings()
	};
}

function periodsOf(overTime: OverTime, period: string, some?: Totals): string[] {
	const question = { unit: 'P', period, indicator: ratioIndicator };
	return paceSeries(factsWith(overTime, some), question).map((point) => point.period);
}

function changed(more: (total: IndicatorTotal) => Partial<IndicatorTotal>): Totals {
	return {
		periods: totals.periods,
		total: (...question) => {
			const total = totals.total(...question);
			return total && { ...total, ...more(total) };
		}
	};
}

describe('the series of a pace', () => {
	it('goes by years for a year, and for year-end measures up to the last closed one', () => {
		expect(periodsOf('end', '2023')).toEqual(['2021', '2022', '2023']);
		expect(periodsOf('year', '2024-Q2')).toEqual(['2021', '2022', '2023']);
		expect(periodsOf('year', '2024-Q4')).toEqual(['2021', '2022', '2023', '2024']);
	});

	it('goes by successive quarters for stocks, at most eight of them', () => {
		expect(periodsOf('end', '2021-Q3')).toEqual(['2021-Q1', '2021-Q2', '2021-Q3']);
		const eight = periodsOf('end', '2024-Q4');
		expect([eight.length, eight[0], eight.at(-1)]).toEqual([8, '2023-Q1', '2024-Q4']);
	});

	it('goes by closed years for what grows within the year, never by a figure half-way', () => {
		expect(periodsOf('ytd', '2024-Q3')).toEqual(['2021', '2022', '2023']);
		expect(periodsOf('sum', '2024-Q3')).toEqual(['2021', '2022', '2023']);
		expect(periodsOf('ytd', '2023-H1')).toEqual(['2021', '2022']);
	});

	it('leaves out years still open, and history that a split left unallocated', () => {
		const open = changed(({ period }) => ({ closed: period !== '2024' }));
		expect(periodsOf('ytd', '2024', open)).toEqual(['2021', '2022', '2023']);
		const split = changed(({ period }) => (period === '2021' ? { unallocated: true } : {}));
		expect(periodsOf('end', '2024', split)).toEqual(['2022', '2023', '2024']);
	});

	it('leaves out counts of which a part is missing, not ratios', () => {
		const late = { units: 1, unknown: 0, lastDenominator: 9n, numerator: 0n, denominator: 0n };
		const some = changed(({ period }) => (period === '2023' ? { pending: late } : {}));
		const question = { unit: 'P', period: '2024', indicator: countIndicator };
		const counted = paceSeries(factsWith('end', some), question).map(({ period }) => period);
		expect(counted).toEqual(['2021', '2022', '2024']);
		expect(periodsOf('end', '2024', some)).toEqual(['2021', '2022', '2023', '2024']);
	});

	it('takes a figure that stands in two periods once', () => {
		const some = changed(({ period }) => ({ asOf: period === '2024' ? '2023' : period }));
		expect(periodsOf('end', '2024', some)).toEqual(['2021', '2022', '2024']);
	});
});

describe('the pace of a unit', () => {
	const target = targetWith({ from: 2030, to: 2030 });
	const question = { path: ['P'], period: '2024', indicator: ratioIndicator };

	it('begins, for a target of one year, in the year of the document', () => {
		const pace = paceFor(factsWith('end'), { ...question, target });
		// 51, 57 and 63 % at the ends of 2022 to 2024, six points a year; 27 points to go.
		expect([pace?.word, pace?.baseline.period, pace?.projected]).toEqual([
			'on-pace',
			'2022',
			{ kind: 'month', month: '2029-06' }
		]);
	});

	it('is not told of a trend, nor without a day to come', () => {
		expect(paceFor(factsWith('end'), { ...question, target: targetWith({ id: 'x' }) })).toBe(
			undefined
		);
		expect(
			paceFor(factsWith('end'), {
				...question,
				target: targetWith({ id: 'x', kind: 'trend', to: 2030 })
			})
		).toBe(undefined);
	});
});
