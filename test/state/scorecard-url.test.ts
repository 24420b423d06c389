import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	parseScorecardChoice,
	type ScorecardChoice,
	scorecardQuery
} from '#lib/state/scorecard-url.ts';
import { UNIT_SCOPES } from '#lib/views/scorecard-units.ts';

const USUAL: ScorecardChoice = {
	scope: 'children',
	text: '',
	order: { by: 'list' },
	isReversed: false,
	isTransposed: false
};

function parse(query: string): ScorecardChoice {
	const named = new URLSearchParams(query);
	return parseScorecardChoice((name) => named.get(name) ?? undefined);
}

describe('the address of a scorecard', () => {
	it('says nothing of what is as usual', () => {
		expect(parse('')).toEqual(USUAL);
		const said = Object.values(scorecardQuery(USUAL)).filter(Boolean);
		expect(said).toEqual([]);
	});

	it('says what was chosen in short names', () => {
		expect(
			parse('rows=leaves&cols=plan-women,hcm-theme&q=xã&miss=plan-women&sort=-met&flip=1')
		).toEqual({
			scope: 'leaves',
			columns: ['plan-women', 'hcm-theme'],
			text: 'xã',
			misses: { indicator: 'plan-women' },
			order: { by: 'met' },
			isReversed: true,
			isTransposed: true
		});
		expect(parse('sort=lack.plan-women&miss=any')).toEqual({
			...USUAL,
			misses: { any: true },
			order: { by: 'shortfall', indicator: 'plan-women' }
		});
	});

	it('takes what it does not know for not said', () => {
		expect(parse('rows=moon&cols=,&flip=yes')).toEqual(USUAL);
	});

	it('keeps silent of what is not chosen anew', () => {
		expect(scorecardQuery({ isTransposed: true })).toEqual({ flip: '1' });
		expect(scorecardQuery({ text: ' ', misses: undefined })).toEqual({ q: '', miss: undefined });
	});

	it('reads back whatever it says', () => {
		const indicator = fc.stringMatching(/^[a-z]+-[a-z]+$/);
		const choice: fc.Arbitrary<ScorecardChoice> = fc.record(
			{
				scope: fc.constantFrom(...UNIT_SCOPES),
				columns: fc.array(indicator, { minLength: 1 }),
				text: fc.string().map((text) => text.trim()),
				misses: fc.oneof(fc.constant({ any: true as const }), fc.record({ indicator })),
				order: fc.oneof(
					fc.constantFrom({ by: 'name' as const }, { by: 'met' as const }),
					fc.record({ by: fc.constantFrom('value' as const, 'shortfall' as const), indicator })
				),
				isReversed: fc.boolean(),
				isTransposed: fc.boolean()
			},
			{ requiredKeys: ['scope', 'text', 'order', 'isReversed', 'isTransposed'] }
		);
		fc.assert(
			fc.property(choice, (chosen) => {
				const query = Object.entries(scorecardQuery(chosen)).filter(([, value]) => value);
				expect(parse(String(new URLSearchParams(query as [string, string][])))).toEqual(chosen);
			})
		);
	});
});
