import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Watchdog } from '#lib/state/watchdog.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function watched(): { watchdog: Watchdog; calls: () => number } {
	const onSilence = vi.fn();
	const watchdog = new Watchdog(5, onSilence);
	watchdog.watch();
	return { watchdog, calls: () => onSilence.mock.calls.length };
}

it('a watchdog calls out after five minutes of silence, once', () => {
	const { calls } = watched();
	vi.advanceTimersByTime(299_000);
	expect(calls()).toBe(0);
	vi.advanceTimersByTime(1_000);
	expect(calls()).toBe(1);
	vi.advanceTimersByTime(900_000);
	expect(calls()).toBe(1);
});

it('a watchdog says nothing while it hears something', () => {
	const { watchdog, calls } = watched();
	for (let minute = 0; minute < 20; minute++) {
		vi.advanceTimersByTime(60_000);
		watchdog.heard();
	}
	expect(calls()).toBe(0);
});

it('a watchdog says nothing at rest, and begins anew when asked again', () => {
	const { watchdog, calls } = watched();
	vi.advanceTimersByTime(200_000);
	watchdog.rest();
	vi.advanceTimersByTime(900_000);
	expect(calls()).toBe(0);
	watchdog.watch();
	watchdog.watch();
	vi.advanceTimersByTime(299_000);
	expect(calls()).toBe(0);
	vi.advanceTimersByTime(1_000);
	expect(calls()).toBe(1);
});
