import { describe, expect, it } from 'vitest';
import { findTitleBody } from '#lib/ingest/find-title-body.ts';
import { createUnitFinder } from '#lib/units/find-unit.ts';
import { exampleUnits } from './example-units.ts';

const finder = createUnitFinder(await exampleUnits());

function bodyOf(...titles: string[]): string | undefined {
	const rows = titles.map((title) => [title]);
	return findTitleBody({ rows }, { titles: titles.map((_, at) => at + 1) }, finder);
}

describe('findTitleBody', () => {
	it('finds the unit that the title names, in capitals or behind a label', () => {
		expect(bodyOf('ĐẢNG BỘ PHƯỜNG TÂN LỢI', 'BÁO CÁO NĂM 2024')).toBe('MH02');
		expect(bodyOf('Biểu số 2', 'Đơn vị báo cáo: Đảng bộ xã Hòa Thịnh')).toBe('MH04');
	});

	it('finds the lower one where the unit above it stands over it', () => {
		expect(bodyOf('ĐẢNG BỘ THÀNH PHỐ MINH HỌA\nĐẢNG BỘ PHƯỜNG TÂN LỢI')).toBe('MH02');
	});

	it('finds none where the title names none, or two side by side', () => {
		expect(bodyOf('BÁO CÁO NĂM 2024')).toBe(undefined);
		expect(bodyOf('Phường An Bình', 'Phường Tân Lợi')).toBe(undefined);
	});
});
