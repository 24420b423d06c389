import { gunzipSync } from 'node:zlib';
import { describe, expect, it, vi } from 'vitest';
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

	it('take a turn of their own for each piece', async () => {
		let turns = 0;
		const Channel = globalThis.MessageChannel;
		vi.stubGlobal(
			'MessageChannel',
			class extends Channel {
				constructor() {
					super();
					turns += 1;
				}
			}
		);
		await gzip(someBytes(MANY));
		vi.unstubAllGlobals();
		expect(turns).toBeGreaterThan(5);
	});

	it('come as they are where they were not packed', async () => {
		expect(await gunzip(someBytes(5))).toEqual(someBytes(5));
	});
});
