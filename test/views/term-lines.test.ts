import { describe, expect, it } from 'vitest';
import { termLines } from '#lib/views/term-lines.ts';
import { indicatorOf } from './example-facts.ts';
import { groundOf, rated } from './example-ground.ts';

const indicator = indicatorOf('grassroots-rated-good');
const ground = groundOf(
	rated('MH', '2022', { numerator: 85, denominator: 100 }),
	rated('MH', '2023', { numerator: 90, denominator: 100 }),
	rated('MH', '2024', { numerator: 95, denominator: 100 })
);

describe('a target over its term', () => {
	it('shows how each of its years stands, and in how many it was met', () => {
		const lines = termLines(ground, indicator, { path: ['MH'], period: '2024', language: 'vi' });
		expect(
			lines.map(({ goal, sentence, years }) => [
				goal,
				sentence,
				years.map(({ period, status }) => `${period} ${status?.word ?? '–'}`)
			])
		).toEqual([
			[
				'NQ 21: trên 90%',
				'Giai đoạn 2022–2025: đạt 1/3 năm đã đánh giá.',
				['2022 Chưa đạt', '2023 Chưa đạt', '2024 Đạt', '2025 –']
			],
			[
				'Đà Nẵng: từ 90%',
				'Giai đoạn 2022–2025: đạt 2/3 năm đã đánh giá.',
				['2022 Chưa đạt', '2023 Đạt', '2024 Đạt', '2025 –']
			]
		]);
	});

	it('is not shown outside its years', () => {
		const before = { path: ['MH'], period: '2021', language: 'vi' as const };
		expect(termLines(ground, indicator, before)).toEqual([]);
	});
});
