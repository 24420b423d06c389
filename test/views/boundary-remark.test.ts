import { describe, expect, it } from 'vitest';
import { boundaryRemark, remainderCounts } from '#lib/views/boundary-remark.ts';
import { heatOf } from '#lib/views/heat.ts';
import { rankingOf } from '#lib/views/ranking.ts';
import { indicatorOf } from './example-facts.ts';
import { groundOf, rated } from './example-ground.ts';

const indicator = indicatorOf('grassroots-rated-good');
const ground = groundOf(
	rated('MH', '2024', {
		numerator: 80,
		denominator: 100,
		remainder: { numerator: 12n, denominator: 15n }
	}),
	rated('Q1', '2024', { numerator: 68, denominator: 85 }),
	rated('Q2', '2024', { unallocated: true })
);
const totalOf = (unit: string) => ground.facts.totals.total(unit, '2024', indicator.id);

describe('what a map of units cannot split', () => {
	it('is named at the unit above, and missing at the units below', () => {
		const wording = { indicator, language: 'vi' as const };
		expect(boundaryRemark(totalOf('MH'), wording)).toBe(
			'trong đó 12/15 tổ chức cơ sở đảng chưa tách được cho đơn vị trực thuộc'
		);
		expect(boundaryRemark(totalOf('Q2'), wording)).toBe(
			'chưa tách được số liệu cho đơn vị này, đang nằm ở cấp trên'
		);
		expect(boundaryRemark(totalOf('Q1'), wording)).toBeUndefined();
		expect(remainderCounts(totalOf('Q1'), 'vi')).toBeUndefined();
	});

	it('stands as a row of its own beside the units', () => {
		const question = { unit: 'MH', period: '2024', indicator, language: 'vi' as const };
		const heat = heatOf(ground, question);
		expect(heat.remainders).toEqual([{ period: '2024', text: '12/15' }]);
		const second = heat.rows.find(({ unit }) => unit === 'Q2');
		expect(second?.cells.map(({ standing }) => standing?.text)).toEqual(['Chưa tách được']);
		expect(rankingOf(ground, { ...question, order: 'value' }).remainder).toBe('12/15');
	});
});
