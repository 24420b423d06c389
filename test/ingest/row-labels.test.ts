import { describe, expect, it } from 'vitest';
import {
	isFooter,
	isIndexRow,
	isRepeatedHeader,
	isSubtotalLabel,
	isTotalLabel
} from '#lib/ingest/row-labels.ts';

describe('a total row', () => {
	it.each([
		'Tổng cộng',
		'TỔNG CỘNG',
		'Tổng cộng:',
		'Tổng số',
		'Tổng',
		'Cộng',
		'Cộng (1+….+11)',
		'Tổng số (5 đơn vị)',
		'Toàn Đảng bộ',
		'Toàn thành phố',
		'Tổng toàn Đảng bộ thành phố',
		'Cộng II',
		'Tổng khối phường, xã',
		'TONG CONG',
		'Total'
	])('is called %j', (label) => {
		expect(isTotalLabel(label)).toBe(true);
	});

	it.each([
		'',
		'Đảng bộ Tổng công ty Điện lực',
		'Tổng công ty Cấp nước',
		'Cống Vị',
		'Cộng Hòa',
		'Toàn Thắng',
		'Đảng bộ thành phố Minh Họa',
		'Công an thành phố'
	])('is not called %j', (label) => {
		expect(isTotalLabel(label)).toBe(false);
	});

	it.each([
		['Cộng II', true],
		['Tổng khối cơ quan', true],
		['Cộng', false],
		['Tổng cộng', false],
		['Cộng (1+….+11)', false]
	])('%j is the total of one group: %s', (label, ofGroup) => {
		expect(isSubtotalLabel(label)).toBe(ofGroup);
	});
});

describe('an index row', () => {
	it.each([
		[['(1)', '(2)', '(3)=(4)+(5)', '(4)', '(5)']],
		[['1', '2', '3=4+5', '4', '5', '6']],
		[['1', '2', '3', '4(=2*100/3)']],
		[['A', 'B', '1', '2', '3']],
		[['(A)', '(B)', '(1)', '(2)', '(3)']],
		[['a', 'b', '1', '2', '', '3']],
		[['I', 'II', '[1]', '[2]', '[3]=[1]+[2]']]
	])('%j counts its columns', (cells) => {
		expect(isIndexRow(cells)).toBe(true);
	});

	it.each([
		[['1', 'Đảng bộ phường An Bình', '2', '3', '4']],
		[['1', '24', '9', '15', '86']],
		[['1', '2']],
		[['', '', '']]
	])('%j does not', (cells) => {
		expect(isIndexRow(cells)).toBe(false);
	});
});

describe('a footer', () => {
	it.each([
		['Ghi chú: số liệu chưa gồm Đảng bộ Quân sự'],
		['…, ngày 05 tháng 01 năm 2025'],
		['Minh Họa, ngày    tháng   năm 2025'],
		['NGƯỜI LẬP BIỂU'],
		['TRƯỞNG BAN'],
		['T/M BAN THƯỜNG VỤ'],
		['Nơi nhận:'],
		['Trang 2/3'],
		['(Ký, ghi rõ họ tên)']
	])('may say %j', (text) => {
		expect(isFooter(['', text])).toBe(true);
	});

	it('is no row of a unit', () => {
		expect(isFooter(['1', 'Đảng bộ các cơ quan Đảng', '24'])).toBe(false);
	});
});

describe('a repeated header', () => {
	const header = ['STT', 'Đơn vị', 'HTXSNV', 'HTTNV', 'HTNV'];

	it('has most of the header again', () => {
		expect(isRepeatedHeader(['STT', 'Đơn vị', 'HTXSNV', 'HTTNV', ''], header)).toBe(true);
	});

	it('is no row of figures', () => {
		expect(isRepeatedHeader(['1', 'Đảng bộ phường 1', '2', '3', '4'], header)).toBe(false);
	});
});
