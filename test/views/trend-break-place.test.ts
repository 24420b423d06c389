import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeBreaks } from '#lib/views/trend-break-place.ts';

describe('the words at breaks', () => {
	it('stand in one row where there is room', () => {
		const labels = [
			{ share: 0.25, label: 'Sáp nhập 01/07/2025' },
			{ share: 0.75, label: 'Chia tách 01/07/2027' }
		];
		expect(placeBreaks(labels, 600)).toEqual([
			{ row: 0, align: 'center' },
			{ row: 0, align: 'center' }
		]);
	});

	it('stand above one another at one break, and within the plot at its edge', () => {
		const labels = [
			{ share: 0.9, label: 'Sáp nhập 01/07/2025' },
			{ share: 0.9, label: 'Xếp loại theo QĐ 366 30/08/2025' }
		];
		expect(placeBreaks(labels, 400)).toEqual([
			{ row: 0, align: 'right' },
			{ row: 1, align: 'right' }
		]);
	});

	it('never share a row where they stand at one place', () => {
		const label = fc.record({ share: fc.constant(0.5), label: fc.string({ minLength: 1 }) });
		fc.assert(
			fc.property(fc.array(label, { maxLength: 6 }), (labels) => {
				const rows = placeBreaks(labels, 500).map(({ row }) => row);
				expect(new Set(rows).size).toBe(labels.length);
			})
		);
	});
});
