import { describe, expect, it } from 'vitest';
import { arcPath, pointAt } from '#lib/views/gauge-arc.ts';

const ring = { centre: { x: 100, y: 100 }, radius: 80 };

describe('a half ring', () => {
	it('runs from the left over the top to the right', () => {
		expect(pointAt(ring, 0)).toEqual({ x: 20, y: 100 });
		expect(pointAt(ring, 0.5)).toEqual({ x: 100, y: 20 });
		expect(pointAt(ring, 1)).toEqual({ x: 180, y: 100 });
	});

	it('places what lies outside or inside of it', () => {
		expect(pointAt(ring, 0.5, 10)).toEqual({ x: 100, y: 10 });
		expect(pointAt(ring, 0.5, -10)).toEqual({ x: 100, y: 30 });
	});

	it('draws the way between two shares, and nothing between one and itself', () => {
		expect(arcPath(ring, 0, 0.5)).toBe('M20 100A80 80 0 0 1 100 20');
		expect(arcPath(ring, 0.3, 0.3)).toBe('');
	});

	it('keeps what lies beyond its ends at its ends', () => {
		expect(arcPath(ring, 0, 1.7)).toBe('M20 100A80 80 0 0 1 180 100');
	});
});
