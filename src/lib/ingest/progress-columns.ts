import { frameColumn } from './header-dictionary.ts';
import { headerKey } from './header-key.ts';

/** What a column of the sheet B8 holds beside who, when and remarks (TEMPLATES §A, B8). */
export type ProgressColumn =
	'code' | 'content' | 'plan' | 'done' | 'counted' | 'state' | 'day' | 'document';

/** A column of B8, the frame's among them. */
export type ProgressRole =
	ProgressColumn | 'index' | 'unit' | 'unit-code' | 'period' | 'notes' | undefined;

const NAMES: Record<ProgressColumn | 'unit' | 'period', string> = {
	code:
		'mã chỉ tiêu, mã, mã ct, mã nhiệm vụ, mã chỉ tiêu nhiệm vụ, mã mốc, mã nv, ma_chi_tieu, ' +
		'mã chỉ tiêu mốc nhiệm vụ, mã số, code, target code, indicator code',
	content:
		'nội dung, nội dung chỉ tiêu, nội dung nhiệm vụ, tên chỉ tiêu, tên nhiệm vụ, nhiệm vụ, ' +
		'chỉ tiêu nhiệm vụ, nội dung chỉ tiêu nhiệm vụ, noi_dung, content',
	unit: 'đơn vị thực hiện, cơ quan thực hiện, cơ quan đơn vị thực hiện, đơn vị chủ trì',
	period: 'kỳ năm, năm, kỳ dữ liệu, thời kỳ, kỳ theo dõi',
	plan:
		'kế hoạch chỉ tiêu, kế hoạch, kh, chỉ tiêu, chỉ tiêu kế hoạch, kế hoạch giao, chỉ tiêu giao, ' +
		'mục tiêu, mức chỉ tiêu, ngưỡng, ke_hoach, plan, plan target',
	done:
		'thực hiện, th, kết quả, kết quả thực hiện, đã thực hiện, số thực hiện, thuc_hien, done, ' +
		'kết quả đạt được, result',
	counted: 'đvt, đơn vị tính, don_vi_tinh, unit of count',
	state:
		'trạng thái, tình trạng, tình hình, tiến độ, tình hình thực hiện, trang_thai, state, status',
	day:
		'ngày nộp hoàn thành, ngày nộp, ngày hoàn thành, ngày hoàn thành nộp, ngày, thời điểm hoàn thành, ' +
		'ngày nộp hoặc hoàn thành, ngay_nop, ngày nộp báo cáo, day, day submitted or done',
	document:
		'số ký hiệu văn bản, số ký hiệu, số văn bản, văn bản, số hiệu văn bản, số hiệu, document, document number'
};

const BY_KEY = new Map(
	Object.entries(NAMES).flatMap(([column, names]) =>
		names.split(', ').map((name) => [headerKey(name), column as keyof typeof NAMES])
	)
);

/** What the header of a sheet B8 names; `undefined` for any other text. */
export function progressRole(header: string): ProgressRole {
	const key = headerKey(header);
	const named = BY_KEY.get(key);
	if (named) return named;
	const frame = frameColumn(key);
	return frame === 'measure-name' || frame === 'value' ? undefined : frame;
}
