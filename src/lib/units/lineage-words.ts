import { foldKey } from '#lib/base/fold.ts';
import type { LineageKind } from './lineage.ts';

/** The columns of a lineage list; `ngay` and "Ngày" fold to the same key. */
export const LINEAGE_COLUMNS = {
	date: 'ngay',
	kind: 'loai_su_kien',
	from: 'don_vi_cu',
	to: 'don_vi_moi',
	share: 'ty_trong'
} as const;

/** How a lineage list names each kind of event, the name that we write first. */
const KIND_WORDS: Record<LineageKind, readonly string[]> = {
	merge: ['sap_nhap', 'nhap', 'hop_nhat', 'sat_nhap', 'nhap_vao'],
	split: ['chia_tach', 'tach', 'chia', 'chia_ra', 'tach_ra'],
	rename: ['doi_ten', 'doi_ma', 'thay_ten'],
	move: ['dieu_chuyen', 'chuyen', 'chuyen_truc_thuoc', 'doi_cap_tren', 'chuyen_giao'],
	close: ['giai_the', 'ket_thuc', 'ket_thuc_hoat_dong', 'cham_dut', 'cham_dut_hoat_dong', 'dong'],
	level: ['chuyen_cap', 'doi_cap', 'nang_cap', 'ha_cap', 'thay_doi_cap']
};

const KIND_OF = new Map(
	(Object.keys(KIND_WORDS) as LineageKind[]).flatMap((kind) =>
		KIND_WORDS[kind].map((word): [string, LineageKind] => [foldKey(word), kind])
	)
);

/** The kind of event that a text names: "Sáp nhập", `sap_nhap`; `undefined` for any other text. */
export function lineageKindOf(text: string): LineageKind | undefined {
	return KIND_OF.get(foldKey(text));
}

/** The word of a lineage list for the kind of event: `sap_nhap` for `merge`. */
export function lineageWordOf(kind: LineageKind): string {
	return KIND_WORDS[kind][0] ?? kind;
}
