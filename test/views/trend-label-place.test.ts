import { describe, expect, it } from 'vitest';
import { placeLabels } from '#lib/views/trend-label-place.ts';

const line = { left: 0, right: 600, label: 'NQ 21: trên 90%' };
const at = (x: number, y: number) => ({ x, y, label: 'top' as const });

describe('the labels of targets', () => {
	it('stand at the start of their line, above it, where nothing is in the way', () => {
		const points = [at(100, 180), at(500, 180)];
		expect(placeLabels([{ ...line, y: 100 }], { width: 600, height: 200, points })).toEqual([
			'insideStartTop'
		]);
	});

	it('keep off the points and their values', () => {
		const points = [at(60, 90), at(300, 190), at(540, 190)];
		expect(placeLabels([{ ...line, y: 100 }], { width: 600, height: 200, points })).toEqual([
			'insideEndTop'
		]);
	});

	it('keep off one another and inside the plot', () => {
		const lines = [
			{ ...line, y: 4 },
			{ ...line, y: 24 }
		];
		const places = placeLabels(lines, { width: 600, height: 200, points: [] });
		expect(places).toEqual(['insideStartBottom', 'insideEndTop']);
	});
});
