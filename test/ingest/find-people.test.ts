import { describe, expect, it } from 'vitest';
import type { Issue } from '#lib/base/issue.ts';
import { findPeople } from '#lib/ingest/find-people.ts';
import type { Cell } from '#lib/ingest/grid.ts';
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

function issueOf(rows: Cell[][]): Issue | undefined {
	return findPeople({ rows }, { finder });
}

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

	it('refuses birth dates and addresses of mail', () => {
		const births = [['02/3/1980'], ['15/7/1975'], ['1/1/1990']];
		const mails = [['a@example.vn'], ['b@example.vn'], ['c@example.vn']];
		expect([issueOf(births)?.params, issueOf(mails)?.params]).toEqual([
			{ births: 'A' },
			{ emails: 'A' }
		]);
	});

	it('takes wards that bear the names of persons for wards, with or without "Phường"', () => {
		expect(issueOf(WARDS.map((name) => [name, 24, 9]))).toBeUndefined();
		expect(issueOf(WARDS.map((name) => [`Đảng bộ phường ${name}`, 24, 9]))).toBeUndefined();
	});

	it('leaves two names in a table of units alone', () => {
		const rows = [...WARDS.map((name) => [`Phường ${name}`, 24]), ['Nguyễn Văn A'], ['Trần Thị B']];
		expect(issueOf(rows)).toBeUndefined();
	});

	it('does not mind contact data above the table', () => {
		const rows = [['Điện thoại', '0236 3 123 456'], ...WARDS.map((name) => [name, 24])];
		expect(issueOf(rows)).toBeUndefined();
	});
});
