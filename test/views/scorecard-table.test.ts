import { expect, it } from 'vitest';
import { scorecardColumns } from '#lib/views/scorecard-columns.ts';
import { dataTable, readableTable } from '#lib/views/scorecard-table.ts';
import { cityOf, rated, unitsOf } from './scorecard-ground.ts';

const ground = cityOf(rated('MH', 122, 132), rated('Q1', 85, 100));
const shown = {
	units: unitsOf(ground, 'children').slice(0, 3),
	columns: scorecardColumns(ground.facts, {
		...{ path: ['MH'], period: '2024', language: 'vi' }
	}).slice(0, 1),
	period: '2024',
	language: 'vi'
} as const;

it('a scorecard to be read has value and status in one cell', () => {
	expect(readableTable(ground.facts, shown)).toEqual([
		['Đơn vị', 'TCCSĐ hoàn thành tốt trở lên (trên 90%)'],
		['Thành phố', '92,42% (Đạt)'],
		['Quận Nhất', '85,00% (Chưa đạt)'],
		['Khối cơ quan', 'Chưa có số liệu']
	]);
});

it('a scorecard as data has codes, the counts as whole numbers, and nothing where nothing is', () => {
	const head = 'TCCSĐ hoàn thành tốt trở lên (trên 90%)';
	expect(dataTable(ground.facts, shown)).toEqual([
		[
			...['Mã đơn vị', 'Đơn vị'],
			...[`${head} – giá trị`, `${head} – tử số`, `${head} – mẫu số`, `${head} – đánh giá`]
		],
		['MH', 'Thành phố', '92,42%', '122', '132', 'Đạt'],
		['Q1', 'Quận Nhất', '85,00%', '85', '100', 'Chưa đạt'],
		['KCQ', 'Khối cơ quan', '', '', '', 'Chưa có số liệu']
	]);
});
