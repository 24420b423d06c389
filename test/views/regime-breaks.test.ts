import { describe, expect, it } from 'vitest';
import { isRegimeBetween, regimeBreaks, withRegimes } from '#lib/views/regime-breaks.ts';
import { indicatorOf } from './example-facts.ts';

const years = ['2022', '2023', '2024', '2025', '2026'];
const labelsOf = (id: string, periods: string[]): [number, string][] =>
	regimeBreaks(indicatorOf(id), { periods, language: 'vi' }).map(({ at, label }) => [at, label]);

describe('the breaks by change of rules', () => {
	it('stand before the first period that the new rules are in force at the end of', () => {
		expect(labelsOf('grassroots-rated-good', years)).toEqual([
			[0.5, 'Xếp loại theo QĐ 124, 04/10/2023'],
			[2.5, 'Bỏ cấp huyện, 01/07/2025'],
			[2.5, 'Xếp loại theo QĐ 366, 30/08/2025'],
			[3.5, 'Mô hình ba cấp, 26/07/2026 (cần kiểm chứng)']
		]);
		expect(labelsOf('plan-women', ['2025-Q2', '2025-Q3', '2025-Q4'])).toEqual([
			[0.5, 'Bỏ cấp huyện, 01/07/2025']
		]);
	});

	it('are none before the first period shown', () => {
		expect(labelsOf('grassroots-rated-good', ['2026'])).toEqual([]);
	});

	it('say what changed and by which document', () => {
		const [first] = regimeBreaks(indicatorOf('plan-women'), { periods: years, language: 'en' });
		expect(first).toEqual({
			at: 2.5,
			day: '2025-07-01',
			label: 'No district level, 1 Jul 2025',
			note: 'From 1 Jul 2025: 34 provinces and cities, no district level; commune committees stand right above grassroots organisations (202/2025/QH15; 31-HD/BTCTW, 23/04/2025).'
		});
	});
});

describe('a change of rules on the day of a change of units', () => {
	it('is a note to it', () => {
		const merger = { at: 2.5, day: '2025-07-01', label: 'Sáp nhập 01/07/2025' };
		const rules = regimeBreaks(indicatorOf('grassroots-rated-good'), {
			periods: years,
			language: 'vi'
		});
		const all = withRegimes([merger], rules);
		expect(all.map(({ label }) => label)).toEqual([
			'Xếp loại theo QĐ 124, 04/10/2023',
			'Sáp nhập 01/07/2025',
			'Xếp loại theo QĐ 366, 30/08/2025',
			'Mô hình ba cấp, 26/07/2026 (cần kiểm chứng)'
		]);
		expect(all[1]?.note).toContain('202/2025/QH15');
	});
});

describe('two periods', () => {
	it('are one series for an indicator whose rules did not change between them', () => {
		expect(isRegimeBetween(indicatorOf('plan-women'), '2022', '2023')).toBe(false);
		expect(isRegimeBetween(indicatorOf('grassroots-rated-good'), '2022', '2023')).toBe(true);
		expect(isRegimeBetween(indicatorOf('plan-women'), '2024', '2025')).toBe(true);
	});
});
