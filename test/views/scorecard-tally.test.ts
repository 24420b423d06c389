import { describe, expect, it } from 'vitest';
import {
	metCount,
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

function tallied(scope: 'children' | 'branch'): ScorecardTally {
	const question: TallyQuestion = {
		units: unitsOf(ground, scope),
		indicators: ['grassroots-rated-good', 'rotation-swap'].map(indicatorOf),
		period: '2024'
	};
	const counting = tallyScorecard(ground.facts, question);
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

	it('takes what is missing or open for not met yet, and leaves out what is not due or not asked', () => {
		expect(
			metCount([
				'met',
				'no-data',
				'undecided',
				'above-band',
				'not-due',
				'not-applicable',
				undefined
			])
		).toEqual({ met: 1, missed: 0, judged: 4 });
	});
});
