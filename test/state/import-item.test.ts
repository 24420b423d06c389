import { describe, expect, test } from 'vitest';
import type { Drafted } from '#lib/state/drafted.ts';
import { obstacleTo } from '#lib/state/import-item.ts';
import type { Submission } from '#lib/store/submission.ts';

const draft: Drafted = {
	file: 'B1.csv',
	sha256: 'a'.repeat(64),
	template: 'B1',
	periods: ['2024-Q4'],
	rows: { read: 5, accepted: 5, rejected: 0 },
	totals: { 'b1.xl': 132n },
	issues: [{ severity: 'warning', code: 'percentage-differs' }],
	questions: [],
	answers: {},
	matches: { headers: [], columns: [], units: [], totals: [] },
	figures: 50,
	content: new Uint8Array()
};

describe('obstacleTo', () => {
	test('is none for a sheet with figures and without errors', () => {
		expect(obstacleTo(draft, { isTwice: false })).toBeUndefined();
	});

	test('is an error, however many rows are in order', () => {
		const broken: Drafted = { ...draft, issues: [{ severity: 'error', code: 'not-a-number' }] };
		expect(obstacleTo(broken, { isTwice: false })).toBe('errors');
	});

	test('is the period alone where nothing else is wrong', () => {
		const unnamed: Drafted = { ...draft, issues: [{ severity: 'error', code: 'no-period' }] };
		expect(obstacleTo(unnamed, { isTwice: false })).toBe('no-period');
	});

	test('is a sheet that was not recognised, or one without figures', () => {
		expect(obstacleTo({ ...draft, template: undefined }, { isTwice: false })).toBe('no-template');
		expect(obstacleTo({ ...draft, figures: 0 }, { isTwice: false })).toBe('no-figures');
	});

	test('is the same file, in force already or in the list before', () => {
		const same = { id: '000001-aaaaaaaa' } as Submission;
		expect(obstacleTo(draft, { same, isTwice: false })).toBe('already-in-force');
		expect(obstacleTo(draft, { isTwice: true })).toBe('twice');
	});
});
