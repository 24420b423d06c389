import { describe, expect, it } from 'vitest';
import { compareNames } from '#lib/base/compare-names.ts';

describe('compareNames', () => {
	it('counts as people do, and knows the Vietnamese alphabet', () => {
		const names = [
			'Phường 10',
			'Phường Đông',
			'Phường 2',
			'Phường Dương',
			'Xã Ân',
			'Xã An',
			'Phường Ê'
		];
		expect(names.sort(compareNames)).toEqual([
			'Phường 2',
			'Phường 10',
			'Phường Dương',
			'Phường Đông',
			'Phường Ê',
			'Xã An',
			'Xã Ân'
		]);
	});
});
