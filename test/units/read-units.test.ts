import { describe, expect, it } from 'vitest';
import type { Issue } from '#lib/base/issue.ts';
import { isMessageKey } from '#lib/base/messages.ts';
import { readCsv } from '#lib/ingest/read-csv.ts';
import { isUnitList, readUnits } from '#lib/units/read-units.ts';
import { createUnitTree } from '#lib/units/unit-tree.ts';
import { openRows } from './open-list.ts';

const HEADER = 'ma_don_vi,ten_don_vi,loai,cap,ma_cap_tren,hieu_luc_tu,hieu_luc_den';
const ROOT = 'C,Thành phố,Thành phố,tinh,,2020-01-01,';

function read(...lines: string[]): ReturnType<typeof readUnits> {
	return readUnits(readCsv([HEADER, ...lines, ''].join('\n')));
}

function issuesOf(...lines: string[]): Issue[] {
	const { issues } = read(...lines);
	for (const { code } of issues) expect(isMessageKey(code)).toBe(true);
	return issues;
}

describe('reading a unit list', () => {
	it('reads units in list order', () => {
		expect(read(ROOT, 'W,Phường Sen,Phường,xa,C,2020-01-01,2025-06-30')).toEqual({
			units: [
				{ code: 'C', name: 'Thành phố', kind: 'Thành phố', level: 'tinh', validFrom: '2020-01-01' },
				{
					code: 'W',
					name: 'Phường Sen',
					kind: 'Phường',
					level: 'xa',
					parent: 'C',
					validFrom: '2020-01-01',
					validTo: '2025-06-30'
				}
			],
			issues: []
		});
	});

	it('takes Vietnamese titles in any order, below title rows, with days as Vietnam writes them', () => {
		const rows = [
			['DANH SÁCH ĐƠN VỊ'],
			[null],
			['Tên đơn vị', 'MÃ ĐƠN VỊ', 'Cấp', 'Loại', 'Hiệu lực đến', 'Hiệu lực từ', 'Mã cấp trên'],
			['Thành phố', 1, 'Cấp tỉnh', 'Thành phố', null, '1/7/2025', null],
			[null, null, null, null, null, null, null],
			['Phường Sen', 2n, 'XÃ', 'Phường', '31/12/2026', '01/07/2025', 1]
		];
		expect(isUnitList({ rows })).toBe(true);
		expect(readUnits({ rows })).toEqual({
			units: [
				{ code: '1', name: 'Thành phố', kind: 'Thành phố', level: 'tinh', validFrom: '2025-07-01' },
				{
					code: '2',
					name: 'Phường Sen',
					kind: 'Phường',
					level: 'xa',
					parent: '1',
					validFrom: '2025-07-01',
					validTo: '2026-12-31'
				}
			],
			issues: []
		});
	});

	it('takes a unit without a first day for one that always was', () => {
		const { units } = read('C,Thành phố,,,,,');
		expect(units[0]).toEqual({
			code: 'C',
			name: 'Thành phố',
			kind: '',
			level: '',
			validFrom: '0001-01-01'
		});
	});

	it('reads a code twice where the days do not meet: a ward that moved', () => {
		const { units, issues } = read(
			ROOT,
			'D,Quận,Quận,huyen,C,2020-01-01,2025-06-30',
			'W,Phường Sen,Phường,xa,D,2020-01-01,2025-06-30',
			'W,Phường Sen,Phường,xa,C,2025-07-01,'
		);
		expect(issues).toEqual([]);
		expect(createUnitTree(units).parentOn('W', '2025-07-01')?.code).toBe('C');
	});

	it('knows a unit list from a sheet that only names units', () => {
		expect(isUnitList({ rows: [['Mã đơn vị', 'Tên đơn vị', 'Tổng số TCCSĐ']] })).toBe(false);
		expect(isUnitList({ rows: [] })).toBe(false);
	});
});

describe('the sample city', () => {
	const { units, issues } = readUnits({ rows: openRows('data/units/minh-hoa.csv') });
	const tree = createUnitTree(units);
	const countOn = (date: string, level: string, code = 'MH'): number =>
		tree.descendantsOn(code, date).filter((unit) => unit.level === level).length;

	it('has no fault and one root throughout', () => {
		expect(issues).toEqual([]);
		expect(tree.rootsOn('2025-06-30').map(({ code }) => code)).toEqual(['MH']);
		expect(tree.rootsOn('2025-07-01').map(({ code }) => code)).toEqual(['MH']);
	});

	it('has 7 districts, 45 wards and 6 blocs until the reform, 15 wards and 6 blocs after it', () => {
		expect([countOn('2025-06-30', 'huyen'), countOn('2025-06-30', 'xa')]).toEqual([7, 51]);
		expect([countOn('2025-07-01', 'huyen'), countOn('2025-07-01', 'xa')]).toEqual([0, 21]);
		expect(tree.leavesOn('MH', '2025-06-30').length).toBe(51);
		expect(tree.leavesOn('MH', '2025-07-01').length).toBe(21);
	});

	it('merges every ward of the day before into one of the day after', () => {
		const [, ...all] = openRows('data/units/minh-hoa-lineage.csv');
		const events = all.filter(([, kind]) => kind === 'sap_nhap');
		const old = tree
			.descendantsOn('MH', '2025-06-30')
			.filter((unit) => unit.kind !== 'Khối cơ quan');
		const wards = old.filter(({ level }) => level === 'xa').map(({ code }) => code);
		expect(events.map(([, , from]) => from).sort()).toEqual(wards.sort());
		for (const [date, kind, , into, share] of events) {
			expect([date, kind, share]).toEqual(['2025-07-01', 'sap_nhap', '1']);
			expect(tree.find(String(into), '2025-07-01')?.validFrom).toBe('2025-07-01');
		}
		expect(new Set(events.map(([, , , into]) => into)).size).toBe(15);
	});
});

describe('a faulty unit list', () => {
	const error = (code: string, more: Omit<Issue, 'code' | 'severity'> = {}): Issue => ({
		severity: 'error',
		code: `unit-list.${code}`,
		...more
	});
	const warning = (code: string, more: Omit<Issue, 'code' | 'severity'> = {}): Issue => ({
		...error(code, more),
		severity: 'warning'
	});

	it('names the columns that it lacks', () => {
		expect(readUnits({ rows: [['Mã đơn vị', 'Tên đơn vị']] })).toEqual({
			units: [],
			issues: [error('missing-column', { params: { column: 'ma_cap_tren' } })]
		});
		expect(readUnits({ rows: [] }).issues.map(({ params }) => params?.column)).toEqual([
			'ma_don_vi',
			'ten_don_vi',
			'ma_cap_tren'
		]);
	});

	it('says that it is empty', () => {
		expect(issuesOf(',,,,,,')).toEqual([error('empty')]);
	});

	it('reports every wrong cell with its place', () => {
		expect(
			issuesOf(
				ROOT,
				',Phường Sen,Phường,xa,C,2020-01-01,',
				'W2,,Phường,thôn,C,31/02/2020,hôm qua',
				'W3,Phường Súng,Phường,xa,C,2025-07-01,2025-06-30'
			)
		).toEqual([
			error('no-code', { row: 3, column: 'ma_don_vi' }),
			error('bad-date', { row: 4, column: 'hieu_luc_den', value: 'hôm qua' }),
			error('bad-date', { row: 4, column: 'hieu_luc_tu', value: '31/02/2020' }),
			error('no-name', { row: 4, column: 'ten_don_vi' }),
			warning('unknown-level', { row: 4, column: 'cap', value: 'thôn' }),
			error('ends-before-start', { row: 5, column: 'hieu_luc_den', value: '2025-06-30' })
		]);
	});

	it('refuses a code twice on one day and keeps the first', () => {
		const { units, issues } = read(
			ROOT,
			'W,Phường Sen,Phường,xa,C,2020-01-01,2025-07-01',
			'W,Phường Súng,Phường,xa,C,2025-07-01,'
		);
		expect(issues).toEqual([
			error('code-twice', { row: 4, column: 'ma_don_vi', value: 'W', params: { other: 3 } })
		]);
		expect(units.map(({ name }) => name)).toEqual(['Thành phố', 'Phường Sen']);
	});

	it('refuses an unknown parent', () => {
		expect(issuesOf(ROOT, 'W,Phường Sen,Phường,xa,X,2020-01-01,')).toEqual([
			error('unknown-parent', { row: 3, column: 'ma_cap_tren', value: 'X' })
		]);
	});

	it('does not blame the children of a refused row', () => {
		expect(
			issuesOf(ROOT, 'D,,Quận,huyen,C,2020-01-01,', 'W,Phường Sen,Phường,xa,D,2020-01-01,')
		).toEqual([error('no-name', { row: 3, column: 'ten_don_vi' })]);
	});

	it('refuses a cycle once, with the way round it', () => {
		expect(
			issuesOf(
				ROOT,
				'A,Một,,,B,2020-01-01,2022-01-01',
				'B,Hai,,,D,2021-01-01,',
				'D,Ba,,,A,2020-01-01,2023-01-01',
				'L,Lá,,,A,2021-06-01,2021-12-31'
			).filter(({ severity }) => severity === 'error')
		).toEqual([
			error('cycle', {
				row: 4,
				column: 'ma_cap_tren',
				value: 'D',
				params: { units: 'B → A → D → B' }
			})
		]);
	});

	it('refuses a list in which every unit has a parent', () => {
		expect(
			issuesOf('A,Một,,,B,2020-01-01,2020-12-31', 'B,Hai,,,A,2021-01-01,').map(({ code }) => code)
		).toContain('unit-list.no-root');
	});

	it('warns of several roots on one day, not of one after the other', () => {
		expect(issuesOf(ROOT, 'C2,Thành phố hai,,,,2021-01-01,')).toEqual([
			warning('several-roots', { row: 3, value: 'C2', params: { count: 2 } })
		]);
		expect(issuesOf('C1,Một,,,,2020-01-01,2020-12-31', 'C2,Hai,,,,2021-01-01,')).toEqual([]);
	});

	it('warns where the parent ends before the unit, with the first day without it', () => {
		expect(
			issuesOf(
				ROOT,
				'D,Quận,Quận,huyen,C,2020-01-01,2025-06-30',
				'W,Phường Sen,Phường,xa,D,2020-01-01,',
				'V,Phường Súng,Phường,xa,D,2019-01-01,2025-06-30'
			)
		).toEqual([
			warning('parent-gap', {
				row: 4,
				column: 'ma_cap_tren',
				value: 'D',
				params: { day: '2025-07-01' }
			}),
			warning('parent-gap', {
				row: 5,
				column: 'ma_cap_tren',
				value: 'D',
				params: { day: '2019-01-01' }
			})
		]);
	});
});
