import { describe, expect, test } from 'vitest';
import type { FigureHistory, Trail, TrailFigure } from '#lib/base/trail.ts';
import { productCatalogue } from '#lib/catalogue/load-catalogue.ts';
import { createUnitTree } from '#lib/units/unit-tree.ts';
import { historyLines, valueOnDay } from '#lib/views/trail-history.ts';
import { trailRows, trailText } from '#lib/views/trail-rows.ts';
import { trailSums } from '#lib/views/trail-sums.ts';

const unit = (code: string, name: string, parent?: string) => ({
	...{ code, name, parent, kind: 'Phường', level: 'xa', validFrom: '2020-01-01' }
});
const tree = createUnitTree([
	unit('MH', 'Thành phố'),
	unit('A', 'Phường A', 'MH'),
	unit('B', 'Phường B', 'MH')
]);
const submissions = [
	{ id: '000001-aa', sequence: 1, file: 'B1.csv', at: '2026-01-05T02:00:00Z', state: 'official' },
	{
		id: '000002-bb',
		sequence: 2,
		file: 'B1-sua.xlsx',
		sheet: 'Quý IV',
		at: '2026-01-31T17:30:00Z',
		note: 'sửa phường B',
		state: 'provisional'
	}
] as const;
const wording = {
	catalogue: productCatalogue(),
	tree,
	submissions,
	day: '2025-12-31',
	language: 'vi' as const
};

function figure(code: string, value: bigint, more: Partial<TrailFigure> = {}): TrailFigure {
	const cells = [{ row: 4, column: 8, value }];
	return { unit: code, via: code, period: '2025-Q4', value, sequence: 1, cells, ...more };
}

const trail: Trail = {
	numerator: [
		{
			measure: 'b1.xs',
			sum: 7n,
			figures: [figure('A', 4n), figure('B', 10n, { part: 3n, sequence: 2 })],
			setAside: [{ ...figure('MH', 9n), below: 14n }]
		},
		{ measure: 'b1.tot', sum: 20n, figures: [figure('A', 20n)], setAside: [] }
	],
	denominator: [{ measure: 'b1.xl', sum: 30n, figures: [figure('MH', 30n)], setAside: [] }],
	missing: [{ unit: 'B', isPartial: true }]
};

describe('trailSums', () => {
	const sums = trailSums(trail, 'MH', wording);

	test('says the calculation with every measure, and who is missing', () => {
		expect([sums.equation, sums.missing]).toEqual([
			'(7 + 20) ÷ 30 = 27 ÷ 30',
			'Còn 1 đơn vị chưa nộp đủ: Phường B (mới nộp một phần)'
		]);
	});

	test('names the submission once where all figures come from it', () => {
		expect(sums.numerator.map(({ shared }) => shared?.submission)).toEqual([
			undefined,
			'Lượt nộp 000001-aa, 05/01/2026 09:00'
		]);
	});

	test('tells what of a figure counts, in which cell of which sheet it stands', () => {
		const [, row] = sums.numerator[0]!.rows;
		expect(row).toEqual({
			unit: 'B',
			name: 'Phường B',
			isOwn: false,
			value: '3',
			sources: [
				{
					id: 'B 2025-Q4 2 H4',
					code: 'B',
					unit: 'Phường B',
					periodName: 'Quý IV/2025',
					value: '3',
					remark: 'tính 3 trong 10',
					file: 'B1-sua.xlsx',
					sheet: 'trang tính “Quý IV”',
					cells: [{ address: 'H4', place: 'hàng 4, cột H', value: '10' }],
					submission: 'Lượt nộp 000002-bb, 01/02/2026 00:30',
					state: 'Tạm tính',
					isProvisional: true,
					note: 'sửa phường B'
				}
			]
		});
	});

	test('says by how much a figure set aside differs from what counts in its place', () => {
		expect(sums.numerator[0]!.aside.map(({ words }) => words)).toEqual([
			'cấp dưới cộng lại 14, chênh 5'
		]);
	});

	test('is told as text, line by line', () => {
		expect(trailText('Chỉ tiêu', sums, wording).split('\n').slice(0, 3)).toEqual([
			'Chỉ tiêu',
			'Tử số: Tổ chức cơ sở đảng hoàn thành xuất sắc nhiệm vụ = 7',
			'  Phường A: 4 (B1.csv H4)'
		]);
	});
});

describe('trailRows', () => {
	test('gives a column of what counts that adds up to the sums', () => {
		const [heads, ...rows] = trailRows(trail, wording);
		const place = heads!.indexOf('Tính vào tổng');
		expect(rows.map((row) => row[place])).toEqual(['4', '3', '20', '30']);
	});
});

const history: FigureHistory = {
	steps: [
		{ sequence: 1, numerator: 20n, denominator: 30n, isOwn: true },
		{ sequence: 2, numerator: 27n, denominator: 30n, isOwn: true }
	],
	omitted: 0
};

describe('historyLines', () => {
	test('tells value and change after each submission, the newest first', () => {
		const lines = historyLines(history, { submissions, isRatio: true, language: 'vi' });
		expect(lines.map(({ time, file, value, change }) => [time, file, value, change])).toEqual([
			['01/02/2026 00:30', 'B1-sua.xlsx', '90,00% (27/30)', 'tử số +7, mẫu số ±0'],
			['05/01/2026 09:00', 'B1.csv', '66,67% (20/30)', 'lần đầu có số liệu']
		]);
	});
});

describe('valueOnDay', () => {
	const on = (day: string): string =>
		valueOnDay(history, day, { submissions, isRatio: true, language: 'vi' });

	test('counts days in Viet Nam: what came at half past midnight is not of the day before', () => {
		expect([on('2026-01-04'), on('2026-01-31'), on('2026-02-01')]).toEqual([
			'Cuối ngày 04/01/2026: Chưa có số liệu',
			'Cuối ngày 31/01/2026: 66,67% (20/30)',
			'Cuối ngày 01/02/2026: 90,00% (27/30)'
		]);
	});
});
