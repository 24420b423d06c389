import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	isPersonName,
	namesPerson,
	personalSign,
	personalSignInside
} from '#lib/ingest/personal-text.ts';

describe('a person', () => {
	it.each([
		'Nguyễn Thị Minh',
		'NGUYỄN THỊ MINH',
		'Trần Văn Bình',
		'Lê Hoàng',
		'đ/c Phạm Thu Hà',
		'Đồng chí Võ An',
		'Ông Đinh Công Tráng',
		'Nguyễn Thị Minh - Bí thư',
		'Nguyễn Thị Minh (Bí thư)',
		'1. Nguyễn Thị Minh',
		'NGUYEN THI MINH',
		'Tran Van Binh',
		'trần thị bình'
	])('is named by %j', (text) => {
		expect(isPersonName(text)).toBe(true);
	});

	it.each([
		'Phường Nguyễn An Ninh',
		'Chi bộ Lê Lợi',
		'Đảng bộ phường Trần Phú',
		'Hà Nội',
		'Cao Bằng',
		'Kim Liên',
		'Bến Đá',
		'HTXSNV',
		'Nguyễn',
		'Lê lợi thế của địa phương',
		'Tổng cộng',
		'Le Loi',
		'hồ thủy lợi'
	])('is not named by %j', (text) => {
		expect(isPersonName(text)).toBe(false);
	});

	it.each([
		['001180012345', 'ids'],
		['012345678', 'ids'],
		['48175054321', 'ids'],
		['48.012345', 'ids'],
		['0905123456', 'phones'],
		['0905 123 456', 'phones'],
		['+84 905 123 456', 'phones'],
		['minh@example.vn', 'emails'],
		['02/3/1980', 'births'],
		['1980-03-02', 'births']
	])('is told by %j', (text, sign) => {
		expect(personalSign(text)).toBe(sign);
	});

	it.each([
		'125000000',
		'98.512',
		'01/4/2025',
		'31/12/2024',
		'1.234',
		'16.888',
		'24',
		'2025-2030',
		''
	])('is not told by %j', (text) => {
		expect(personalSign(text)).toBeUndefined();
	});

	it('is not told by a count of up to eight digits', () => {
		fc.assert(
			fc.property(fc.nat({ max: 99_999_999 }), (count) => {
				expect(personalSign(String(count))).toBeUndefined();
			})
		);
	});
});

describe('a remark', () => {
	it.each([
		['liên hệ 0905123456', 'phones'],
		['CCCD 001180012345 chưa cập nhật', 'ids'],
		['gửi về minh@example.vn', 'emails'],
		['đ/c Nguyễn Thị Minh nghỉ hưu', 'names'],
		['kỷ luật đồng chí Lê Hoàng, tháng 3', 'names']
	])('%j speaks of a person', (text, sign) => {
		expect(personalSignInside(text)).toBe(sign);
	});

	it.each([
		'01 TCCSĐ mới thành lập',
		'Số liệu tính đến 31/12/2024',
		'theo Quyết định số 132-QĐ/TW ngày 8/3/2018',
		'tăng 1.234.567 lượt',
		'khu vực đường Nguyễn Văn Linh',
		'02 đ/c chuyển đi',
		'phường Bà Triệu'
	])('%j does not', (text) => {
		expect(personalSignInside(text)).toBeUndefined();
	});
});

describe('a note', () => {
	it.each([
		'Nguyễn Thị Minh',
		'đ/c Lê Hoàng nghỉ',
		'trường hợp Nguyễn Thị Minh',
		'gồm Trần Văn Bình'
	])('%j names a person', (text) => {
		expect(namesPerson(text)).toBe(true);
	});

	it.each([
		'đường Nguyễn Văn Linh',
		'gồm chi bộ Võ Thị Sáu',
		'trường Nguyễn Văn Trỗi',
		'tăng 2 đ/c'
	])('%j does not', (text) => {
		expect(namesPerson(text)).toBe(false);
	});
});
