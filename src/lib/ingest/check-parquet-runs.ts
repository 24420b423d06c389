import type { PageHeader } from 'hyparquet';
import { AppError } from '#lib/base/app-error.ts';

/** What of a column says how the pages of it are written. */
export interface RunsColumn {
	type?: string;
	repetition_type?: string;
}

const SHORT = 4;
/** Packed values come in groups of eight, of which the last may be filled up. */
const MOST_FILLING = 128;

/**
 * Throws AppError `file.damaged` where a run in an unpacked page is longer than the page's values: the reader would write
 * it out, until the memory for it is gone and the whole page of the browser with it. Looks at each run, and of the
 * values at none: only the levels before them are counted, which tell how many there are.
 */
export function checkParquetRuns(page: Uint8Array, header: PageHeader, column: RunsColumn): void {
	const { data_page_header: about } = header;
	if (!about) return;
	const view = new DataView(page.buffer, page.byteOffset, page.byteLength);
	let [at, values] = [0, about.num_values];
	if (column.repetition_type === 'OPTIONAL') {
		values = 0;
		walk(view, { at: SHORT, width: 1, values: about.num_values }, (run) => {
			values += countSet(view, run);
		});
		at = SHORT + view.getUint32(0, true);
	}
	checkValues(view, { at, encoding: about.encoding, values, column });
}

/** The same of a page of the second version, whose levels stand unpacked before its values; `page` begins with them. */
export function checkParquetLevels(page: Uint8Array, header: PageHeader, column: RunsColumn): void {
	const { data_page_header_v2: about } = header;
	if (!about || column.repetition_type !== 'OPTIONAL') return;
	const { repetition_levels_byte_length: at, num_values: values } = about;
	const view = new DataView(page.buffer, page.byteOffset, page.byteLength);
	walk(view, { at, width: 1, values });
}

/** The same of the values of a page of the second version, unpacked. */
export function checkParquetValues(page: Uint8Array, header: PageHeader, column: RunsColumn): void {
	const { data_page_header_v2: about } = header;
	if (!about) return;
	const view = new DataView(page.buffer, page.byteOffset, page.byteLength);
	const values = about.num_values - about.num_nulls;
	checkValues(view, { at: 0, encoding: about.encoding, values, column });
}

function checkValues(
	view: DataView,
	about: { at: number; encoding: string; values: number; column: RunsColumn }
): void {
	const { at, encoding, values, column } = about;
	if (!/^(?:RLE|PLAIN_DICTIONARY|RLE_DICTIONARY)$/.test(encoding) || at >= view.byteLength) return;
	const isFlag = column.type === 'BOOLEAN';
	const width = isFlag ? 1 : view.getUint8(at);
	if (width > 0) walk(view, { at: at + (isFlag ? SHORT : 1), width, values });
}

/** A run of values: one many times, or packed. */
interface Run {
	at: number;
	isPacked: boolean;
	length: number;
}

/** Goes as far as the reader does: until there are values enough, be it beyond the length that the runs are said to have. */
function walk(
	view: DataView,
	{ at: first, width, values }: { at: number; width: number; values: number },
	tell?: (run: Run) => void
): void {
	const last = view.byteLength;
	let [at, seen] = [first, 0];
	while (seen < values && at < last) {
		let [header, shift, byte] = [0, 0, 0x80];
		for (; byte >= 0x80 && at < last; shift += 7) {
			byte = view.getUint8(at++);
			header |= (byte & 0x7f) << shift;
		}
		const count = header >>> 1;
		const isPacked = (header & 1) === 1;
		const most = isPacked ? values / 4 + MOST_FILLING : values;
		if (count > most) throw new AppError('file.damaged');
		const length = isPacked ? count * 8 : count;
		tell?.({ at, isPacked, length: Math.min(length, values - seen) });
		seen += length;
		at += isPacked ? count * width : (width + 7) >> 3;
	}
}

/** How many flags of a run are set. */
function countSet(view: DataView, { at, isPacked, length }: Run): number {
	if (!isPacked) return at < view.byteLength && view.getUint8(at) === 1 ? length : 0;
	let set = 0;
	for (let flag = 0; flag < length && at + (flag >> 3) < view.byteLength; flag += 1)
		set += (view.getUint8(at + (flag >> 3)) >> (flag & 7)) & 1;
	return set;
}
