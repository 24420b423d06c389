import { describe, expect, it } from 'vitest';
import { describeIssue } from '#lib/base/describe-issue.ts';
import type { Issue } from '#lib/base/issue.ts';
import { allMessages } from '#lib/base/messages.ts';

const mismatch: Issue = {
	severity: 'error',
	code: 'total-mismatch',
	row: 9,
	column: 'HTXSNV',
	value: '1.022',
	params: { label: 'Tổng cộng', column: 'HTXSNV', measure: 'b1.xs', expected: 1021, found: 1022 }
};

describe('describeIssue', () => {
	it('says what is wrong and what to do, with numbers as the language writes them', () => {
		expect([describeIssue(mismatch, 'vi'), describeIssue(mismatch, 'en')]).toEqual([
			'Dòng “Tổng cộng”, cột “HTXSNV”: ghi 1.022, cộng các dòng được 1.021. Hãy sửa dòng tổng hoặc số liệu các dòng.',
			'Row “Tổng cộng”, column “HTXSNV”: it says 1,022, the rows add up to 1,021. Correct the total or the rows.'
		]);
	});

	it('has other words where a parameter tells more', () => {
		const unknown: Issue = { severity: 'error', code: 'unknown-unit', value: 'An Bìn' };
		const similar = { ...unknown, params: { similar: 'Đảng bộ phường An Bình (MH01)' } };
		expect([describeIssue(unknown, 'vi'), describeIssue(similar, 'vi')]).toEqual([
			'Không có đơn vị “An Bìn” trong danh mục. Hãy sửa tên, ghi mã đơn vị, hoặc bổ sung đơn vị vào danh mục.',
			'Không có đơn vị “An Bìn” trong danh mục. Có phải là: Đảng bộ phường An Bình (MH01)? Hãy sửa tên hoặc ghi mã đơn vị.'
		]);
	});

	it('writes periods and days as the language does', () => {
		const params = {
			name: 'Đảng bộ phường 1',
			from: '2020-01-01',
			to: '2025-06-30',
			period: '2025-Q4'
		};
		const issue: Issue = { severity: 'error', code: 'unit-not-valid', params };
		expect([describeIssue(issue, 'vi'), describeIssue(issue, 'en')]).toEqual([
			'“Đảng bộ phường 1” không tồn tại trong quý IV/2025: đơn vị có hiệu lực từ ngày 01/01/2020 đến ngày 30/06/2025. Hãy ghi đơn vị của kỳ đó, hoặc kiểm tra kỳ báo cáo.',
			'“Đảng bộ phường 1” does not exist in Q4 2025: it existed from 2020-01-01 to 2025-06-30. Write the unit of that time, or check the period.'
		]);
	});

	it('leaves out a cell that may be a person’s', () => {
		const issue: Issue = { severity: 'error', code: 'unknown-unit', row: 4, column: 'Đơn vị' };
		expect(describeIssue(issue, 'vi')).toBe(
			'Không có đơn vị “…” trong danh mục. Hãy sửa tên, ghi mã đơn vị, hoặc bổ sung đơn vị vào danh mục.'
		);
	});

	it('speaks of unit lists too, whose codes are their messages', () => {
		const issue: Issue = { severity: 'error', code: 'unit-list.code-twice', params: { other: 4 } };
		expect(describeIssue(issue, 'en')).toBe(
			'This code already stands in row 4, valid on the same days. Change the code or the validity.'
		);
	});

	it('lets a code without words stand for itself', () => {
		expect(describeIssue({ severity: 'info', code: 'news' }, 'vi')).toBe('news');
	});

	it('has the same places in both languages', () => {
		for (const [key, { vi, en }] of allMessages()) {
			if (key.startsWith('issue.')) expect([key, placesIn(en)]).toEqual([key, placesIn(vi)]);
		}
	});
});

function placesIn(text: string): string[] {
	return [...new Set(text.match(/\{\w+\}/g))].sort();
}
