import { expect, test } from 'vitest';
import { createUnitTree } from '#lib/units/unit-tree.ts';
import { createUnitChoices } from '#lib/views/unit-choices.ts';

test('a unit is found without accents and named with the one above it', () => {
	const root = { code: 'MH', name: 'Đảng bộ thành phố', kind: 'tp', level: 'tinh' };
	const ward = {
		code: 'MH05',
		name: 'Đảng bộ phường 7',
		kind: 'phường',
		level: 'xa',
		parent: 'MH'
	};
	const tree = createUnitTree([root, ward].map((unit) => ({ ...unit, validFrom: '2020-01-01' })));
	expect(createUnitChoices(tree)('phuong 7')).toEqual([
		{ code: 'MH05', name: 'Đảng bộ phường 7', above: 'Đảng bộ thành phố' }
	]);
});
