import { describe, expect, test } from 'vitest';
import { layoutsToKeep } from '#lib/state/layouts-to-keep.ts';
import { drafted } from './drafted-example.ts';

const answered = { ...drafted, sheet: 'B1', answers: { 'unit:p 7': 'MH05', header: '4' } };

describe('layoutsToKeep', () => {
	test('keeps the answers that hold for the next file too', () => {
		expect(layoutsToKeep([answered], [])).toEqual([
			{
				template: 'B1',
				name: 'B1.csv › B1',
				headers: ['don vi', 'tong so'],
				answers: { 'unit:p 7': 'MH05' }
			}
		]);
	});

	test('keeps nothing of a draft that nothing was answered for, nor what is kept already', () => {
		expect(layoutsToKeep([drafted, { ...drafted, answers: { header: '4' } }], [])).toEqual([]);
		const known = layoutsToKeep([answered], []).map((layout) => ({ ...layout, name: 'cũ' }));
		expect(layoutsToKeep([answered], known)).toEqual([]);
	});
});
