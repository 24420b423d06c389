import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
	parseReportingChoice,
	type ReportingChoice,
	withReportingChoice
} from '#lib/state/reporting-url.ts';

test('a choice comes back from its link as it was, and leaves the rest of the link alone', () => {
	const choices = fc.record<ReportingChoice, never>(
		{
			template: fc.constantFrom('B1', 'B7'),
			since: fc.integer({ min: 2000, max: 2099 }),
			isOnlyMissing: fc.constant(true)
		},
		{ requiredKeys: [] }
	);
	fc.assert(
		fc.property(choices, choices, (before, choice) => {
			const link = withReportingChoice(new URLSearchParams('unit=MH03&lang=en'), before);
			const next = withReportingChoice(link, choice);
			expect(parseReportingChoice(next)).toEqual(choice);
			expect([next.get('unit'), next.get('lang')]).toEqual(['MH03', 'en']);
		})
	);
});

test('a choice is short in the link, and nothing where nothing was chosen', () => {
	const nothing = new URLSearchParams();
	const choice = { template: 'B1', since: 2024, isOnlyMissing: true };
	expect(withReportingChoice(nothing, choice).toString()).toBe('sheet=B1&since=2024&missing=1');
	expect(withReportingChoice(nothing, {}).toString()).toBe('');
});

test('what is no sheet and no year counts as not chosen', () => {
	const query = new URLSearchParams('sheet=B12&since=24&missing=yes');
	expect(parseReportingChoice(query)).toEqual({});
});
