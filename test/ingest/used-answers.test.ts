import { describe, expect, it } from 'vitest';
import { watchAnswers } from '#lib/ingest/used-answers.ts';

describe('watchAnswers', () => {
	it('tells which answers were looked up, in the order given', () => {
		const { answers, used } = watchAnswers({
			'unit:p 7': 'MH05',
			comma: 'thousands',
			hidden: 'take'
		});
		expect([answers['hidden'], answers['unit:p 7'], answers['unit:p 8']]).toEqual([
			'take',
			'MH05',
			undefined
		]);
		expect(Object.entries(used())).toEqual([
			['unit:p 7', 'MH05'],
			['hidden', 'take']
		]);
	});

	it('counts no property that objects have by birth', () => {
		const { answers, used } = watchAnswers({});
		expect([answers['toString'] === undefined, used()]).toEqual([false, {}]);
	});
});
