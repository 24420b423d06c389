import { describe, expect, it } from 'vitest';
import { trendBreaks } from '#lib/views/trend-breaks.ts';
import { createUnitTree } from '#lib/units/unit-tree.ts';
import { EXAMPLE_TREE, groundOf, rated } from './example-ground.ts';

const quarters = ['2025-Q1', '2025-Q2', '2025-Q3', '2025-Q4'];
const ground = groundOf(...quarters.map((period) => rated('MH', period, {})));

describe('the breaks of a trend', () => {
	it('put the merger of units below between the quarters around it', () => {
		expect(trendBreaks(ground, { unit: 'MH', periods: quarters, language: 'vi' })).toEqual([
			{ at: 1.5, day: '2025-07-01', label: 'Sáp nhập 01/07/2025' }
		]);
	});

	it('put it between the years on whose maps it shows', () => {
		const periods = ['2023', '2024', '2025'];
		expect(trendBreaks(ground, { unit: 'MH', periods, language: 'en' })).toEqual([
			{ at: 1.5, day: '2025-07-01', label: 'Merger, 1 Jul 2025' }
		]);
	});

	it('say when the unit itself begins and ends', () => {
		const of = (unit: string) =>
			trendBreaks(ground, { unit, periods: quarters, language: 'vi' }).map(({ label }) => label);
		expect(of('P1')).toEqual(['Thành lập 01/07/2025']);
		expect(of('Q1')).toEqual(['Kết thúc 30/06/2025']);
		expect(of('KCQ')).toEqual([]);
	});

	it('name the last day of change where there were several', () => {
		const unit = { kind: 'Xã', level: 'xa', parent: 'MH', code: 'X1', name: 'Xã 1' };
		const tree = createUnitTree([...EXAMPLE_TREE.units, { ...unit, validFrom: '2025-08-15' }]);
		const breaks = trendBreaks(
			{ ...ground, tree },
			{ unit: 'MH', periods: quarters, language: 'vi' }
		);
		expect(breaks).toEqual([{ at: 1.5, day: '2025-08-15', label: 'Sáp nhập 15/08/2025' }]);
	});
});
