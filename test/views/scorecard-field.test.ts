import { describe, expect, it } from 'vitest';
import { type ScorecardField, scorecardField } from '#lib/views/scorecard-field.ts';
import { indicatorOf } from './example-facts.ts';
import { cityOf, rated } from './scorecard-ground.ts';

const indicator = indicatorOf('grassroots-rated-good');
const before = (unit: string, numerator: number, denominator: number) => ({
	...rated(unit, numerator, denominator),
	period: '2023'
});
const { facts } = cityOf(
	before('Q1', 90, 100),
	rated('Q1', 91, 100),
	before('Q2', 900, 1000),
	rated('Q2', 909, 1000),
	{ ...rated('MH', 80, 100), reported: 2, expected: 3 },
	rated('KCQ', 0, 0),
	{ unit: 'P2', period: '2024', indicator: indicator.id, reported: 0 }
);

function fieldOf(...path: string[]): ScorecardField {
	return scorecardField(facts, {
		path: ['MH', ...path],
		period: '2024',
		indicator,
		language: 'vi'
	});
}

describe('a field of the scorecard', () => {
	it('has value, status, and an arrow from the effective gap on', () => {
		expect(fieldOf('Q1')).toEqual({
			text: '91,00%',
			hasValue: true,
			isFinal: true,
			isIncomplete: false,
			status: { status: 'met', word: 'Đạt', icon: 'check' },
			turn: 'up',
			words: '91,00%, Đạt, +1,00 điểm % so với năm 2023'
		});
	});

	it('says a smaller change in words alone', () => {
		const { turn, words } = fieldOf('Q2');
		expect([turn, words]).toEqual([undefined, '90,90%, Đạt, +0,90 điểm % so với năm 2023']);
	});

	it('says what is lacking, and that some have not reported', () => {
		const { isIncomplete, status, words } = fieldOf();
		expect([isIncomplete, status.status, words]).toEqual([
			true,
			'not-met',
			'80,00%, Chưa đạt, thiếu 11 tổ chức cơ sở đảng, 2/3 đơn vị đã báo cáo'
		]);
	});

	it('tells nothing reported from nothing to divide', () => {
		expect(
			[fieldOf('Q1', 'P2'), fieldOf('KCQ')].map(({ text, hasValue }) => [text, hasValue])
		).toEqual([
			['Chưa có số liệu', false],
			['Không áp dụng', false]
		]);
	});
});
