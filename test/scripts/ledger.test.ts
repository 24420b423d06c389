import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readLedgerOptions } from '#scripts/commands/ledger-options.ts';
import { runThuocdo } from './run-thuocdo.ts';

const UNITS = ['--units', 'test/fixtures/examples/units.csv'];
const TODAY = ['--today', '2026-11-22'];
const SHEET = `STT,Mã chỉ tiêu,Nội dung,Đơn vị,Kỳ,Kế hoạch/ chỉ tiêu,Thực hiện,ĐVT,Trạng thái,Ngày nộp/ hoàn thành,"Số, ký hiệu văn bản",Ghi chú
1,vt-report-6m,Báo cáo 6 tháng,Đảng bộ phường Tân Lợi,6 tháng 2024,trước 15/6,1,báo cáo,Nộp muộn,16/6/2024,,
2,vt-report-6m,Báo cáo 6 tháng,Đảng bộ phường An Bình,6 tháng 2024,trước 15/6,1,báo cáo,Nộp đúng hạn,13/6/2024,,
3,dn-2025-party-database,CSDL tổ chức đảng,Đảng bộ thành phố Minh Họa,Quý IV/2024,44,31,ĐBCS,Đang thực hiện,,,31/44 ĐBCS
4,256-KH/TU#V.1.1,Kế hoạch,Đảng bộ thành phố Minh Họa,Năm 2025,,,,Hoàn thành,30/12/2025,,
`;

interface Row {
	id: string;
	kind: string;
	state: string;
	last: string | null;
	days: number | null;
	occurrences: { last: string | null; state: string; tally: object | null; reports: object[] }[];
}

interface Answer {
	today: string;
	unit: string;
	tally: Record<string, number>;
	rows: Row[];
}

let folder: string;
let sheet: string;
beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'thuocdo-'));
	sheet = join(folder, 'B8.csv');
	writeFileSync(sheet, SHEET);
});
afterAll(() => {
	rmSync(folder, { recursive: true });
});

function ledgerOf(...args: string[]): Answer {
	const run = runThuocdo('ledger', ...args, ...UNITS, ...TODAY, '--json');
	expect({ code: run.code, stderr: run.stderr }).toEqual({ code: 0, stderr: '' });
	return JSON.parse(run.stdout) as Answer;
}

describe('thuocdo ledger', () => {
	it('lists every milestone, duty and task without any file', () => {
		const { today, unit, tally, rows } = ledgerOf();
		const count = (kind: string): number => rows.filter((row) => row.kind === kind).length;
		expect([today, unit, tally.all, tally.overdue]).toEqual(['2026-11-22', 'MH', 292, 0]);
		expect([count('milestone'), count('duty'), count('task')]).toEqual([19, 29, 244]);
	});

	it('tells by sheets B8 what is done, late and overdue, with file and row', () => {
		const { rows } = ledgerOf(sheet);
		const rowOf = (id: string): Row | undefined => rows.find((row) => row.id === id);
		expect(rowOf('dn-2025-party-database')).toMatchObject({
			state: 'overdue',
			last: '2025-12-31',
			days: 326,
			occurrences: [
				{ reports: [{ period: '2024-Q4', plan: 44, done: 31, file: 'B8.csv', row: 4 }] }
			]
		});
		const halfYear = rowOf('vt-report-6m')?.occurrences.find(({ last }) => last === '2024-06-14');
		expect(halfYear).toMatchObject({
			state: 'overdue',
			tally: { owed: 5, sent: 2, onTime: 1, late: 1 }
		});
		expect(
			rowOf('256-KH/TU#V.1.1')?.occurrences.map(({ last, state }) => [last, state])
		).toContainEqual(['2025-12-31', 'on-time']);
	});

	it('looks at one unit, and filters by body without accents, document and kind', () => {
		const reported = ledgerOf(sheet, '--unit', 'MH02', '--kind', 'duty').rows;
		const own = reported.find(({ id }) => id === 'vt-report-6m')?.occurrences;
		expect(own?.find(({ last }) => last === '2024-06-14')).toMatchObject({
			state: 'late',
			days: 2,
			tally: null
		});
		const byBody = ledgerOf('--body', 'ban tuyen giao thanh uy', '--document', '256-KH/TU');
		expect(byBody.rows.length).toBeGreaterThan(3);
		expect(byBody.rows.length).toBeLessThan(92);
	});

	it('writes the calendar of what is ahead', () => {
		const run = runThuocdo('ledger', sheet, ...UNITS, ...TODAY, '--ics', '--kind', 'duty');
		expect(run.code).toBe(0);
		expect(run.stdout).toMatch(/^BEGIN:VCALENDAR\r\n/);
		const days = [...run.stdout.matchAll(/DTSTART;VALUE=DATE:(\d{8})/g)].map(([, day]) => day);
		expect(days.length).toBeGreaterThan(10);
		expect(days.every((day = '') => day >= '20261122')).toBe(true);
	});

	it('says what may be chosen where a choice is none', () => {
		const run = runThuocdo('ledger', '--document', 'x');
		expect(run.code).toBe(2);
		expect(run.stderr).toContain('256-kh-tu');
	});

	it('refuses what is no state, kind, day or option', () => {
		const refused = (...args: string[]) => expect(() => readLedgerOptions(args));
		refused('--state', 'x').toThrow(/cli.bad-choice.*overdue, soon/);
		refused('--kind', 'x').toThrow(/cli.bad-choice.*report, milestone/);
		refused('--today', '2024-02-30').toThrow(/cli.bad-day/);
		refused('--today', 'x').toThrow(/cli.bad-day/);
		refused('--until', 'x').toThrow(/cli.bad-usage/);
	});
});
