import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checksum } from '#lib/ingest/checksum.ts';

/** Bit by bit, as the CRC-32 of ISO 3309 is defined. */
function plainly(bytes: Uint8Array): number {
	let remainder = 0xffffffff;
	for (const byte of bytes) {
		remainder ^= byte;
		for (let bit = 0; bit < 8; bit += 1)
			remainder = remainder & 1 ? (remainder >>> 1) ^ 0xedb88320 : remainder >>> 1;
	}
	return (remainder ^ 0xffffffff) >>> 0;
}

test('a checksum is that of the published example', () => {
	expect(checksum(new TextEncoder().encode('123456789'))).toBe(0xcbf43926);
	expect(checksum(new Uint8Array())).toBe(0);
});

test('a checksum is the CRC-32 of the bytes, however many there are and wherever they lie', () => {
	fc.assert(
		fc.property(fc.uint8Array({ maxLength: 100 }), fc.nat(20), (bytes, before) => {
			const part = bytes.subarray(Math.min(before, bytes.length));
			expect(checksum(part)).toBe(plainly(part));
		})
	);
});
