import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeIssue } from '#lib/base/describe-issue.ts';
import type { Issue } from '#lib/base/issue.ts';
import { readCsv } from '#lib/ingest/read-csv.ts';
import { formatLineage } from '#lib/units/format-lineage.ts';
import { formatUnits } from '#lib/units/format-units.ts';
import type { LineageEvent } from '#lib/units/lineage.ts';
import { isLineageList, readLineage } from '#lib/units/read-lineage.ts';
import { readShare } from '#lib/units/read-share.ts';
import { readUnits } from '#lib/units/read-units.ts';
import type { Unit } from '#lib/units/unit.ts';
import { openRows, openUnits } from './open-list.ts';

const HEADER = 'ngay,loai_su_kien,don_vi_cu,don_vi_moi,ty_trong';

/** A and B exist until 30 June 2025, C and D from the day after, K throughout. */
const units: Unit[] = [
	...['A', 'B'].map((code) => unit(code, { validTo: '2025-06-30' })),
	...['C', 'D'].map((code) => unit(code, { validFrom: '2025-07-01' })),
	unit('K', {})
];

function unit(code: string, more: Partial<Unit>): Unit {
	return { code, name: code, kind: '', level: 'xa', validFrom: '2020-01-01', ...more };
}

function read(...lines: string[]) {
	return readLineage(readCsv([HEADER, ...lines].join('\n')), units);
}

describe('a lineage list', () => {
	it('is read by codes, days and words as people write them', () => {
		const rows = [
			['DANH SÁCH KẾ THỪA'],
			['Ngày', 'Loại sự kiện', 'Đơn vị cũ', 'Đơn vị mới', 'Tỷ trọng'],
			['1/7/2025', 'Sáp nhập', 'A', 'C', ''],
			['01/07/2025', 'Chia tách', 'B', 'C', '35%'],
			['2025-07-01', 'chia_tach', 'B', 'D', 0.65],
			['1/7/2025', 'Chuyển cấp', 'K', null, null]
		];
		expect(isLineageList({ rows })).toBe(true);
		expect(readLineage({ rows }, units)).toEqual({
			events: [
				{ date: '2025-07-01', kind: 'merge', from: 'A', to: 'C' },
				{ date: '2025-07-01', kind: 'split', from: 'B', to: 'C', share: '0.35' },
				{ date: '2025-07-01', kind: 'split', from: 'B', to: 'D', share: '0.65' },
				{ date: '2025-07-01', kind: 'level', from: 'K', to: 'K' }
			],
			issues: []
		});
	});

	it('may be empty, and is no list without its columns', () => {
		expect(read()).toEqual({ events: [], issues: [] });
		expect(isLineageList(readCsv('ma_don_vi,ten_don_vi\nA,B\n'))).toBe(false);
		expect(readLineage(readCsv('loai_su_kien,don_vi_cu\n'), units).issues).toEqual([
			error('missing-column', { params: { column: 'ngay' } }),
			error('missing-column', { params: { column: 'don_vi_moi' } })
		]);
	});

	it('reports every wrong cell with its place', () => {
		expect(
			read(
				'30/2/2025,sap_nhap,A,C,',
				'2025-07-01,bay_len,A,C,',
				'2025-07-01,sap_nhap,,C,',
				'2025-07-01,sap_nhap,A,,',
				'2025-07-01,sap_nhap,A,X,',
				'2025-07-01,chia_tach,A,C,1.2',
				'2025-07-01,giai_the,A,,'
			)
		).toEqual({
			events: [{ date: '2025-07-01', kind: 'close', from: 'A' }],
			issues: [
				error('bad-date', { row: 2, column: 'ngay', value: '30/2/2025' }),
				error('unknown-kind', { row: 3, column: 'loai_su_kien', value: 'bay_len' }),
				error('no-old-unit', { row: 4, column: 'don_vi_cu' }),
				error('no-new-unit', { row: 5, column: 'don_vi_moi' }),
				error('unknown-unit', { row: 6, column: 'don_vi_moi', value: 'X' }),
				error('bad-share', { row: 7, column: 'ty_trong', value: '1.2' })
			]
		});
	});

	it('refuses shares that do not add up to 1, and shares that are not all given', () => {
		const split = (first: string, second: string) =>
			read(`2025-07-01,chia_tach,A,C,${first}`, `2025-07-01,chia_tach,A,D,${second}`);
		expect(split('0.3', '0.7').issues).toEqual([]);
		expect(split('', '').events).toHaveLength(2);
		for (const [first = '', second = '', value = ''] of [
			['0.3', '0.6', '0.3 + 0.6'],
			['0.3', '', '0.3']
		]) {
			expect(split(first, second)).toEqual({
				events: [],
				issues: [
					error('shares', {
						row: 3,
						column: 'ty_trong',
						value,
						params: { unit: 'A', day: '2025-07-01' }
					})
				]
			});
		}
	});

	it('refuses an event told twice and a circle of one day, but not a unit that comes back', () => {
		expect(read('2025-07-01,sap_nhap,A,C,', '2025-07-01,sap_nhap,A,C,').issues).toEqual([
			error('twice', { row: 3, column: 'don_vi_cu', value: 'A', params: { other: 2 } })
		]);
		const circle = read('2025-07-01,doi_ten,A,C,', '2025-07-01,doi_ten,C,A,');
		expect(circle.events).toEqual([]);
		expect(circle.issues.map(({ code, params }) => [code, params])).toEqual([
			['lineage.circle', { units: 'A → C → A', day: '2025-07-01' }]
		]);
		expect(read('2025-07-01,doi_ten,A,C,', '2026-07-01,doi_ten,C,A,').events).toHaveLength(2);
	});

	it('warns of units that do not end or begin where the event says', () => {
		expect(read('2025-01-01,sap_nhap,A,C,').issues).toEqual([
			warning('not-ending', {
				row: 2,
				column: 'don_vi_cu',
				value: 'A',
				params: { day: '2025-01-01' }
			}),
			warning('not-beginning', {
				row: 2,
				column: 'don_vi_moi',
				value: 'C',
				params: { day: '2025-01-01' }
			})
		]);
	});

	it('has words for each of its faults', () => {
		const issue = error('circle', { params: { units: 'A → C → A', day: '2025-07-01' } });
		expect(describeIssue(issue, 'vi')).toBe(
			'Trong cùng ngày 01/07/2025 các đơn vị chuyển vào nhau theo vòng tròn: A → C → A. Hãy sửa đơn vị mới.'
		);
	});
});

describe('the shares of a list', () => {
	it.each([
		['1', '1'],
		['0', '0'],
		['0,350', '0.35'],
		['35 %', '0.35'],
		['2,5%', '0.025'],
		['100%', '1'],
		['1.000001', undefined],
		['-0.1', undefined],
		['0.1234567', undefined],
		['nửa', undefined]
	])('%s is %s', (text, share) => {
		expect(readShare(text)).toBe(share);
	});
});

describe('the sample city', () => {
	it('has a lineage without a fault', () => {
		const city = openUnits('data/units/minh-hoa.csv');
		const { events, issues } = readLineage(
			{ rows: openRows('data/units/minh-hoa-lineage.csv') },
			city
		);
		expect(issues).toEqual([]);
		expect(events.length).toBeGreaterThan(44);
	});
});

describe('lists written back', () => {
	const text = fc.stringMatching(/^[A-Za-zĐđạ,;"' -]{0,12}$/).map((each) => each.trim());
	const code = fc.constantFrom('A', 'B', 'C', 'D', 'K');

	it('read as the same events', () => {
		const events = fc.array(
			fc.record({
				date: fc.constantFrom('2025-07-01', '2024-01-01'),
				kind: fc.constantFrom<LineageEvent['kind']>('merge', 'rename', 'move', 'level'),
				from: code,
				to: code
			})
		);
		fc.assert(
			fc.property(events, (events) => {
				const good = readLineage(readCsv(formatLineage(events)), units).events;
				const again = readLineage(readCsv(formatLineage(good)), units).events;
				expect(again).toEqual(good);
				if (good.length === events.length) expect(again).toEqual(events);
			})
		);
		const shared: LineageEvent[] = [
			{ date: '2025-07-01', kind: 'split', from: 'A', to: 'C', share: '0.000001' },
			{ date: '2025-07-01', kind: 'split', from: 'A', to: 'D', share: '0.999999' },
			{ date: '2025-07-01', kind: 'close', from: 'B' }
		];
		expect(readLineage(readCsv(formatLineage(shared)), units).events).toEqual(shared);
	});

	it('read as the same units', () => {
		const list = fc.array(
			fc.record({ name: text, kind: text, ends: fc.boolean(), since: fc.boolean() })
		);
		fc.assert(
			fc.property(list, (rows) => {
				const units = rows.map(({ name, kind, ends, since }, place): Unit => ({
					code: `U${place}`,
					name: `Đảng bộ ${name}`.trim(),
					kind: kind.replace(/\s+/g, ' '),
					level: 'xa',
					...(place > 0 && { parent: 'U0' }),
					validFrom: since ? '2020-01-01' : '0001-01-01',
					...(ends && place > 0 && { validTo: '2025-06-30' })
				}));
				const clean = units.map((unit) => ({ ...unit, name: unit.name.replace(/\s+/g, ' ') }));
				expect(readUnits(readCsv(formatUnits(clean))).units).toEqual(clean);
			})
		);
	});
});

function error(fault: string, more: Omit<Issue, 'code' | 'severity'>): Issue {
	return { severity: 'error', code: `lineage.${fault}`, ...more };
}

function warning(fault: string, more: Omit<Issue, 'code' | 'severity'>): Issue {
	return { ...error(fault, more), severity: 'warning' };
}
