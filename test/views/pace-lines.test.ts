import { describe, expect, it } from 'vitest';
import { paceLines } from '#lib/views/pace-lines.ts';
import { indicatorOf } from './example-facts.ts';
import { groundOf, rated } from './example-ground.ts';

const indicator = indicatorOf('grassroots-rated-good');
const viewpoint = { path: ['MH'], period: '2024', language: 'vi' as const };
const year = (period: string, numerator: number) =>
	rated('MH', period, { numerator, denominator: 100, asOf: period });

describe('the pace towards targets that lie ahead', () => {
	it('is behind the straight line, and says what each year must bring', () => {
		const ground = groundOf(year('2022', 80), year('2023', 81), year('2024', 82));
		const [first] = paceLines(ground.facts, indicator, viewpoint);
		expect(first).toEqual({
			id: 'nq21-2025-tccsd-good-or-better',
			word: 'behind',
			label: 'Chậm tiến độ',
			goal: 'NQ 21: trên 90%, hạn cuối 31/12/2025',
			remarks: [
				'Cần +8,00 điểm % mỗi năm (khoảng 9 tổ chức cơ sở đảng)',
				'nhịp hiện nay +1,00 điểm % mỗi năm',
				'theo đường thẳng, lúc này cần 86,67%',
				'với nhịp này đạt vào tháng 12/2032'
			]
		});
	});

	it('says that fewer than three points tell none', () => {
		const ground = groundOf(year('2023', 81), year('2024', 82));
		expect(paceLines(ground.facts, indicator, viewpoint)[0]?.label).toBe(
			'Chưa đủ điểm để tính tiến độ'
		);
	});

	it('is on pace where the target is reached', () => {
		const ground = groundOf(year('2022', 91), year('2023', 92), year('2024', 93));
		const [first] = paceLines(ground.facts, indicator, viewpoint);
		expect([first?.word, first?.remarks.at(-1)]).toEqual(['on-pace', 'hiện đã đạt mức này']);
	});
});
