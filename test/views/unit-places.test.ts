import { describe, expect, it } from 'vitest';
import { createUnitTree } from '#lib/units/unit-tree.ts';
import { peersOf } from '#lib/views/unit-peers.ts';
import { unitPlaces, type PlacesQuestion } from '#lib/views/unit-places.ts';
import { factsOf, type Figure } from './example-facts.ts';

const ward = { kind: 'Phường', level: 'xa', validFrom: '2020-01-01' };
const TREE = createUnitTree([
	{ ...ward, code: 'C', name: 'Thành phố', kind: 'Thành phố', level: 'tinh' },
	{ ...ward, code: 'D1', name: 'Quận Đông', kind: 'Quận', level: 'huyen', parent: 'C' },
	{ ...ward, code: 'D2', name: 'Quận Tây', kind: 'Quận', level: 'huyen', parent: 'C' },
	{ ...ward, code: 'A', name: 'Phường A', parent: 'D1' },
	{ ...ward, code: 'B', name: 'Phường B', parent: 'D1' },
	{ ...ward, code: 'E', name: 'Phường E', parent: 'D1' },
	{ ...ward, code: 'X', name: 'Xã X', kind: 'Xã', parent: 'D1' },
	{ ...ward, code: 'F', name: 'Phường F', parent: 'D2' }
]);

const figure = (
	unit: string,
	indicator: string,
	numerator: number,
	denominator: number
): Figure => ({
	...{ unit, indicator, numerator, denominator, period: '2025' }
});

const GOOD = 'grassroots-rated-good';
const ADMITTED = 'admission-rate';

const placesOf = (figures: Figure[], question: Partial<PlacesQuestion> = {}) =>
	unitPlaces(
		{ facts: factsOf(...figures), tree: TREE },
		{
			...{ path: ['C', 'D1', 'A'], period: '2025', language: 'vi' },
			...{ scope: 'siblings', shown: 'all', ...question }
		}
	);

describe('the peers of a unit', () => {
	const ground = { facts: factsOf(figure('C', GOOD, 1, 1)), tree: TREE };
	const codesOf = (unit: string, scope: 'siblings' | 'all') =>
		peersOf(ground, { unit, period: '2025', scope }).map(({ code }) => code);

	it('are those of its kind below the same unit, or in the whole organisation', () => {
		expect(codesOf('A', 'siblings')).toEqual(['B', 'E']);
		expect(codesOf('A', 'all')).toEqual(['B', 'E', 'F']);
		expect(codesOf('X', 'all')).toEqual([]);
		expect(codesOf('C', 'all')).toEqual([]);
	});
});

describe('the place of a unit among its peers', () => {
	it('counts from the best, beside the mean that is a sum over a sum', () => {
		const { rows, peers, sentence } = placesOf([
			figure('A', GOOD, 92, 100),
			figure('B', GOOD, 95, 100),
			figure('E', GOOD, 400, 500),
			figure('F', GOOD, 1, 1)
		]);
		expect(peers).toBe('So với phường cùng trực thuộc Quận Đông: 3 đơn vị, tính cả đơn vị này.');
		expect(sentence).toBe(
			'Trong 1 chỉ tiêu: đứng đầu ở 0, đứng cuối ở 0, tốt hơn trung bình của các đơn vị kia ở 1.'
		);
		// (95 + 400) ÷ (100 + 500) = 82,50 %, not the mean of 95 and 80.
		expect(rows.map(({ place, of, value, mean }) => ({ place, of, value, mean }))).toEqual([
			{
				...{ place: 2, of: 3, value: '92,00%' },
				mean: { text: '82,50%', difference: '+9,50 điểm %', beside: 'better' }
			}
		]);
	});

	it('is shared by units that stand alike', () => {
		const alike = [figure('A', GOOD, 9, 10), figure('B', GOOD, 90, 100), figure('E', GOOD, 1, 2)];
		expect(placesOf(alike).rows[0]?.place).toBe(1);
		const last = [figure('A', GOOD, 1, 2), figure('B', GOOD, 50, 100), figure('E', GOOD, 9, 10)];
		const { rows, sentence } = placesOf(last);
		expect([rows[0]?.place, rows[0]?.of]).toEqual([2, 3]);
		expect(sentence).toContain('đứng cuối ở 1');
	});

	it('tells the units without figures apart', () => {
		const { rows } = placesOf([figure('A', GOOD, 9, 10), figure('B', GOOD, 8, 10)]);
		expect(rows[0]).toMatchObject({ place: 1, of: 2, without: '1 đơn vị chưa có số liệu' });
	});

	it('is better inside a band than above it', () => {
		const { rows } = placesOf([
			figure('A', ADMITTED, 35, 1000),
			figure('B', ADMITTED, 90, 1000),
			figure('E', ADMITTED, 10, 1000)
		]);
		expect(rows[0]?.place).toBe(1);
	});

	it('puts the target on the axis of the values', () => {
		const { rows } = placesOf([figure('A', GOOD, 80, 100), figure('B', GOOD, 70, 100)]);
		const { from, to, self, peers, target, words } = rows[0]!.strip;
		expect([from, to]).toEqual(['70,00%', '90,00%']);
		expect([peers[0], self, target].map((at) => at?.toFixed(2))).toEqual(['0.04', '0.50', '0.96']);
		expect(words).toBe('80,00%, hạng 1/2; thấp nhất 70,00%, cao nhất 80,00%');
	});

	it('shows the headline indicators alone unless all are asked for, then the weakest first', () => {
		const figures = [
			figure('A', GOOD, 9, 10),
			figure('B', GOOD, 8, 10),
			figure('A', ADMITTED, 35, 1000),
			figure('B', ADMITTED, 90, 1000),
			figure('A', 'members-rated-good', 1, 10),
			figure('B', 'members-rated-good', 9, 10)
		];
		const ids = (shown: 'headline' | 'all') =>
			placesOf(figures, { shown }).rows.map(({ indicator }) => indicator);
		expect(ids('headline')).toEqual([GOOD]);
		expect(ids('all')).toEqual([GOOD, 'members-rated-good', ADMITTED]);
	});

	it('is none for a unit without peers, and without a value', () => {
		expect(placesOf([figure('C', GOOD, 9, 10)], { path: ['C'] })).toEqual({ rows: [] });
		expect(placesOf([figure('B', GOOD, 9, 10)]).rows).toEqual([]);
	});
});
