import { type Written, writeBook } from '#test/ingest/write-spreadsheet.ts';

/** What a sheet as units send it has wrong. */
export interface Dirt {
	/** The year of its title, whose fourth quarter it is of. */
	year: number;
	/** The header of the third rating; `Chưa rõ mức` is one that nobody knows. */
	header?: string;
	/** What stands where Bến Đá's organisations rated excellent do; 5 is right. */
	cell?: Written;
	/** The percentage of An Bình; 91.67 is right. */
	percentage?: number;
}

/** A workbook of B1 as units send it: a title block, a group, an unknown name, a total, a signature. */
export function dirtySheet({
	year,
	header = 'Mức ba',
	cell = 5,
	percentage = 91.67
}: Dirt): Buffer {
	const headers = [
		...['TT', 'Tên đơn vị', 'TS TCCSĐ', 'ĐBCS', 'CBCS', 'Số chi bộ trực thuộc ĐUCS', 'Đã XL'],
		...['HTXSNV', 'HTTNV', header, 'KHTNV', 'Chưa XL', 'Tỷ lệ HTTNV trở lên (%)', 'Số công văn']
	];
	const rows: Written[][] = [
		['THÀNH ỦY MINH HỌA', null, null, null, null, 'Biểu số 01'],
		[null, 'TỔNG HỢP KẾT QUẢ ĐÁNH GIÁ, XẾP LOẠI TCCSĐ'],
		[null, `Kỳ báo cáo: Quý IV/${year}`],
		headers,
		['I', 'KHỐI PHƯỜNG, XÃ'],
		[1, 'P. An Bình', 24, 9, 15, 86, 24, 4, 18, 2, 0, 0, percentage, 'CV 12'],
		[2, 'ĐB phường  Tân Lợi', 20, 7, 13, 61, 20, 3, 15, 2, 0, 0, 90],
		[3, 'Bến Đá', 31, 12, 19, 120, 30, cell, 23, 2, 0, 1, 93.33],
		[4, 'Xã Hòa Thịnh', 17, 6, 11, 52, 16, 2, 12, 1, 1, 1, 87.5],
		['II', 'KHỐI CƠ QUAN'],
		[1, 'Khối Dân vận', 42, 10, 32, 40, 42, 7, 33, 2, 0, 0, 95.24],
		[null, 'Tổng cộng', 134, 44, 90, 359, 132, 21, 101, 9, 1, 2],
		[null, 'NGƯỜI LẬP BIỂU']
	];
	return Buffer.from(writeBook({ 'Biểu 1': rows }));
}

/** The name under which a browser is handed such a workbook. */
export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
