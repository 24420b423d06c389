import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rowWindow } from '#lib/views/row-window.ts';

test('the rows in sight are those between the edges of the frame, and some around them', () => {
	const frame = { rows: 3435, rowHeight: 44, frameHeight: 600, overscan: 10 };
	expect(rowWindow({ ...frame, scrollTop: 0 })).toEqual({ start: 0, end: 24 });
	expect(rowWindow({ ...frame, scrollTop: 4400 })).toEqual({ start: 90, end: 124 });
	expect(rowWindow({ ...frame, scrollTop: 150_540 })).toEqual({ start: 3411, end: 3435 });
});

test('every row in sight is among them, wherever the frame stands', () => {
	const sizes = fc.record({
		rows: fc.nat(5000),
		rowHeight: fc.integer({ min: 20, max: 120 }),
		scrollTop: fc.nat(400_000),
		frameHeight: fc.nat(2000),
		overscan: fc.nat(20)
	});
	fc.assert(
		fc.property(sizes, (frame) => {
			const { start, end } = rowWindow(frame);
			expect(start).toBeGreaterThanOrEqual(0);
			expect(end).toBeLessThanOrEqual(frame.rows);
			expect(start).toBeLessThanOrEqual(end);
			for (let row = 0; row < frame.rows; row += 7) {
				const top = row * frame.rowHeight;
				const isInSight =
					top < frame.scrollTop + frame.frameHeight && top + frame.rowHeight > frame.scrollTop;
				if (isInSight) expect(row >= start && row < end).toBe(true);
			}
		})
	);
});
