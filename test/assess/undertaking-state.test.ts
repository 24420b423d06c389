import { describe, expect, it } from 'vitest';
import { undertakingStandings } from '#lib/assess/undertaking-state.ts';
import type { ProgressFact } from '#lib/base/progress.ts';
import type { Due } from '#lib/catalogue/catalogue.ts';

const ONCE: Due = { kind: 'once', last: '2024-12-14' };
const YEARLY: Due = { kind: 'recurring', first: '2023-12-14', months: 12 };
const NOW = '2024-06-01T03:00:00Z';

let sequence = 0;
function fact(said: Partial<ProgressFact>): ProgressFact {
	return { code: 'x', unit: 'MH', period: '2024', sequence: ++sequence, row: 1, ...said };
}

function stateOf(due: Due, facts: ProgressFact[], now = NOW) {
	return undertakingStandings({ due }, facts, { now, until: '2024-12-31' }).map(
		({ state, days, contradiction }) => ({
			state,
			...(days !== undefined && { days }),
			...(contradiction && { contradiction })
		})
	);
}

describe('undertakingStandings', () => {
	it('counts the days to go and the days past in Viet Nam: the state flips at midnight there', () => {
		expect(stateOf(ONCE, [], '2024-12-14T16:59:59.999Z')).toEqual([{ state: 'ahead', days: 0 }]);
		expect(stateOf(ONCE, [], '2024-12-14T17:00:00Z')).toEqual([{ state: 'unreported', days: 1 }]);
		expect(stateOf(ONCE, [], '2024-12-13T17:00:00Z')).toEqual([{ state: 'ahead', days: 0 }]);
		expect(stateOf(ONCE, [], '2024-12-13T16:59:59Z')).toEqual([{ state: 'ahead', days: 1 }]);
		const begun = [fact({ state: 'in-progress' })];
		expect(stateOf(ONCE, begun, '2024-12-14T16:59:59Z')).toEqual([
			{ state: 'in-progress', days: 0 }
		]);
		expect(stateOf(ONCE, begun, '2024-12-14T17:00:00Z')).toEqual([{ state: 'overdue', days: 1 }]);
	});

	it('tells in time from late by the day, and a day late is one day', () => {
		expect(stateOf(ONCE, [fact({ state: 'done', day: '2024-12-14' })])).toEqual([
			{ state: 'on-time' }
		]);
		expect(stateOf(ONCE, [fact({ state: 'done', day: '2024-12-15' })])).toEqual([
			{ state: 'late', days: 1 }
		]);
		expect(stateOf(ONCE, [fact({ day: '2025-01-14' })])).toEqual([{ state: 'late', days: 31 }]);
		expect(stateOf(ONCE, [fact({ state: 'met' })])).toEqual([{ state: 'done' }]);
	});

	it('holds to the words of the report, and tells where its day says otherwise', () => {
		expect(stateOf(ONCE, [fact({ state: 'on-time', day: '2024-12-16' })])).toEqual([
			{ state: 'on-time', contradiction: 'on-time-after-due' }
		]);
		expect(stateOf(ONCE, [fact({ state: 'late', day: '2024-12-14' })])).toEqual([
			{ state: 'late', contradiction: 'late-before-due' }
		]);
		expect(stateOf(ONCE, [fact({ state: 'late', day: '2024-12-16' })])).toEqual([
			{ state: 'late', days: 2 }
		]);
		expect(stateOf(ONCE, [fact({ state: 'late' })])).toEqual([{ state: 'late' }]);
		expect(stateOf(ONCE, [fact({ state: 'in-progress', day: '2024-05-01' })])).toEqual([
			{ state: 'in-progress', days: 196, contradiction: 'unfinished-with-day' }
		]);
	});

	it('sees what is not done as overdue where a report says so, as unreported where none does', () => {
		const after = '2024-12-20T00:00:00Z';
		expect(stateOf(ONCE, [fact({ state: 'not-started' })], after)).toEqual([
			{ state: 'overdue', days: 6 }
		]);
		expect(stateOf(ONCE, [fact({ state: 'not-met' })], after)).toEqual([
			{ state: 'overdue', days: 6 }
		]);
		expect(stateOf(ONCE, [fact({ state: 'not-due' })], after)).toEqual([
			{ state: 'unreported', days: 6 }
		]);
		expect(stateOf(ONCE, [fact({ state: 'none-arising' })], after)).toEqual([
			{ state: 'none-arising' }
		]);
	});

	it('reads numbers where no state is given', () => {
		expect(stateOf(ONCE, [fact({ plan: 44n, done: 31n })])).toEqual([
			{ state: 'in-progress', days: 196 }
		]);
		expect(stateOf(ONCE, [fact({ plan: 44n, done: 0n })])).toEqual([
			{ state: 'not-started', days: 196 }
		]);
		expect(stateOf(ONCE, [fact({ plan: 44n, done: 44n })])).toEqual([{ state: 'done' }]);
	});

	it('follows the newest period, and within it the newest submission', () => {
		const facts = [
			fact({ period: '2024-Q3', state: 'in-progress' }),
			fact({ period: '2024-Q4', state: 'done', day: '2024-12-10' }),
			fact({ period: '2024-Q1', state: 'not-started' })
		];
		expect(stateOf(ONCE, facts)).toEqual([{ state: 'on-time' }]);
		const [standing] = undertakingStandings({ due: ONCE }, facts, { now: NOW, until: NOW });
		expect(standing?.facts.map(({ period }) => period)).toEqual(['2024-Q1', '2024-Q3', '2024-Q4']);
		expect(standing?.said).toEqual({ state: 'done', day: '2024-12-10' });
	});

	it('gives each year of a recurring duty its own reports', () => {
		const facts = [
			fact({ period: '2023', state: 'on-time', day: '2023-12-10' }),
			fact({ period: '2024-Q1', state: 'in-progress' })
		];
		expect(stateOf(YEARLY, facts)).toEqual([
			{ state: 'on-time' },
			{ state: 'in-progress', days: 196 }
		]);
	});

	it('shows the first day of a duty that begins after the days looked at', () => {
		const due: Due = { kind: 'recurring', first: '2030-12-14', months: 12 };
		expect(stateOf(due, [])).toEqual([{ state: 'ahead', days: 2387 }]);
	});

	it('sees what goes on all the time so until its end, and lets what waits wait past its day', () => {
		const going: Due = { kind: 'continuous', until: '2025-12-31' };
		expect(stateOf(going, [], '2025-12-31T00:00:00Z')).toEqual([{ state: 'continuous', days: 0 }]);
		expect(stateOf(going, [], '2026-01-01T00:00:00Z')).toEqual([{ state: 'unreported', days: 1 }]);
		const waiting: Due = { kind: 'conditional', last: '2023-12-31' };
		expect(stateOf(waiting, [], '2023-12-30T00:00:00Z')).toEqual([{ state: 'waiting', days: 1 }]);
		expect(stateOf(waiting, [])).toEqual([{ state: 'waiting' }]);
		expect(stateOf(waiting, [fact({ state: 'in-progress' })], '2024-01-01T00:00:00Z')).toEqual([
			{ state: 'overdue', days: 1 }
		]);
	});

	it('needs no day', () => {
		expect(stateOf({ kind: 'continuous' }, [])).toEqual([{ state: 'continuous' }]);
		expect(stateOf({ kind: 'conditional' }, [])).toEqual([{ state: 'waiting' }]);
		expect(stateOf({ kind: 'open' }, [])).toEqual([{ state: 'open' }]);
		expect(stateOf({ kind: 'open' }, [fact({ state: 'done', day: '2024-05-05' })])).toEqual([
			{ state: 'done' }
		]);
		expect(stateOf({ kind: 'continuous' }, [fact({ state: 'in-progress' })])).toEqual([
			{ state: 'in-progress' }
		]);
		expect(stateOf({ kind: 'conditional' }, [fact({ state: 'not-due' })])).toEqual([
			{ state: 'waiting' }
		]);
	});
});
