import { describe, expect, it } from 'vitest';
import { loadUndertakings } from '#lib/catalogue/load-catalogue.ts';
import { undertakingLines, type LedgerGround } from '#lib/views/ledger.ts';
import { currentOf } from '#lib/views/ledger-line.ts';
import { fact, groundOf, undertaking } from './ledger-ground.ts';

const PLAN = undertaking(
	'plan',
	{ kind: 'once', last: '2024-05-14' },
	{ kind: 'duty', owedBy: 'each-unit' }
);
const YEARLY = undertaking('yearly', { kind: 'recurring', first: '2022-12-14', months: 12 });

function currentsOf(ground: LedgerGround) {
	return undertakingLines(ground).map((line) => {
		const { state, last, days, period } = currentOf(line);
		return { id: line.id, state, last, days, period };
	});
}

describe('undertakingLines', () => {
	it('has a line for every milestone, duty and task of the documents', async () => {
		const undertakings = await loadUndertakings();
		const lines = undertakingLines(groundOf(undertakings));
		const count = (kind: string): number => lines.filter((line) => line.kind === kind).length;
		expect([count('milestone'), count('duty'), count('task')]).toEqual([19, 29, 244]);
		expect(lines.map(({ id }) => id)).toEqual(undertakings.map(({ id }) => id));
	});

	it('speaks of the newest day overdue, else of the next', () => {
		expect(currentsOf(groundOf([YEARLY]))).toEqual([
			{ id: 'yearly', state: 'ahead', last: '2024-12-14', days: 196, period: '2024' }
		]);
		const late = fact('yearly', { period: '2023', state: 'not-started' });
		expect(currentsOf(groundOf([YEARLY], [late]))).toEqual([
			{ id: 'yearly', state: 'overdue', last: '2023-12-14', days: 170, period: '2023' }
		]);
	});

	it('tells the days of a recurring due a year ahead, each with its period', () => {
		const [line] = undertakingLines(groundOf([YEARLY]));
		expect(line?.occurrences.map(({ period, state }) => [period, state])).toEqual([
			['2022', 'unreported'],
			['2023', 'unreported'],
			['2024', 'ahead']
		]);
	});

	it('stands by the unit looked at, else by the nearest above, else by those below', () => {
		const task = undertaking('task', { kind: 'once', last: '2024-12-31' });
		const city = fact('task', { state: 'done', day: '2024-05-01' });
		const ward = fact('task', { unit: 'K1', state: 'in-progress' });
		const other = fact('task', { unit: 'P3', state: 'done' });
		const stateAt = (path: string[], ...facts: (typeof city)[]) =>
			currentsOf(groundOf([task], facts, { path }))[0]?.state;
		expect(stateAt(['MH'], city, ward)).toBe('on-time');
		expect(stateAt(['MH', 'K', 'K1'], city, ward)).toBe('in-progress');
		expect(stateAt(['MH', 'K', 'K2'], city, ward)).toBe('on-time');
		expect(stateAt(['MH'], ward, other)).toBe('in-progress');
		expect(stateAt(['MH', 'K'], other)).toBe('ahead');
	});

	it('gives each unit its own line of what each owes, and the units above a tally', () => {
		const sent = [
			fact('plan', { unit: 'K1', state: 'on-time', day: '2024-05-10' }),
			fact('plan', { unit: 'K2', state: 'done', day: '2024-05-20' })
		];
		const at = (...path: string[]) =>
			undertakingLines(groundOf([PLAN], sent, { path })).map(currentOf)[0];
		expect(at('MH', 'K', 'K1')).toMatchObject({ state: 'on-time' });
		expect(at('MH', 'K', 'K2')).toMatchObject({ state: 'late', days: 6 });
		expect(at('MH', 'P3')).toMatchObject({ state: 'unreported', days: 18 });
		expect(at('MH', 'P3')?.tally).toBeUndefined();
		expect(at('MH', 'K')).toMatchObject({
			state: 'late',
			days: 6,
			tally: { owed: 2, onTime: 1, late: 1, done: 0, noneArising: 0, unsent: [] }
		});
		const city = at('MH');
		expect(city).toMatchObject({ state: 'overdue', days: 18, tally: { owed: 3, onTime: 1 } });
		expect(city?.tally?.unsent.map(({ code }) => code)).toEqual(['P3']);
	});

	it('calls what nobody has sent unreported, not overdue, and before its day ahead', () => {
		expect(currentsOf(groundOf([PLAN]))[0]).toMatchObject({ state: 'unreported', days: 18 });
		const before = { now: '2024-05-14T16:59:59Z' };
		expect(currentsOf(groundOf([PLAN], [], before))[0]).toMatchObject({ state: 'ahead', days: 0 });
		const after = { now: '2024-05-14T17:00:00Z' };
		expect(currentsOf(groundOf([PLAN], [], after))[0]).toMatchObject({
			state: 'unreported',
			days: 1
		});
	});

	it('leaves out what nobody of the branch owed', () => {
		const old = { ...PLAN, due: { kind: 'once' as const, last: '2019-05-14' } };
		expect(undertakingLines(groundOf([old]))).toEqual([]);
	});
});
