import { describe, expect, test } from 'vitest';
import { advance, NO_CHOICES } from '#lib/state/choice-history.ts';
import type { Drafted } from '#lib/state/drafted.ts';
import {
	type ImportItem,
	isReading,
	isSame,
	isTaken,
	newItem,
	obstacleTo,
	withReading
} from '#lib/state/import-item.ts';
import type { Submission } from '#lib/store/submission.ts';
import { drafted } from './drafted-example.ts';

const file = new File(['x'], 'B1.csv');

function itemWith(...drafts: Drafted[]): ImportItem {
	return withReading(newItem(1, file), { kind: 'sheets', drafts, hidden: [] }, 1);
}

function obstacleOf(draft: Drafted, item = itemWith(draft)): ReturnType<typeof obstacleTo> {
	return obstacleTo(draft, { item, isTwice: false });
}

describe('obstacleTo', () => {
	test('is none for a sheet with figures and without errors', () => {
		expect(obstacleOf(drafted)).toBeUndefined();
	});

	test('is an error, however many rows are in order', () => {
		const kinds = [{ severity: 'error' as const, code: 'not-a-number', count: 1 }];
		expect(obstacleOf({ ...drafted, kinds })).toBe('errors');
	});

	test('is the period alone where nothing else is wrong', () => {
		const kinds = [{ severity: 'error' as const, code: 'no-period', count: 1 }];
		expect(obstacleOf({ ...drafted, kinds })).toBe('no-period');
	});

	test('is a required question before the errors that its answer may lift', () => {
		const question = { key: 'unit:p 7', kind: 'unit', params: {}, choices: [] } as const;
		const kinds = [{ severity: 'error' as const, code: 'unknown-unit', count: 1 }];
		const asking: Drafted = {
			...drafted,
			kinds,
			questions: [{ ...question, choices: [], required: true }]
		};
		expect(obstacleOf(asking)).toBe('questions');
	});

	test('is a warning without a reason, until one is given', () => {
		const kinds = [{ severity: 'warning' as const, code: 'jump', count: 3 }];
		const draft = { ...drafted, kinds };
		expect(obstacleOf(draft)).toBe('no-reasons');
		const reasons = { jump: 'đã đối chiếu' };
		expect(obstacleOf(draft, { ...itemWith(draft), reasons })).toBeUndefined();
		expect(obstacleOf(draft, { ...itemWith(draft), reasons: { jump: ' ' } })).toBe('no-reasons');
	});

	test('is a sheet that was not recognised, or one without figures', () => {
		expect(obstacleOf({ ...drafted, template: undefined })).toBe('no-template');
		expect(obstacleOf({ ...drafted, figures: 0 })).toBe('no-figures');
	});

	test('is the same file, in force already or in the list before', () => {
		const same = { id: '000001-aaaaaaaa' } as Submission;
		const item = itemWith(drafted);
		expect(obstacleTo(drafted, { item, same, isTwice: false })).toBe('already-in-force');
		expect(obstacleTo(drafted, { item, isTwice: true })).toBe('twice');
	});
});

describe('isTaken', () => {
	const cover: Drafted = { ...drafted, sheet: 'Bìa', template: undefined };
	const table: Drafted = { ...drafted, sheet: 'B1' };

	test('leaves out a sheet without a table where another has one', () => {
		const item = itemWith(cover, table);
		expect([isTaken(item, cover), isTaken(item, table)]).toEqual([false, true]);
	});

	test('takes what has no table where nothing has one', () => {
		expect(isTaken(itemWith(cover), cover)).toBe(true);
	});

	test('follows what the analyst says', () => {
		const item = { ...itemWith(cover, table), taken: { 'B1#1': false } };
		expect(isTaken(item, table)).toBe(false);
	});
});

describe('isSame', () => {
	const corrections = [{ row: 9, column: 12, before: 'ba', text: '3' }];
	const submission = { ...drafted, id: '1', corrections } as unknown as Submission;

	test('knows the same bytes again while nothing is said about them', () => {
		expect(isSame(submission, { draft: drafted, says: false })).toBe(true);
		const other = { ...drafted, sha256: 'b'.repeat(64) };
		expect(isSame(submission, { draft: other, says: false })).toBe(false);
	});

	test('is another submission once something else is said about the bytes', () => {
		expect(isSame(submission, { draft: drafted, says: true })).toBe(false);
		expect(isSame(submission, { draft: { ...drafted, corrections }, says: true })).toBe(true);
	});
});

describe('withReading', () => {
	test('keeps what was asked before, so that an answer can be changed', () => {
		const question = {
			...{ key: 'comma', kind: 'comma' as const, params: {}, choices: [], required: true }
		};
		const first = itemWith({ ...drafted, questions: [question] });
		const reading = { kind: 'sheets' as const, drafts: [drafted], hidden: [] };
		expect(withReading(first, reading, 1).asked).toEqual({ '#1': [question] });
	});

	test('is still reading while something newer was said', () => {
		const said = { ...newItem(1, file), choices: advance(NO_CHOICES, {}), version: 2 };
		const reading = { kind: 'sheets' as const, drafts: [drafted], hidden: [] };
		expect(isReading(withReading(said, reading, 1))).toBe(true);
		expect(isReading(withReading(said, reading, 2))).toBe(false);
	});
});
