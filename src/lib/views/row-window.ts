/** A long list of rows of one height, and the frame through which it is seen; lengths in pixels. */
export interface RowFrame {
	rows: number;
	rowHeight: number;
	scrollTop: number;
	frameHeight: number;
	/** So many rows more are kept above and below. */
	overscan: number;
}

/** The rows in sight and some around them: from `start` up to, not with, `end`. */
export function rowWindow({ rows, rowHeight, scrollTop, frameHeight, overscan }: RowFrame): {
	start: number;
	end: number;
} {
	const first = Math.floor(scrollTop / rowHeight) - overscan;
	const last = Math.ceil((scrollTop + frameHeight) / rowHeight) + overscan;
	const end = Math.min(rows, Math.max(last, 0));
	return { start: Math.max(0, Math.min(first, end)), end };
}
