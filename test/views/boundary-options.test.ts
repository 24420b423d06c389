import { describe, expect, it } from 'vitest';
import type { UnitsMode } from '#lib/base/tree-day.ts';
import { boundaryOptions } from '#lib/views/boundary-options.ts';

const modesOf = (changes: string[], chosen: UnitsMode = 'reported'): UnitsMode[] =>
	boundaryOptions(changes, { today: '2026-11-22', chosen, language: 'vi' }).map(({ mode }) => mode);

describe('the units to choose from', () => {
	it('are those of every year that ended on other units than those of today', () => {
		expect(modesOf(['2025-07-01', '2025-07-01'])).toEqual(['reported', 'today', 2024]);
		expect(modesOf(['2025-07-01', '2026-07-26'])).toEqual(['reported', 'today', 2025, 2024]);
	});

	it('are only those that reported where nothing changed, or not yet', () => {
		expect(modesOf([])).toEqual(['reported']);
		expect(modesOf(['2027-01-01'])).toEqual(['reported']);
	});

	it('hold what is chosen already', () => {
		expect(modesOf(['2025-07-01'], 2023)).toEqual(['reported', 'today', 2024, 2023]);
		expect(modesOf([], 'today')).toEqual(['reported', 'today']);
	});

	it('say what choosing them does', () => {
		const options = boundaryOptions(['2025-07-01'], {
			today: '2026-11-22',
			chosen: 'reported',
			language: 'vi'
		});
		expect(options.at(-1)).toEqual({
			mode: 2024,
			name: 'Đơn vị năm 2024',
			text: 'Số liệu mọi kỳ được quy về các đơn vị có vào cuối năm 2024. Tổng toàn tổ chức không đổi.'
		});
	});
});
