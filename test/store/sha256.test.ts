import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sha256InScript } from '#lib/store/sha256-in-script.ts';
import { sha256 } from './additions.ts';

describe('the checksum of pages over plain http', () => {
	it('is that of every other place, whatever the bytes', () => {
		const hex = (bytes: Uint8Array): string => Buffer.from(sha256InScript(bytes)).toString('hex');
		for (const length of [0, 55, 56, 63, 64, 65, 10_000]) {
			const bytes = new Uint8Array(length).map((_, at) => at * 7);
			expect(hex(bytes)).toBe(sha256(bytes));
		}
		fc.assert(
			fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
				expect(hex(bytes)).toBe(sha256(bytes));
			})
		);
	});
});
