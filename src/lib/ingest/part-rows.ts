import { foldMarks } from '#lib/base/fold.ts';
import type { Issue } from '#lib/base/issue.ts';
import { asParam, cellIssue } from './cell-issue.ts';
import { figureOf, type RowReading } from './row-reading.ts';

const WITHIN = /^[^\p{L}\p{N}]*trong đó(?!\p{L})/iu;
const BULLET = /^[-–—+•*]\s*(?=\p{L})/u;
const PART_NAMES =
	/^(?:nu|nam|dtts|dan toc|ton giao|co dao|can bo (?:nu|tre)|cbn|cbt|tre|tuoi tre|duoi \d+ tuoi|tren \d+ tuoi|tu \d+)\b/;
const BODIES =
	/^(?:dang (?:bo|uy)|chi (?:bo|uy)|db|du|cb|cac |phuong|p\.|xa |x\.|quan |huyen |thi (?:tran|xa)|tt\.|thanh pho|tp|tinh |dac khu|co quan|so |ban |van phong|vp |truong |cong ty|benh vien|hoi |uy ban|ubnd|hdnd|doan |khoi |cum )/;

/** True for "Trong đó:", "Trong đó: Nữ". */
export function isWithinLabel(label: string): boolean {
	return WITHIN.test(label);
}

/** True for a label that begins with a dash, a plus or a dot. */
export function hasBullet(label: string): boolean {
	return BULLET.test(label);
}

/** What tells whether a row without a unit is a part of the row before. */
export interface PartContext {
	/** The cell of the STT column. */
	number: string;
	/** True below a line that says "Trong đó:". */
	within: boolean;
	/** True where other rows of the table call units with a dash before them. */
	unitsHaveBullets: boolean;
}

/** True for a row that says again a part of the row before: "Trong đó: Nữ", "- Nữ", "+ DTTS"; no unit may be meant. */
export function isPartLabel(
	label: string,
	{ number, within, unitsHaveBullets }: PartContext
): boolean {
	if (isWithinLabel(label)) return true;
	if (label === '' || number !== '') return false;
	const bare = foldMarks(label.replace(BULLET, ''));
	if (PART_NAMES.test(bare)) return true;
	if (BODIES.test(bare)) return false;
	return within || (hasBullet(label) && !unitsHaveBullets);
}

/** The remark that the part is not counted, and a warning for each of its figures that passes the whole's. */
export function partIssues(part: RowReading, whole: RowReading, column: string): Issue[] {
	const { row, label } = part;
	const params = { whole: whole.label };
	const place = { row, column, cell: label, params };
	const over = part.cells.flatMap(({ measure, name, cell, reading }) => {
		const figure = figureOf(whole.cells, measure);
		if (reading.state !== 'figure' || figure === undefined || reading.value <= figure) return [];
		const more = { label, whole: whole.label, figure: asParam(figure) };
		const code = 'part-row-over-whole';
		return [cellIssue({ severity: 'warning', code, row, column: name, cell, params: more })];
	});
	return [cellIssue({ severity: 'info', code: 'part-row-skipped', ...place }), ...over];
}
