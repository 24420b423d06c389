import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeText } from '#lib/ingest/decode-text.ts';
import type { Cell, Grid } from '#lib/ingest/grid.ts';
import { fromLegacy } from '#lib/ingest/legacy-letters.ts';
import { settleLegacyText } from '#lib/ingest/legacy-text.ts';
import { isVietnameseSyllable } from '#lib/ingest/vietnamese-syllable.ts';
import { encodeTcvn3, encodeVni, VIETNAMESE_LETTERS } from './legacy-fonts.ts';

const ENCODERS = { tcvn3: encodeTcvn3, vni: encodeVni };
const SHEET = [
	['Biểu 1. Tổ chức đảng', null, null],
	['Đơn vị', 'Tổng số', 'Đảng viên nữ'],
	['Đảng bộ phường Hòa Khánh', 'Chi bộ', 24],
	['Đảng bộ xã Suối Đá', 'Bé', 7],
	['Hòa An', 'Số', 3]
] as const satisfies Cell[][];

const encoded = (encode: (text: string) => string): Grid => ({
	rows: SHEET.map((row) => row.map((cell) => (typeof cell === 'string' ? encode(cell) : cell)))
});
const after = (grid: Grid): Cell[][] => settleLegacyText(grid, {}).grid.rows;

describe.each(['tcvn3', 'vni'] as const)('text in %s', (encoding) => {
	const encode = ENCODERS[encoding];

	it('is converted letter by letter, in both cases', () => {
		const back = VIETNAMESE_LETTERS.map((letter) => fromLegacy(encode(letter), encoding));
		expect(back).toEqual(VIETNAMESE_LETTERS);
	});

	it('of any words is converted back', () => {
		const word = fc.constantFrom(
			...['Đảng', 'bộ', 'phường', 'Ứng', 'Hòa', 'Khánh', 'Yên', 'Quyết', 'ĐẢNG', 'BỘ', 'Ái', 'Ấm'],
			...[
				'nghị',
				'xã',
				'Mỹ',
				'Vĩnh',
				'Kỳ',
				'giữa',
				'tỷ',
				'lệ',
				'ưu',
				'tú',
				'hoàn',
				'thành',
				'95,5%'
			]
		);
		fc.assert(
			fc.property(fc.array(word), (words) => {
				const text = words.join(' ');
				expect(fromLegacy(encode(text), encoding)).toBe(text);
			})
		);
	});

	it('is converted in every cell, short ones along with their column, and asked about', () => {
		const { grid, questions, issues } = settleLegacyText(encoded(encode), {});
		expect(grid.rows).toEqual(SHEET);
		expect(questions).toEqual([
			{
				key: 'legacy-text',
				kind: 'legacy-text',
				params: {
					encoding: encoding === 'tcvn3' ? 'TCVN3 (ABC)' : 'VNI',
					before: encode(SHEET[0][0]),
					after: SHEET[0][0],
					count: 10
				},
				choices: [{ value: 'convert' }, { value: 'keep' }],
				required: true,
				row: 1
			}
		]);
		expect(issues).toEqual([]);
	});

	it('is converted and told of once that is agreed to', () => {
		const { grid, questions, issues } = settleLegacyText(encoded(encode), {
			'legacy-text': 'convert'
		});
		expect(grid.rows[1]).toEqual(SHEET[1]);
		expect(questions).toEqual([]);
		expect(issues.map(({ severity, code, row }) => ({ severity, code, row }))).toEqual([
			{ severity: 'info', code: 'legacy-text', row: 1 }
		]);
	});

	it('stays as it is where the analyst says so', () => {
		const grid = encoded(encode);
		expect(settleLegacyText(grid, { 'legacy-text': 'keep' })).toEqual({
			grid,
			questions: [],
			issues: []
		});
	});

	it('in the bytes of a CSV file comes out as typed, ready to be converted', () => {
		const text = 'Đơn vị,Tổng số\nĐảng bộ phường Hòa Khánh,24\nĐảng bộ xã Suối Đá,7\n';
		const bytes = Uint8Array.from(encode(text), (letter) => letter.charCodeAt(0));
		expect(fromLegacy(decodeText(bytes), encoding)).toBe(text);
	});

	it('is found in a sheet that is Unicode for the rest, whose cells stay as they are', () => {
		const unicode = [
			['Hòa An', 'Chi bộ Sở Nội vụ'],
			['Bến Đá', 'Lý'],
			['Suối Đá', 'Hà Nội']
		];
		const old = [['Đảng bộ'], ['Tổng số'], ['Phường Tân Định']];
		const rows = unicode.map((row, at) => [...row, encode(old[at]?.[0] ?? '')]);
		expect(after({ rows })).toEqual(unicode.map((row, at) => [...row, ...(old[at] ?? [])]));
	});
});

describe('text of the specification', () => {
	it.each([
		['tcvn3', 'Tæng sè', 'Tổng số'],
		['tcvn3', '§¶ng viªn', 'Đảng viên'],
		['tcvn3', 'Chi bé', 'Chi bộ'],
		['vni', 'Toång soá', 'Tổng số'],
		['vni', 'Ñaûng vieân', 'Đảng viên'],
		['vni', 'Chi boä', 'Chi bộ']
	] as const)('in %s “%s” is “%s”', (encoding, before, expected) => {
		expect(fromLegacy(before, encoding)).toBe(expected);
	});

	it('typed in capitals reads in capitals', () => {
		expect(fromLegacy('§¶NG Bé TØNH', 'tcvn3')).toBe('ĐẢNG Bộ TỈNH');
	});
});

describe('a font that the file tells', () => {
	const fonts = (font: NonNullable<Grid['legacyFonts']>[number]): Grid => ({
		rows: [['Chi bé', 'Bé']],
		legacyFonts: [font]
	});

	it('settles what the letters alone do not', () => {
		expect(after(fonts({ row: 1, column: 1, encoding: 'tcvn3' }))).toEqual([['Chi bộ', 'Bé']]);
	});

	it('of capitals makes capitals', () => {
		const grid = fonts({ row: 1, column: 1, encoding: 'tcvn3', capitals: true });
		expect(after(grid)).toEqual([['CHI BỘ', 'Bé']]);
	});

	it('does not make Unicode text what it is not', () => {
		const grid: Grid = {
			rows: [['Đảng bộ xã Ân Hòa']],
			legacyFonts: [{ row: 1, column: 1, encoding: 'tcvn3' }]
		};
		expect(settleLegacyText(grid, {})).toEqual({ grid, questions: [], issues: [] });
	});
});

describe('text that is not in an old encoding', () => {
	it.each<[string, string[]]>([
		[
			'Vietnamese in Unicode',
			['Hòa', 'Hoà An', 'Bé Tư', 'Lý', 'Xã Sá Tổng', 'sè', 'Đắk Lắk', 'Mỹ Á']
		],
		['Vietnamese in capitals', ['ĐẢNG BỘ XÃ ÂN HÒA', 'TỔNG SỐ', 'ÔNG ÍCH KHIÊM', 'HÀ NỘI']],
		[
			'French names',
			['Hélène Crémieux', 'Noël', 'François Léo', 'Où êtes-vous', 'Dû', 'Zoé', 'Gaëtan']
		],
		['German, Danish and Spanish', ['für Öl', 'Æbleskiver på Ærø', 'El Niño', 'Ñandú', 'señor']],
		['signs', ['§ 5', '• một', '5 µg', '± 3', '©', '«xin»', '20 °C', '½', '3 m²', 'a·b', '¶', '®']],
		['plain letters', ['Tong so', 'Dang vien', '12', 'x']]
	])('is left alone: %s', (_, texts) => {
		const grid = { rows: texts.map((text) => [text, 5]) };
		expect(settleLegacyText(grid, {})).toEqual({ grid, questions: [], issues: [] });
	});
});

describe('a Vietnamese syllable', () => {
	it.each(['nghiêng', 'Quyết', 'hoá', 'hóa', 'giữa', 'gì', 'thuở', 'khuỷu', 'ĐƯỜNG', 'yếu', 'oẳn'])(
		'is “%s”',
		(word) => expect(isVietnameseSyllable(word)).toBe(true)
	);

	it.each(['xaõ', 'Tæng', 'bộc lộ', 'cat́t', 'các̀', 'zoé', 'für', 'đ', '§', 'mậ̀', 'nghiêngg', ''])(
		'is not “%s”',
		(word) => expect(isVietnameseSyllable(word)).toBe(false)
	);
});
