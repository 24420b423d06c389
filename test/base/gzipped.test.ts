import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { gunzip, gzip } from '#lib/base/gzipped.ts';

/** More than a few of the pieces that are packed at one go. */
const MANY = 700_001;

function someBytes(length: number): Uint8Array {
	return Uint8Array.from({ length }, (_, at) => (at * at) % 251);
}

describe('bytes that are gzipped', () => {
	it.each([0, 1, 1 << 17, MANY])('are the same when unpacked, %i of them', async (length) => {
		const bytes = someBytes(length);
		const packed = await gzip(bytes);
		expect(gunzipSync(packed).equals(bytes)).toBe(true);
		expect(Buffer.from(await gunzip(packed)).equals(bytes)).toBe(true);
	});

	it('let other work have its turn meanwhile', async () => {
		let turns = 0;
		const timer = setInterval(() => (turns += 1), 0);
		await gzip(someBytes(MANY));
		clearInterval(timer);
		expect(turns).toBeGreaterThan(0);
	});

	it('come as they are where they were not packed', async () => {
		expect(await gunzip(someBytes(5))).toEqual(someBytes(5));
	});
});
