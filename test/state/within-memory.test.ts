import { describe, expect, it } from 'vitest';
import { AppError } from '#lib/base/app-error.ts';
import { withinMemory } from '#lib/state/within-memory.ts';

const FULL = new AppError('import.out-of-memory', { file: 'b1.csv' });

describe('work on a file', () => {
	it.each<[string, () => unknown]>([
		['bytes', () => new ArrayBuffer(2 ** 52)],
		['numbers', () => new Uint8Array(2 ** 53)],
		['a list', () => Array.from({ length: 1 }).concat(new Array(2 ** 32))],
		['a text', () => 'a'.repeat(2 ** 30)]
	])('says so where the computer has no room for %s', async (_, take) => {
		await expect(withinMemory('b1.csv', async () => take())).rejects.toEqual(FULL);
	});

	it('gives what it gives, and fails as it fails otherwise', async () => {
		expect(await withinMemory('b1.csv', async () => 1)).toBe(1);
		for (const error of [new AppError('file.empty'), new RangeError('no such row')]) {
			const failing = withinMemory('b1.csv', () => Promise.reject(error));
			await expect(failing).rejects.toBe(error);
		}
	});
});
