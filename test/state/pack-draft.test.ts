import { describe, expect, test } from 'vitest';
import type { Issue } from '#lib/base/issue.ts';
import { gravest, kindsOf, packDraft } from '#lib/state/pack-draft.ts';
import { drafted } from './drafted-example.ts';

const place = { extent: { first: 5, last: 100_000 }, corrections: [] };

describe('packDraft', () => {
	test('lists no more issues than a page can take, and counts them all', () => {
		const issues = Array.from({ length: 100_000 }, (_, row): Issue => {
			return {
				severity: row % 2 ? 'error' : 'info',
				code: row % 2 ? 'not-a-number' : 'zero-in-words',
				row
			};
		});
		const packed = packDraft({ ...drafted, entries: [], issues }, place);
		expect(packed.issues).toHaveLength(2000);
		expect(packed.issues.every(({ severity }) => severity === 'error')).toBe(true);
		expect(packed.kinds).toEqual([
			{ severity: 'error', code: 'not-a-number', count: 50_000 },
			{ severity: 'info', code: 'zero-in-words', count: 50_000 }
		]);
		expect(packed.troubled).toHaveLength(49_998);
	});

	test('names the rows in trouble below the header once each, ascending', () => {
		const rows = [12, 9, 4, 12, 100];
		const issues = rows.map((row): Issue => ({ severity: 'warning', code: 'jump', row }));
		const packed = packDraft({ ...drafted, entries: [], issues }, place);
		expect([...packed.troubled]).toEqual([9, 12, 100]);
	});

	test('keeps a name that occurs in many rows once', () => {
		const match = { text: 'P 7', unit: 'MH05', by: 'fold' } as const;
		const units = [5, 6, 7].map((row) => ({ ...match, row }));
		const matches = { ...drafted.matches, units };
		const packed = packDraft({ ...drafted, entries: [], matches }, place);
		expect(packed.matches.units).toEqual([{ ...match, row: 5 }]);
	});
});

describe('gravest', () => {
	test('puts errors first and keeps the order within a severity', () => {
		const issues: Issue[] = [
			{ severity: 'info', code: 'a' },
			{ severity: 'error', code: 'b' },
			{ severity: 'warning', code: 'c' },
			{ severity: 'error', code: 'd' }
		];
		expect(gravest(issues).map(({ code }) => code)).toEqual(['b', 'd', 'c', 'a']);
		expect(kindsOf(issues).map(({ code }) => code)).toEqual(['b', 'd', 'c', 'a']);
	});
});
