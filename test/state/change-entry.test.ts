import { describe, expect, it } from 'vitest';
import { changeOf, emptyChange } from '#lib/state/change-entry.ts';
import { createUnitTree } from '#lib/units/unit-tree.ts';

const tree = createUnitTree([
	{ code: 'A', name: 'Phường A', kind: 'Phường', level: 'xa', parent: 'T', validFrom: '2020-01-01' }
]);
const part = (code: string, share: string) => ({
	...{ code, name: code, kind: 'Xã', level: 'xa', parent: 'T', share }
});

describe('a change as it is typed', () => {
	it.each([
		['35', '0.35'],
		['12,5 %', '0.125'],
		['100', '1'],
		['0', '0'],
		['7.0625', '0.070625'],
		['một nửa', 'một nửa']
	])('has the share %s as %s', (typed, share) => {
		const entry = { ...emptyChange('split'), date: '2026-01-01', parts: [part('N', typed)] };
		expect(changeOf({ ...entry, units: ['A'] }, tree)).toEqual({
			kind: 'split',
			date: '2026-01-01',
			unit: 'A',
			into: [{ code: 'N', name: 'N', kind: 'Xã', level: 'xa', parent: 'T', share }]
		});
	});

	it('lets an existing unit keep its name and parent where it takes in others', () => {
		const entry = { ...emptyChange('merge'), date: '2026-01-01', units: ['A', 'B'] };
		const into = { ...entry.into, code: ' A ' };
		expect(changeOf({ ...entry, into }, tree)).toMatchObject({
			kind: 'merge',
			units: ['A', 'B'],
			into: { code: 'A', name: 'Phường A', parent: 'T' }
		});
	});
});
