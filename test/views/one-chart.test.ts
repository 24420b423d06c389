import { expect, it } from 'vitest';
import { readTraceCode } from '#lib/base/trace-code.ts';
import { comparisonToTake } from '#lib/views/one-chart-compare.ts';
import { changeToTake } from '#lib/views/one-chart-change.ts';
import { heatToTake } from '#lib/views/one-chart-heat.ts';
import { multiplesToTake } from '#lib/views/one-chart-multiples.ts';
import { partsToTake } from '#lib/views/one-chart-parts.ts';
import { rankingToTake } from '#lib/views/one-chart-ranking.ts';
import { standingToTake } from '#lib/views/one-chart-standing.ts';
import { trendToTake } from '#lib/views/one-chart-trend.ts';
import type { ReportTable } from '#lib/views/report.ts';
import type { Figure } from './example-facts.ts';
import { rated } from './example-ground.ts';
import { takeGround } from './take-example.ts';

const FIGURES: Figure[] = [
	rated('MH', '2023', { numerator: 80, denominator: 100 }),
	rated('Q1', '2023', { numerator: 30, denominator: 40 }),
	rated('Q2', '2023', { numerator: 50, denominator: 60 }),
	rated('MH', '2024', { numerator: 8996, denominator: 10_000, reported: 2, expected: 3 }),
	rated('Q1', '2024', { numerator: 3000, denominator: 3500 }),
	rated('Q2', '2024', { numerator: 5996, denominator: 6500 })
];

it('stands in a frame of title, unit and period, targets, state, source and code', () => {
	const { drawing: _, shown: __, full: ___, trace, ...frame } = standingToTake(takeGround(FIGURES));
	expect(frame).toEqual({
		language: 'vi',
		title: 'Tổ chức cơ sở đảng được xếp loại từ hoàn thành tốt nhiệm vụ trở lên',
		scope: 'Kết quả · Thành phố · năm 2024',
		targets: expect.stringMatching(/^Chỉ tiêu: trên 90% \(21-NQ\/TW, .*\)\.$/) as string,
		state: 'Số liệu: 2/3 đơn vị đã báo cáo.',
		source: 'Nguồn: 2 lượt nộp của năm 2024, mới nhất ngày 05/01/2025. 1 lượt nộp là số tạm tính.',
		letters: { shown: '', full: '' },
		name: expect.stringMatching(/ - Kết quả - Thành phố - 2024$/) as string
	});
	expect(readTraceCode(trace ?? '')).toMatchObject({ period: '2024', sequence: 2 });
});

it('prints a value beside its target as the screen does, and carries the number nearest to the exact one', () => {
	const { drawing, shown } = standingToTake(takeGround(FIGURES));
	expect(drawing).toMatchObject({
		kind: 'bullets',
		series: [
			{ role: 'value', values: [0.8996], labels: ['89,96%'], statuses: ['not-met'] },
			{ role: 'target', values: [0.9], labels: ['trên 90%'] }
		]
	});
	expect(textsOf(shown)).toEqual([
		['Thành phố', '89,96%', '8.996', '10.000', 'Chưa đạt', '5', expect.any(String) as string]
	]);
});

it('sets units against years with value and verdict, in the picture as in the table', () => {
	const { drawing, shown } = heatToTake(takeGround(FIGURES));
	expect(drawing).toMatchObject({
		kind: 'heat-grid',
		years: ['2023', '2024'],
		rows: [
			{ name: 'Thành phố', cells: [{ text: '80,00%' }, { text: '89,96%', status: 'not-met' }] },
			{ name: 'Quận 1' },
			{ name: 'Quận 2' },
			{},
			{}
		]
	});
	expect(textsOf(shown)[0]).toEqual(['Thành phố', '80,00%', '89,96%']);
});

it('ranks units as the screen does, the worst first and those without a value last', () => {
	const { drawing, shown } = rankingToTake(takeGround(FIGURES), { order: 'value', scope: 'below' });
	expect(drawing).toMatchObject({
		categories: ['Quận 1', 'Quận 2', 'Quận 10', 'Khối cơ quan'],
		series: [{ values: [3000 / 3500, 5996 / 6500, null, null] }, {}]
	});
	expect(shown.rows).toHaveLength(4);
});

it('holds in full every period of every unit of the chart, a row each, with a code where there are figures', () => {
	const { full } = rankingToTake(takeGround(FIGURES), { order: 'value', scope: 'below' });
	expect(full.columns.map(({ title }) => title)).toEqual([
		...['Chỉ tiêu', 'Mã đơn vị', 'Đơn vị', 'Kỳ', 'Tử số', 'Mẫu số', 'Tỷ lệ', 'Mức chỉ tiêu'],
		...['Văn bản', 'Đánh giá', 'Còn thiếu', 'Đơn vị đã báo cáo', 'Đơn vị phải báo cáo'],
		...['Số liệu của kỳ', 'Mã truy vết']
	]);
	expect(full.rows).toHaveLength(10);
	const numbers = full.rows
		.filter(({ cells }) => cells[4]?.number)
		.map(({ cells }) => [cells[1]?.text, cells[3]?.text, cells[4]?.number?.value]);
	expect(numbers).toEqual([
		['MH', '2023', 80],
		['MH', '2024', 8996],
		['Q1', '2023', 30],
		['Q1', '2024', 3000],
		['Q2', '2023', 50],
		['Q2', '2024', 5996]
	]);
});

it('takes the trend with its targets, and a shortfall and a change with their parts', () => {
	const ground = takeGround(FIGURES);
	const trend = trendToTake(ground, { grain: 'year', withPeers: false });
	expect(trend.drawing).toMatchObject({ kind: 'line', categories: ['2023', '2024'] });
	expect(textsOf(trend.shown)).toEqual([
		['Năm 2023', '80,00%', '80', '100', 'Chưa đạt'],
		['Năm 2024', '89,96%', '8.996', '10.000', 'Chưa đạt']
	]);
	const parts = partsToTake(ground);
	expect(parts?.drawing).toMatchObject({ kind: 'bars', categories: ['Quận 1'] });
	const change = changeToTake(ground, '2023');
	expect(change?.scope).toBe('Vì sao thay đổi so với năm 2023 · Thành phố · năm 2024');
	expect(change?.shown.rows).toHaveLength(2);
	const small = multiplesToTake(ground, { grain: 'year', order: 'name' });
	expect(small?.drawing).toMatchObject({ kind: 'small-trends', ends: ['2023', '2024'] });
	expect(small && textsOf(small.shown)[0]).toEqual(['Khối cơ quan', '–', '–']);
});

it('withholds small marked counts from picture, tables and code, and offers no chart that tells them', () => {
	const indicator = 'discipline-member';
	const cases = (unit: string, period: string, numerator: number, denominator: number): Figure => ({
		...{ unit, period, indicator, numerator, denominator }
	});
	const figures = [
		cases('MH', '2023', 60, 80),
		cases('Q1', '2023', 30, 40),
		cases('Q2', '2023', 30, 40),
		cases('MH', '2024', 52, 70),
		cases('Q1', '2024', 2, 4),
		cases('Q2', '2024', 20, 26),
		cases('KCQ', '2024', 30, 40)
	];
	const ground = takeGround(figures, { indicator });
	const { drawing, shown, full, letters } = rankingToTake(ground, {
		order: 'value',
		scope: 'below'
	});
	expect(drawing).toMatchObject({
		categories: ['Khối cơ quan', 'Quận 10', 'Quận 1 [c]', 'Quận 2 [c]'],
		series: [{ values: [0.75, null, null, null] }, {}]
	});
	expect(textsOf(shown).at(-2)?.slice(0, -1)).toEqual([
		...['Quận 1', '[c]', '< 5 [c]', '< 5 [c]', '[c]', '[c]']
	]);
	expect(letters.shown).toMatch(/\[c\] được che: số nhỏ hơn 5/);
	expect(JSON.stringify(full.rows.filter(({ cells }) => cells[3]?.text === '2024'))).not.toMatch(
		/"value":(?:2|4|20|26),"unit":"count"/
	);
	expect(partsToTake(ground)).toBeUndefined();
	expect(changeToTake(ground, '2023')).toBeUndefined();
	const open = rankingToTake({ ...ground, guards: false }, { order: 'value', scope: 'below' });
	expect(open.letters.shown).toBe('');
});

function textsOf({ rows }: ReportTable): string[][] {
	return rows.map(({ cells }) => cells.map(({ text }) => text));
}

it('sets what is compared side by side at each indicator, with value, verdict and every figure', () => {
	const { indicator, ...ground } = takeGround(FIGURES);
	const sides = [
		{ unit: 'Q1', period: '2024' as const, name: 'Quận 1' },
		{ unit: 'Q2', period: '2024' as const, name: 'Quận 2' }
	];
	const taken = comparisonToTake(ground, { sides, indicators: [indicator] });
	expect(taken).toMatchObject({
		title: 'So sánh: Quận 1, Quận 2',
		scope: 'năm 2024',
		source: 'Nguồn: 2 lượt nộp của năm 2024, mới nhất ngày 05/01/2025. 1 lượt nộp là số tạm tính.',
		name: 'So sánh - năm 2024',
		drawing: {
			kind: 'heat-grid',
			rowsAre: 'indicators',
			years: ['Quận 1', 'Quận 2'],
			rows: [{ cells: [{ text: '85,71%' }, { text: '92,25%' }] }]
		}
	});
	expect(textsOf(taken.shown)[0]?.slice(1)).toEqual(['85,71%', 'Chưa đạt', '92,25%', 'Đạt']);
	expect(taken.full.rows).toHaveLength(4);
});
