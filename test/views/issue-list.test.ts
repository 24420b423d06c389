import { describe, expect, test } from 'vitest';
import { describeIssue } from '#lib/base/describe-issue.ts';
import type { Issue } from '#lib/base/issue.ts';
import { countIssues, issueList, issueTable, sortIssues } from '#lib/views/issue-list.ts';

const missing: Issue = {
	severity: 'error',
	code: 'unit-list.missing-column',
	params: { column: 'ma_don_vi' }
};
const badDate: Issue = {
	severity: 'error',
	code: 'unit-list.bad-date',
	row: 7,
	column: 'hieu_luc_tu',
	value: '31/02/2025'
};
const level: Issue = { severity: 'warning', code: 'unit-list.unknown-level', row: 2, value: 'ấp' };

describe('issueList', () => {
	test('says how grave each issue is, where it is, what is wrong and what to do', () => {
		expect(issueList([missing, badDate, level], 'vi')).toEqual([
			{
				severity: 'error',
				severityWord: 'Lỗi',
				row: '',
				column: '',
				value: '',
				words: describeIssue(missing, 'vi')
			},
			{
				severity: 'error',
				severityWord: 'Lỗi',
				row: '7',
				column: 'hieu_luc_tu',
				value: '31/02/2025',
				words: describeIssue(badDate, 'vi')
			},
			{
				severity: 'warning',
				severityWord: 'Cảnh báo',
				row: '2',
				column: '',
				value: 'ấp',
				words: describeIssue(level, 'vi')
			}
		]);
	});
});

test('the gravest issues come first, then those of the first rows', () => {
	expect(sortIssues([level, badDate, missing])).toEqual([missing, badDate, level]);
});

test('issues are counted by severity', () => {
	expect(countIssues([missing, badDate, level])).toEqual({ error: 2, warning: 1, info: 0 });
});

test('the table for a file has a header and a row for each issue, with the name of its file', () => {
	expect(issueTable([{ file: 'units.csv', issues: [badDate] }], 'en')).toEqual([
		['File', 'Severity', 'Row', 'Column', 'Value', 'What is wrong and what to do'],
		['units.csv', 'Error', '7', 'hieu_luc_tu', '31/02/2025', describeIssue(badDate, 'en')]
	]);
});
