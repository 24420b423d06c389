import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { standingOf } from '#lib/assess/standing.ts';
import { orderedUnits, type ScorecardOrder, type UnitsChoice } from '#lib/views/scorecard-order.ts';
import type { MetCount } from '#lib/views/scorecard-tally.ts';
import { UNIT_SCOPES, type UnitScope } from '#lib/views/scorecard-units.ts';
import { indicatorOf } from './example-facts.ts';
import { cityOf, rated, unitsOf } from './scorecard-ground.ts';

const ground = cityOf(
	rated('Q1', 85, 100),
	rated('P10', 40, 50),
	rated('P2', 46, 50),
	rated('Q2', 9, 20),
	rated('PDA', 9, 20)
);
const id = 'grassroots-rated-good';
const counts = new Map<string, MetCount>([
	['Q1', { met: 1, missed: 1, judged: 2 }],
	['KCQ', { met: 0, missed: 0, judged: 0 }],
	['Q2', { met: 9, missed: 0, judged: 9 }]
]);
const AS_LISTED: UnitsChoice = {
	scope: 'children',
	text: '',
	order: { by: 'list' },
	isReversed: false
};

function shown(choice: Partial<UnitsChoice>, counted = true): string[] {
	const asked = { ...AS_LISTED, ...choice };
	const units = orderedUnits(unitsOf(ground, asked.scope).slice(1), asked, {
		...(counted && { counts }),
		standingAt: ({ path }, indicator) =>
			standingOf(ground.facts, { path, period: '2024', indicator: indicatorOf(indicator) })
	});
	return units.map(({ unit }) => unit);
}

describe('the units shown', () => {
	it('stand by name with natural numbers, one way and the other', () => {
		expect(shown({ scope: 'leaves', order: { by: 'name' } })).toEqual(['KCQ', 'P2', 'P10', 'PDA']);
		expect(shown({ order: { by: 'name' }, isReversed: true })).toEqual(['Q1', 'Q2', 'KCQ']);
	});

	it('stand by value, the lowest first, those without one last either way', () => {
		const order = { by: 'value', indicator: id } as const;
		expect(shown({ order })).toEqual(['Q2', 'Q1', 'KCQ']);
		expect(shown({ order, isReversed: true })).toEqual(['Q1', 'Q2', 'KCQ']);
	});

	it('stand by shortfall, the greatest first', () => {
		const order = { by: 'shortfall', indicator: id } as const;
		expect(shown({ scope: 'leaves', order })).toEqual(['PDA', 'P10', 'P2', 'KCQ']);
	});

	it('stand by the share of targets met once they are counted, as listed until then', () => {
		expect(shown({ order: { by: 'met' } })).toEqual(['Q1', 'Q2', 'KCQ']);
		expect(shown({ order: { by: 'met' } }, false)).toEqual(['Q1', 'KCQ', 'Q2']);
	});

	it('are those whose name or code has a word that begins so, for every word, accents or none', () => {
		expect(shown({ scope: 'leaves', text: 'dong phuong' })).toEqual(['PDA']);
		expect(shown({ scope: 'leaves', text: 'phuong 1' })).toEqual(['P10']);
		expect(shown({ scope: 'leaves', text: 'kcq' })).toEqual(['KCQ']);
		expect(shown({ text: 'không có' })).toEqual([]);
	});

	it('are those that miss a target, or any', () => {
		expect(shown({ scope: 'leaves', misses: { indicator: id } })).toEqual(['P10', 'PDA']);
		expect(shown({ misses: { any: true } })).toEqual(['Q1']);
		expect(shown({ misses: { any: true } }, false)).toEqual(['Q1', 'KCQ', 'Q2']);
	});

	it('stay a tree: with those above what is found, and in order among the units below one', () => {
		expect(shown({ scope: 'branch', text: 'phuong 2' })).toEqual(['Q1', 'P2']);
		expect(shown({ scope: 'branch', order: { by: 'name' } })).toEqual([
			'KCQ',
			'Q2',
			'PDA',
			'Q1',
			'P2',
			'P10'
		]);
	});

	it('are the same units in any order', () => {
		const order = fc.constantFrom<ScorecardOrder>(
			{ by: 'list' },
			{ by: 'name' },
			{ by: 'met' },
			{ by: 'value', indicator: id },
			{ by: 'shortfall', indicator: id }
		);
		const scope = fc.constantFrom<UnitScope>(...UNIT_SCOPES);
		fc.assert(
			fc.property(scope, order, fc.boolean(), (ofScope, by, isReversed) => {
				const all = unitsOf(ground, ofScope)
					.slice(1)
					.map(({ unit }) => unit);
				const sorted = shown({ scope: ofScope, order: by, isReversed });
				expect(sorted.toSorted()).toEqual(all.toSorted());
			})
		);
	});
});
