import type { IsoDate } from '#lib/base/period.ts';

/** A node of the organisation tree, as one line of a unit list says it. */
export interface Unit {
	code: string;
	name: string;
	/** `loai`: Phường, Xã, Quận, Khối cơ quan … */
	kind: string;
	/** `cap`: `tinh`, `huyen` or `xa`. */
	level: string;
	/** The parent's code; absent at the root. */
	parent?: string;
	validFrom: IsoDate;
	/** The last day on which the unit exists; absent while it does. */
	validTo?: IsoDate;
}
