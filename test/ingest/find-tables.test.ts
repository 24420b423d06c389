import { describe, expect, it } from 'vitest';
import { productCatalogue } from '#lib/catalogue/load-catalogue.ts';
import type { Table, TableColumn } from '#lib/ingest/find-table.ts';
import { findTables } from '#lib/ingest/find-tables.ts';
import type { Cell, Grid, MergedRange } from '#lib/ingest/grid.ts';
import { headerDictionary } from '#lib/ingest/header-dictionary.ts';

const DICTIONARY = headerDictionary(productCatalogue().templates);

/** A grid drawn with bars; a blank place is an empty cell. */
function draw(text: string, merges?: MergedRange[]): Grid {
	const rows = text
		.trim()
		.split('\n')
		.map((line) => line.split('|').map((cell): Cell => cell.trim() || null));
	return { rows, ...(merges && { merges }) };
}

function carried({ role, period }: TableColumn): string {
	const id = role.kind === 'measure' ? role.measure.id : undefined;
	const word = id ?? (role.kind === 'attribute' ? role.attribute.id : role.kind);
	return period ? `${word} ${period}` : word;
}

/** Where each table stands, and what its columns carry. */
function found(grid: Grid): object[] {
	return findTables(grid, DICTIONARY).map(summaryOf);
}

function summaryOf({ template, titles, top, header, end, columns }: Table): object {
	return { template: template?.id, titles, top, header, end, columns: columns.map(carried) };
}

describe('findTables', () => {
	it('joins the levels of a header whose merged cells are blanks', () => {
		const grid = draw(`
THÀNH ỦY …|||||Biểu số 01
|TỔNG HỢP KẾT QUẢ ĐÁNH GIÁ, XẾP LOẠI TCCSĐ NĂM 2024
TT|Tên đơn vị|TS TCCSĐ|Trong đó||Đã XL|Kết quả xếp loại||||Ghi chú
|||ĐBCS|CBCS||HTSXNV|TL|HTTNV|KHTNV|
1|2|3=4+5|4|5|6|7|8|9|10|11
1|P. An Bình|24|9|15|24|04|16,7|18|-|`);
		const [table] = findTables(grid, DICTIONARY);
		expect(table?.columns.map(({ name, by }) => [name, by])).toEqual([
			['TT', 'synonym'],
			['Tên đơn vị', 'synonym'],
			['TS TCCSĐ', 'synonym'],
			['Trong đó › ĐBCS', 'path'],
			['Trong đó › CBCS', 'path'],
			['Đã XL', 'synonym'],
			['Kết quả xếp loại › HTSXNV', 'path'],
			['Kết quả xếp loại › TL', undefined],
			['Kết quả xếp loại › HTTNV', 'path'],
			['Kết quả xếp loại › KHTNV', 'path'],
			['Ghi chú', 'exact']
		]);
		expect(found(grid)).toEqual([
			{
				template: 'B1',
				titles: [1, 2],
				top: 3,
				header: 4,
				end: 6,
				columns: [
					'index',
					'unit',
					'b1.tccsd',
					'b1.dbcs',
					'b1.cbcs',
					'b1.xl',
					'b1.xs',
					'percent-companion',
					'b1.tot',
					'b1.kht',
					'notes'
				]
			}
		]);
	});

	it('takes merged ranges at their word', () => {
		const grid = draw(
			`
BIỂU 4|||||||
TT|Đơn vị|Bí thư, phó bí thư||Cấp ủy viên|||Ghi chú
||Tổng số|LLCT TC trở lên|Tổng số|Nữ|Dưới 40 tuổi|
1|An Bình|31|31|142|45|31|`,
			[
				{ top: 1, left: 1, bottom: 1, right: 8 },
				{ top: 2, left: 1, bottom: 3, right: 1 },
				{ top: 2, left: 2, bottom: 3, right: 2 },
				{ top: 2, left: 3, bottom: 2, right: 4 },
				{ top: 2, left: 5, bottom: 2, right: 6 },
				{ top: 2, left: 8, bottom: 3, right: 8 }
			]
		);
		const [table] = findTables(grid, DICTIONARY);
		expect(table?.columns.map((column) => [column.name, carried(column)])).toEqual([
			['TT', 'index'],
			['Đơn vị', 'unit'],
			['Bí thư, phó bí thư › Tổng số', 'b4.btpbt'],
			['Bí thư, phó bí thư › LLCT TC trở lên', 'b4.btpbt_tc'],
			['Cấp ủy viên › Tổng số', 'b4.cuv'],
			['Cấp ủy viên › Nữ', 'b4.nu'],
			['Dưới 40 tuổi', 'b4.duoi40'],
			['Ghi chú', 'notes']
		]);
	});

	it('reads pairs of a count and its percentage under a heading', () => {
		const [table] = found(
			draw(`
BIỂU 1
STT|Đơn vị|TCCSĐ|||Kết quả đánh giá, xếp loại|||
||Tổng số|ĐBCS|CBCS|HTXSNV||HTTNV|
|||||SL|TL (%)|Số lượng|%
1|An Bình|24|9|15|4|16,7|18|75`)
		);
		expect(table).toMatchObject({
			top: 2,
			header: 4,
			columns: [
				'index',
				'unit',
				'b1.tccsd',
				'b1.dbcs',
				'b1.cbcs',
				'b1.xs',
				'percent-companion',
				'b1.tot',
				'percent-companion'
			]
		});
	});

	it('never takes a part of something else for the count that its last level names', () => {
		const [table] = found(
			draw(`
BIỂU 4
STT|Đơn vị|Cấp ủy viên||Bí thư, phó bí thư||Trình độ chuyên môn||Trình độ LLCT|
||Tổng số|Nữ|Tổng số|Nữ|Trung cấp|Đại học|Trung cấp|Chưa qua ĐT
1|An Bình|142|45|31|8|20|100|102|0`)
		);
		expect(table).toMatchObject({
			columns: [
				'index',
				'unit',
				'b4.cuv',
				'b4.nu',
				'b4.btpbt',
				'unknown',
				'unknown',
				'unknown',
				'b4.llct_tc',
				'b4.llct_chua'
			]
		});
	});

	it.each([
		[
			'B2',
			`STT|Đơn vị|Đảng viên||Kết nạp||Tăng khác||Giảm||Xếp loại đảng viên||
||Đầu năm|Cuối kỳ|KN từ đầu năm (LK)|KN trong quý|Chuyển đến|Phục hồi|Từ trần|Chuyển đi|Đã XL|HTXSNV|HTTNV`,
			'dv_dau dv_cuoi kn_lk kn chuyen_den phuc_hoi tu_tran chuyen_di dv_xl dv_xs dv_tot'
		],
		[
			'B3',
			`STT|Đơn vị|Thôn|||Tổ dân phố|||Trưởng thôn, TTDP||Trưởng ban CTMT||Chi bộ thôn, TDP
||Tổng số|Có ĐV|Có chi bộ|TS|Có đảng viên|Có chi bộ|SL|Là ĐV|SL|đảng viên|`,
			'thon thon_dv thon_cb tdp tdp_dv tdp_cb tt tt_dv tbmt tbmt_dv cb_kdc'
		],
		[
			'B5',
			`STT|Đơn vị|QH BCH|||Số cấp ủy, đơn vị||
||TS QH|CBN|<40|Phải xây dựng QH|Đã hoàn thành|Đã rà soát, bổ sung`,
			'qh_tong qh_nu qh_tre dv_phai dv_xong dv_rs'
		],
		[
			'B6',
			`STT|Đơn vị|Luân chuyển||LĐQL||ĐBQH||ĐB HĐND TP||ĐB HĐND xã|
||KH|TH|Tổng số|Nữ|TS|Nữ|SL|nữ|Tổng số|Trong đó: nữ`,
			'lc_kh lc_th ldql ldql_nu dbqh dbqh_nu hdnd_tp hdnd_tp_nu hdnd_x hdnd_x_nu'
		],
		[
			'B7',
			`STT|Đơn vị|Chi bộ||||Vụ việc vi phạm của TCĐ||Vụ việc vi phạm của ĐV||Học tập NQ, CT|
||Tổng số|SH định kỳ|Có chi ủy|SHCĐ|Đến hạn xử lý|Đã xử lý đúng hạn|Đến hạn xử lý|Đã xử lý đúng hạn|Thuộc diện|Đã tham gia`,
			'cb cb_sh cb_cu cb_4cd vv_tcd vv_tcd_xl vv_dv vv_dv_xl hoc_phai hoc_da'
		]
	])('knows the headings and sub-headings of %s', (template, header, measures) => {
		const codes = measures.split(' ').map((code) => `${template.toLowerCase()}.${code}`);
		expect(found(draw(`BIỂU SỐ ${template.slice(1)}\n${header}`))).toMatchObject([
			{ template, columns: ['index', 'unit', ...codes] }
		]);
	});

	it('gives what stands under "Trong đó" to the column before that heading', () => {
		const [table] = found(
			draw(`
BIỂU 3
STT|Đơn vị|Số trưởng thôn, tổ trưởng TDP|Trong đó||Số trưởng ban CTMT|Trong đó|
|||Nữ|Là đảng viên||Nữ|Là ĐV
1|An Bình|86|20|80|64|11|58`)
		);
		expect(table).toMatchObject({
			columns: ['index', 'unit', 'b3.tt', 'unknown', 'b3.tt_dv', 'b3.tbmt', 'unknown', 'b3.tbmt_dv']
		});
	});

	it('tells columns of one measure apart by the years or quarters over or under them', () => {
		expect(
			found(
				draw(`
BIỂU 1
STT|Đơn vị|Năm 2023||Năm 2024|
||Tổng số TCCSĐ|HTXSNV|Tổng số TCCSĐ|HTXSNV
1|An Bình|24|9|15|4`)
			)
		).toMatchObject([
			{ columns: ['index', 'unit', 'b1.tccsd 2023', 'b1.xs 2023', 'b1.tccsd 2024', 'b1.xs 2024'] }
		]);
		expect(
			found(
				draw(`
BIỂU 3 NĂM 2024
STT|Đơn vị|Số thôn||Số TDP|
||Quý I|Quý II|Quý I|Quý II
1|An Bình|24|9|15|4`)
			)
		).toMatchObject([
			{
				columns: [
					'index',
					'unit',
					'b3.thon 2024-Q1',
					'b3.thon 2024-Q2',
					'b3.tdp 2024-Q1',
					'b3.tdp 2024-Q2'
				]
			}
		]);
	});

	it('knows the end of last year by the year of the title', () => {
		expect(
			found(
				draw(`
BIỂU 2 (Kỳ báo cáo: Quý III/2024)
STT|Đơn vị|Tổng số ĐV có đến 31/12/2023|KN từ đầu năm (LK)|KN trong quý
1|An Bình|3.120|104|41`)
			)
		).toMatchObject([{ columns: ['index', 'unit', 'b2.dv_dau', 'b2.kn_lk', 'b2.kn'] }]);
	});

	it('finds tables that stand under one another, each with its title', () => {
		const summaries = found(
			draw(`
BIỂU 1 QUÝ III/2024
STT|Đơn vị|Tổng số TCCSĐ|Trong đó: Đảng bộ cơ sở|Trong đó: Chi bộ cơ sở
1|An Bình|24|9|15
|Tổng cộng|24|9|15
Ghi chú: …

BIỂU 1 QUÝ IV/2024
STT|Đơn vị|Tổng số TCCSĐ|Trong đó: Đảng bộ cơ sở|Trong đó: Chi bộ cơ sở
1|An Bình|24|9|15
BIỂU 3
STT|Đơn vị|Số thôn|Số thôn có đảng viên
1|Hòa Thịnh|28|28`)
		);
		expect(summaries).toMatchObject([
			{ template: 'B1', titles: [1], top: 2, header: 2, end: 5 },
			{ template: 'B1', titles: [6, 7], top: 8, header: 8, end: 9 },
			{ template: 'B3', titles: [6, 7, 10], top: 11, header: 11, end: 12 }
		]);
	});

	it('takes the header of a printed page for no table of its own', () => {
		const grid = draw(`
BIỂU 1 QUÝ III/2024
STT|Đơn vị|Tổng số TCCSĐ|Trong đó|
|||ĐBCS|CBCS
1|An Bình|24|9|15
Trang 2/2
STT|Đơn vị|Tổng số TCCSĐ|Trong đó|
|||ĐBCS|CBCS
2|Tân Lợi|20|7|13
|Tổng cộng|44|16|28`);
		expect(found(grid)).toMatchObject([{ top: 2, header: 3, end: 9 }]);
	});

	it('looks for the end of a header in a few rows only, however many rows hold words alone', () => {
		const rows = Array.from({ length: 20_000 }, (): Cell[] => ['MH01', 'năm nay', 'b1.xs', 'ba']);
		expect(found({ rows })).toEqual([]);
	});
});
