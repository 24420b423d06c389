import { describe, expect, it } from 'vitest';
import {
	type ScorecardTally,
	tallyScorecard,
	type TallyQuestion
} from '#lib/views/scorecard-tally.ts';
import { indicatorOf } from './example-facts.ts';
import { cityOf, rated, unitsOf } from './scorecard-ground.ts';

const ground = cityOf(
	rated('MH', 95, 100),
	rated('Q1', 85, 100),
	rated('P10', 40, 50),
	rated('P2', 46, 50),
	rated('KCQ', 10, 10),
	{ ...rated('Q2', 10, 10), closed: false },
	{ ...rated('PDA', 10, 10), closed: false }
);

function tallied(scope: 'children' | 'branch', of = ground): ScorecardTally {
	const question: TallyQuestion = {
		units: unitsOf(of, scope),
		indicators: ['grassroots-rated-good', 'rotation-swap'].map(indicatorOf),
		period: '2024'
	};
	const counting = tallyScorecard(of.facts, question);
	for (let pauses = 0; ; pauses++) {
		const step = counting.next();
		if (!step.done) continue;
		expect(pauses).toBe(question.units.length);
		return step.value;
	}
}

describe('how units stand', () => {
	it('is counted by unit, and by indicator without the unit in view', () => {
		expect(tallied('children')).toEqual({
			units: [
				{ met: 1, missed: 0, judged: 1 },
				{ met: 0, missed: 1, judged: 1 },
				{ met: 1, missed: 0, judged: 1 },
				{ met: 0, missed: 0, judged: 0 }
			],
			indicators: [
				{ met: 1, missed: 1, judged: 2 },
				{ met: 0, missed: 0, judged: 0 }
			]
		});
	});

	it('counts no unit twice where those below it stand beside it', () => {
		expect(tallied('branch').indicators[0]).toEqual({ met: 2, missed: 1, judged: 3 });
	});

	it('takes what nobody reported for judged and not met, and leaves out what is not asked', () => {
		const silent = cityOf({ ...rated('Q1', 0, 0), denominator: undefined, reported: 0 });
		const [indicator] = tallied('children', silent).indicators;
		expect(indicator).toEqual({ met: 0, missed: 0, judged: 1 });
	});
});
