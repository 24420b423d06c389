import { describe, expect, it } from 'vitest';
import { columnSheetsOf } from '#lib/catalogue/find-in-catalogue.ts';
import { productCatalogue } from '#lib/catalogue/load-catalogue.ts';
import { headerDictionary } from '#lib/ingest/header-dictionary.ts';
import { headerTexts } from '#lib/ingest/header-key.ts';
import { matchColumns } from '#lib/ingest/match-columns.ts';

/** What the columns of a header row carry, in a word each. */
function rolesOf(template: string, headers: string[]): string[] {
	const dictionary = headerDictionary(productCatalogue().templates);
	const found = dictionary.find((each) => each.template.id === template);
	if (!found) throw new Error(`no template ${template}`);
	const paths = headerTexts(headers).map((cell) => (cell.text === '' ? [] : [cell]));
	return matchColumns(paths, { headers: found }).map(({ role }) => {
		if (role.kind === 'measure') return role.measure.id;
		if (role.kind === 'attribute') return role.attribute.id;
		return role.kind;
	});
}

describe('matchColumns', () => {
	it('knows every header of every template, in the order of the sheet', () => {
		for (const { id, measures } of columnSheetsOf(productCatalogue())) {
			const headers = measures.map(({ header }) => header);
			expect(rolesOf(id, headers)).toEqual(measures.map((measure) => measure.id));
		}
	});

	it('knows headers without marks, in capitals, with line breaks and with other empty words', () => {
		expect(
			rolesOf('B1', ['TT', 'TEN DON VI', 'TONG SO TCCSD', 'TCCSĐ\nđược đánh giá,\nxếp loại', 'TỐT'])
		).toEqual(['index', 'unit', 'b1.tccsd', 'b1.xl', 'b1.tot']);
	});

	it('gives a repeated header to the column before it', () => {
		expect(rolesOf('B6', ['Đơn vị', 'ĐB HĐND xã', 'nữ', 'ĐBQH', 'Trong đó: nữ'])).toEqual([
			'unit',
			'b6.hdnd_x',
			'b6.hdnd_x_nu',
			'b6.dbqh',
			'b6.dbqh_nu'
		]);
	});

	it('passes over percentages and blank columns between a part and its whole', () => {
		expect(
			rolesOf('B7', ['Vụ việc vi phạm của ĐV đến hạn xử lý', 'TL (%)', '', 'Đã xử lý đúng hạn'])
		).toEqual(['b7.vv_dv', 'percent-companion', 'blank', 'b7.vv_dv_xl']);
	});

	it('gives a repeated header behind an unknown column to nobody', () => {
		expect(rolesOf('B6', ['Lãnh đạo, quản lý', 'Cán bộ trẻ', 'nữ'])).toEqual([
			'b6.ldql',
			'unknown',
			'unknown'
		]);
	});

	it('does not take the women among those admitted for the women among all members', () => {
		expect(rolesOf('B2', ['Kết nạp (lũy kế)', 'Trong đó: nữ'])).toEqual(['b2.kn_lk', 'unknown']);
	});

	it('knows a part away from its whole where its name tells by itself', () => {
		expect(rolesOf('B1', ['Trong đó: Đảng bộ cơ sở', 'Đơn vị', 'Tổng số TCCSĐ'])).toEqual([
			'b1.dbcs',
			'unit',
			'b1.tccsd'
		]);
	});

	it.each(['nữ_1', 'nữ.1', 'nữ (2)', 'nữ:1'])('knows the mark of a tool in %j', (header) => {
		expect(rolesOf('B6', ['ĐBQH', header])).toEqual(['b6.dbqh', 'b6.dbqh_nu']);
	});

	it('never takes a percentage for a count', () => {
		expect(rolesOf('B1', ['HTXSNV (%)', 'Tỷ lệ HTTNV', 'Tỷ lệ HTTNV trở lên (%)'])).toEqual([
			'percent-companion',
			'percent-companion',
			'percent'
		]);
	});

	it('knows codes, with or without the sheet, beside other columns', () => {
		expect(rolesOf('B3', ['STT', 'ma_don_vi', 'Kỳ', 'b3.tt', 'B3.TT_DV'])).toEqual([
			'index',
			'unit-code',
			'period',
			'b3.tt',
			'b3.tt_dv'
		]);
		expect(rolesOf('B3', ['TT', 'Đơn vị', 'tt', 'tt_dv'])).toEqual([
			'index',
			'unit',
			'b3.tt',
			'b3.tt_dv'
		]);
		expect(rolesOf('B5', ['Đơn vị', 'cap', 'nhiem_ky', 'qh_nu'])).toEqual([
			'unit',
			'b5.cap',
			'b5.nhiem_ky',
			'b5.qh_nu'
		]);
	});
});
