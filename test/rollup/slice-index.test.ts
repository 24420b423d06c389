import { expect, test } from 'vitest';
import { sliceUnits } from '#lib/rollup/slice-index.ts';

const unit = (code: string, parent?: string) => ({
	...{ code, parent, name: code, kind: 'Xã', level: 'xa', validFrom: '2020-01-01' }
});

test('the root and the units next below it are read at once, the others with the unit that they stand below', () => {
	const units = [unit('R'), unit('A', 'R'), unit('B', 'R'), unit('A2', 'A'), unit('A1', 'A')];
	expect(sliceUnits([...units, unit('A11', 'A1'), unit('B1', 'B')])).toEqual([
		{ units: ['A', 'B', 'R'] },
		{ above: 'A', units: ['A1', 'A2'] },
		{ above: 'A1', units: ['A11'] },
		{ above: 'B', units: ['B1'] }
	]);
});

test('a unit that moved stands below each unit that it ever stood below', () => {
	const units = [unit('R'), unit('A', 'R'), unit('B', 'R'), unit('X', 'A'), unit('X', 'B')];
	expect(sliceUnits(units)).toEqual([
		{ units: ['A', 'B', 'R'] },
		{ above: 'A', units: ['X'] },
		{ above: 'B', units: ['X'] }
	]);
});
