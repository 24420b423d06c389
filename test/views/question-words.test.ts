import { describe, expect, test } from 'vitest';
import { productCatalogue } from '#lib/catalogue/load-catalogue.ts';
import { createUnitTree } from '#lib/units/unit-tree.ts';
import {
	answerWords,
	choiceWords,
	type QuestionFacts,
	questionWords
} from '#lib/views/question-words.ts';

const unit = { code: 'MH05', name: 'Đảng bộ phường 7', kind: 'phường', level: 'xa' };
const tree = createUnitTree([{ ...unit, validFrom: '2020-01-01' }]);
const catalogue = productCatalogue();
const vi = { catalogue, tree, language: 'vi' } as const;
const en = { catalogue, tree, language: 'en' } as const;

const question: QuestionFacts = {
	key: 'unit:p 7',
	kind: 'unit',
	params: { text: 'P 7' },
	choices: [{ value: 'MH05', label: 'Đảng bộ phường 7', why: 'similar' }, { value: 'none' }]
};

describe('questionWords', () => {
	test('asks in the language of the view, a measure by its name', () => {
		expect(questionWords(question, vi)).toBe('“P 7” là đơn vị nào?');
		const blank = { ...question, key: 'blank:b1.kht', kind: 'blank', params: { name: 'KHT' } };
		expect(questionWords(blank, en)).toMatch(/^What does a blank cell in “.+” mean\?$/);
	});
});

describe('choiceWords', () => {
	test('gives each choice its words and its reason', () => {
		expect(choiceWords(question, vi)).toEqual([
			{ value: 'MH05', label: 'Đảng bộ phường 7', why: 'gần giống' },
			{ value: 'none', label: 'Không phải đơn vị, bỏ qua hàng này', why: '' }
		]);
	});
});

describe('answerWords', () => {
	test('says what was answered, names in place of codes', () => {
		expect(answerWords(['unit:p 7', 'MH05'], vi)).toBe('“p 7”: Đảng bộ phường 7');
		expect(answerWords(['comma', 'thousands'], en)).toBe(
			'Comma in a number: The comma parts thousands'
		);
	});
});
