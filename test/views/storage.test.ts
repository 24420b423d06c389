import { describe, expect, it } from 'vitest';
import { printSize } from '#lib/views/print-size.ts';
import { backupWords, isRoomLittle, roomWords } from '#lib/views/storage.ts';

const now = Date.parse('2026-11-22T00:00:00Z');

function submissions(
	count: number,
	at = '2026-11-20T00:00:00Z'
): { sequence: number; at: string }[] {
	return Array.from({ length: count }, (_, place) => ({ sequence: place + 1, at }));
}

describe('a size', () => {
	it.each([
		[0, '0 kB', '0 kB'],
		[999_400, '999 kB', '999 kB'],
		[999_500, '1 MB', '1 MB'],
		[3_440_000, '3,4 MB', '3.4 MB'],
		[34_400_000, '34 MB', '34 MB'],
		[10_700_000_000, '11 GB', '11 GB']
	])('of %d bytes reads %s', (bytes, vi, en) => {
		expect([printSize(bytes, 'vi'), printSize(bytes, 'en')]).toEqual([vi, en]);
	});
});

describe('room', () => {
	it('is said as used, free and whole', () => {
		expect(roomWords({ used: 1_500_000, quota: 10_000_000 }, 'en')).toBe(
			'1.5 MB used, 8.5 MB left of the 10 MB that the browser gives the page; the disk itself may have less.'
		);
	});

	it('is little below 50 MB or a tenth of the whole', () => {
		const free = (bytes: number, quota: number): boolean =>
			isRoomLittle({ used: quota - bytes, quota });
		expect([free(49e6, 100e6), free(51e6, 100e6), free(99e6, 1e9), free(101e6, 1e9)]).toEqual([
			...[true, false, true, false]
		]);
	});
});

describe('the reminder of a backup', () => {
	it('says nothing where there is nothing to back up', () => {
		expect(backupWords({ submissions: [], now }, 'en')).toBeUndefined();
	});

	it('is due from the fifth submission that no backup holds', () => {
		const due = (count: number): boolean | undefined =>
			backupWords({ submissions: submissions(count), now }, 'en')?.isDue;
		expect([due(4), due(5)]).toEqual([false, true]);
		const backup = { at: '2026-11-21T00:00:00Z', sequence: 3 };
		expect(backupWords({ backup, submissions: submissions(7), now }, 'en')).toEqual({
			text: 'Submissions not backed up: 4. Days since the last backup: 1.',
			isDue: false
		});
	});

	it('is due after 30 days where anything has come since', () => {
		const backup = { at: '2026-10-20T00:00:00Z', sequence: 3 };
		expect(backupWords({ backup, submissions: submissions(4), now }, 'en')?.isDue).toBe(true);
		expect(backupWords({ backup, submissions: submissions(3), now }, 'en')).toEqual({
			text: 'Every submission is in the last backup. Days since then: 33.',
			isDue: false
		});
		const old = submissions(1, '2026-10-01T00:00:00Z');
		expect(backupWords({ submissions: old, now }, 'vi')).toEqual({
			text: 'Chưa sao lưu lần nào. Số lượt nộp chỉ có ở đây: 1.',
			isDue: true
		});
	});
});
