import { describe, expect, test } from 'vitest';
import type { Question } from '#lib/ingest/question.ts';
import { layoutsToKeep, withLayouts, withoutLayout } from '#lib/state/layouts-to-keep.ts';
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

	test('keeps what a question that asks for no answer means where it is left open', () => {
		const base = { params: {}, choices: [] };
		const questions: Question[] = [
			{ ...base, key: 'blank:b1.kht', kind: 'blank', required: false },
			{ ...base, key: 'column:b1.cbtt', kind: 'column', required: false },
			{ ...base, key: 'unit:p 7', kind: 'unit', required: true }
		];
		const [layout] = layoutsToKeep([{ ...drafted, questions }], []);
		expect(layout?.answers).toEqual({ 'blank:b1.kht': 'missing', 'column:b1.cbtt': 'absent' });
	});

	test('keeps nothing of a draft that nothing was answered for, nor what is kept already', () => {
		expect(layoutsToKeep([drafted, { ...drafted, answers: { header: '4' } }], [])).toEqual([]);
		const known = layoutsToKeep([answered], []).map((layout) => ({ ...layout, name: 'cũ' }));
		expect(layoutsToKeep([answered], known)).toEqual([]);
	});
});

describe('the layouts kept', () => {
	const layout = (name: string, ...headers: string[]) => ({
		...{ template: 'B1', name, headers },
		answers: {}
	});
	const kept = [layout('một', 'a'), layout('hai', 'b')];

	test('give way to those settled for the same headers', () => {
		expect(withLayouts(kept, [layout('ba', 'a')])).toEqual([kept[1], layout('ba', 'a')]);
	});

	test('are forgotten by their headers', () => {
		expect(withoutLayout(kept, layout('tên khác', 'b'))).toEqual([kept[0]]);
	});
});
