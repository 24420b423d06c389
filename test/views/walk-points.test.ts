import { expect, test } from 'vitest';
import { walkedTo } from '#lib/views/walk-points.ts';

test('the first arrow leads to the start, each other one to the neighbour, none past the ends', () => {
	expect(walkedTo('ArrowLeft', { start: 3, count: 4 })).toBe(3);
	expect(walkedTo('ArrowLeft', { at: 3, start: 3, count: 4 })).toBe(2);
	expect(walkedTo('ArrowRight', { at: 2, start: 3, count: 4 })).toBe(3);
	expect(walkedTo('ArrowRight', { at: 3, start: 3, count: 4 })).toBe(3);
	expect(walkedTo('ArrowUp', { at: 0, start: 3, count: 4 })).toBe(0);
});

test('Home and End lead to the ends, and other keys nowhere', () => {
	expect(walkedTo('Home', { at: 2, start: 3, count: 4 })).toBe(0);
	expect(walkedTo('End', { at: 2, start: 3, count: 4 })).toBe(3);
	expect(walkedTo('x', { at: 2, start: 3, count: 4 })).toBeUndefined();
	expect(walkedTo('Home', { start: -1, count: 0 })).toBeUndefined();
});
