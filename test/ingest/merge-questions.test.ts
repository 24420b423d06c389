import { describe, expect, it } from 'vitest';
import { mergeQuestions } from '#lib/ingest/merge-questions.ts';
import type { Question } from '#lib/ingest/question.ts';

const ofUnit: Question = { key: 'unit:a', kind: 'unit', params: {}, choices: [], required: true };
const ofBody: Question = { ...ofUnit, key: 'body', kind: 'body' };

describe('mergeQuestions', () => {
	it('asks once a key, where it came up first, and counts the rows', () => {
		const questions = [
			{ ...ofUnit, row: 4 },
			ofBody,
			{ ...ofUnit, row: 7 },
			{ ...ofUnit, row: 9, rows: 2 }
		];
		expect(mergeQuestions(questions)).toEqual([{ ...ofUnit, row: 4, rows: 4 }, ofBody]);
	});
});
