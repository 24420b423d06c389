import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Issue } from '#lib/base/issue.ts';
import { productCatalogue } from '#lib/catalogue/load-catalogue.ts';
import { findPeople } from '#lib/ingest/find-people.ts';
import { findTables } from '#lib/ingest/find-tables.ts';
import type { Cell } from '#lib/ingest/grid.ts';
import { headerDictionary } from '#lib/ingest/header-dictionary.ts';
import { createUnitFinder } from '#lib/units/find-unit.ts';

const WARDS = ['Lê Lợi', 'Trần Phú', 'Nguyễn An Ninh', 'Hoàng Văn Thụ'];
const finder = createUnitFinder(
	WARDS.map((name, index) => ({
		code: `P${index}`,
		name: `Phường ${name}`,
		kind: 'Phường',
		level: 'xa',
		validFrom: '2020-01-01'
	}))
);
const dictionary = headerDictionary(productCatalogue().templates);

function issueOf(rows: Cell[][]): Issue | undefined {
	return findPeople({ rows }, { tables: findTables({ rows }, dictionary), finder });
}

/** The sheets of a fixture: `# title`, then rows with `|` between their cells. */
function sheetsOf(name: string): [string, Cell[][]][] {
	const text = readFileSync(new URL(`../fixtures/people/${name}.txt`, import.meta.url), 'utf8');
	return text
		.split(/^# /m)
		.filter((sheet) => sheet.trim() !== '')
		.map((sheet) => {
			const [title = '', ...rows] = sheet.trimEnd().split('\n');
			return [title, rows.map((row) => row.split('|'))];
		});
}

describe('a sheet that tells of persons', () => {
	const sheets = sheetsOf('refused');

	it('has twenty-five examples and more', () => {
		expect(sheets.length).toBeGreaterThanOrEqual(25);
	});

	it.each(sheets)('is refused: %s', (_, rows) => {
		const issue = issueOf(rows);
		expect(issue).toMatchObject({ severity: 'error', code: 'people-refused' });
		expect(issue).not.toHaveProperty('value');
	});
});

describe('a sheet of counts', () => {
	const sheets = sheetsOf('accepted');

	it('has twenty-five examples and more', () => {
		expect(sheets.length).toBeGreaterThanOrEqual(25);
	});

	it.each(sheets)('is not refused: %s', (_, rows) => {
		expect(issueOf(rows)).toBeUndefined();
	});
});

describe('findPeople', () => {
	it('refuses a list by its heading, and quotes the heading only', () => {
		const rows = [
			['TT', 'Họ và tên khai sinh', 'Chi bộ', 'Ngày sinh'],
			['1', 'Nguyễn Thị Minh', 'Chi bộ 1', '02/3/1980']
		];
		expect(issueOf(rows)).toEqual({
			severity: 'error',
			code: 'people-refused',
			row: 1,
			column: 'B',
			params: { heading: 'Họ và tên' }
		});
	});

	it('refuses a list without a heading by the names, wherever they stand', () => {
		const rows = WARDS.map((_, index) => [index, `Chi bộ ${index}`, `Trần Văn ${'ABCD'[index]}`]);
		expect(issueOf(rows)).toEqual({
			severity: 'error',
			code: 'people-refused',
			column: 'C',
			params: { names: 'C' }
		});
	});

	it('says which remark names a person', () => {
		const rows = [
			['Đơn vị', 'Tổng số TCCSĐ', 'Đảng bộ cơ sở', 'Chi bộ cơ sở', 'Ghi chú'],
			['Phường Lê Lợi', 24, 9, 15, ''],
			['Phường Trần Phú', 20, 7, 13, 'đ/c Nguyễn Thị Minh nghỉ hưu']
		];
		expect(issueOf(rows)).toEqual({
			severity: 'error',
			code: 'people-refused',
			row: 3,
			column: 'E',
			params: { remark: 'E' }
		});
	});

	it('knows numbers that a spreadsheet holds as numbers', () => {
		const rows = [1180012345, 48175054321, 31190000001].map((id, at): Cell[] => [at + 1, id]);
		expect(issueOf(rows)?.params).toEqual({ ids: 'B' });
	});
});
