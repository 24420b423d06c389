import { describe, expect, it } from 'vitest';
import { readUnits } from '#lib/units/read-units.ts';

const HEADER = ['ma_don_vi', 'ten_don_vi', 'ma_cap_tren'];

function listOf(units: number, parentOf: (unit: number) => string) {
	const rows = Array.from({ length: units }, (_, at) => [`U${at}`, `Đơn vị ${at}`, parentOf(at)]);
	return readUnits({ rows: [HEADER, ...rows] });
}

describe('a list of units', () => {
	it('of 100 000 levels is refused below the thirtieth, without walking them all from each', () => {
		const { issues, units } = listOf(100_000, (at) => (at === 0 ? '' : `U${at - 1}`));
		expect(units.length).toBe(31);
		expect(issues[0]).toEqual({
			severity: 'error',
			code: 'unit-list.too-deep',
			row: 33,
			column: 'ma_cap_tren',
			value: 'U30',
			params: { most: 30 }
		});
		expect(issues.length).toBe(100_000 - 31);
	});

	it('in a circle of 50 000 is refused', () => {
		const { issues, units } = listOf(50_000, (at) => `U${(at + 1) % 50_000}`);
		expect(units).toEqual([]);
		expect(new Set(issues.map(({ severity }) => severity))).toEqual(new Set(['error']));
	});

	it('where all have one code is refused', () => {
		const rows = Array.from({ length: 50_000 }, () => ['U', 'Đơn vị', '']);
		const { issues, units } = readUnits({ rows: [HEADER, ...rows] });
		expect(units.length).toBe(1);
		expect(issues.length).toBe(49_999);
	});

	it('may name units as what all objects have', () => {
		const names = ['__proto__', 'constructor', 'toString'];
		const rows = names.map((name, at) => [name, name, names[at - 1] ?? '']);
		const { issues, units } = readUnits({ rows: [HEADER, ...rows] });
		expect(issues).toEqual([]);
		expect(units.map(({ code, parent }) => [code, parent])).toEqual([
			['__proto__', undefined],
			['constructor', '__proto__'],
			['toString', 'constructor']
		]);
	});
});
