import type { IsoDate } from '#lib/base/period.ts';

/** The columns of a unit list; `ma_don_vi` and "Mã đơn vị" fold to the same key. */
export const UNIT_COLUMNS = {
	code: 'ma_don_vi',
	name: 'ten_don_vi',
	kind: 'loai',
	level: 'cap',
	parent: 'ma_cap_tren',
	validFrom: 'hieu_luc_tu',
	validTo: 'hieu_luc_den'
} as const;

/** The first day of a unit whose list does not say since when it exists. */
export const ALWAYS: IsoDate = '0001-01-01';
