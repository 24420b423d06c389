import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkZstd } from '#lib/ingest/check-zstd.ts';

/** A frame of one compressed block, whose literals bring a tree with this table of weights. */
function frameWith(table: readonly number[]): number[] {
	const body = [0b10, 0, 0, table.length, ...table];
	const header = (body.length << 3) | (2 << 1) | 1;
	return [0x28, 0xb5, 0x2f, 0xfd, 0x20, 0, header & 255, header >> 8, 0, ...body];
}

/** Five bits of accuracy; all of it for the first weight, for the second, and half of it for the first. */
const EVERY_FIRST = [0xf0, 0x03, 1];
const EVERY_SECOND = [0x10, 0xf8, 1, 1];
const HALF_FIRST = [0x10, 0x01, 1];
const SKIPPED = [0x5a, 0x2a, 0x4d, 0x18, 3, 0, 0, 0, 1, 2, 3];

describe('the trees of Zstandard frames', () => {
	it.each([
		['the first weight', frameWith(EVERY_FIRST)],
		['the second', frameWith(EVERY_SECOND)],
		['one behind a frame to be skipped', [...SKIPPED, ...frameWith(EVERY_FIRST)]],
		['one in the frame behind', [...frameWith(HALF_FIRST), ...frameWith(EVERY_SECOND)]]
	])('are refused where every weight is %s', (_, bytes) => {
		expect(() => checkZstd(Uint8Array.from(bytes))).toThrow('file.damaged');
	});

	it('stand where the weights differ', () => {
		expect(() => checkZstd(Uint8Array.from(frameWith(HALF_FIRST)))).not.toThrow();
	});

	it('are looked at without an end, whatever the bytes', () => {
		fc.assert(
			fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
				for (const each of [bytes, Uint8Array.from([...SKIPPED, ...bytes])]) {
					try {
						checkZstd(each);
					} catch (error) {
						expect(String(error)).toContain('file.damaged');
					}
				}
			})
		);
	});
});
