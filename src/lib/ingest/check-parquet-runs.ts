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
 * it out, until the memory for it is gone and the whole page of the browser with it. Looks at each run, at no value.
 */
export function checkParquetRuns(page: Uint8Array, header: PageHeader, column: RunsColumn): void {
	const { data_page_header: about } = header;
	if (!about) return;
	const view = new DataView(page.buffer, page.byteOffset, page.byteLength);
	let at = 0;
	if (column.repetition_type === 'OPTIONAL') {
		walk(view, { at: SHORT, width: 1, values: about.num_values });
		at = SHORT + view.getUint32(0, true);
	}
	checkValues(view, { at, encoding: about.encoding, values: about.num_values, column });
}

/** The same of a page of the second version, whose levels stand unpacked before its values; `page` begins with them. */
export function checkParquetLevels(page: Uint8Array, header: PageHeader): void {
	const { data_page_header_v2: about } = header;
	if (!about) return;
	const { repetition_levels_byte_length: at, num_values: values } = about;
	const view = new DataView(page.buffer, page.byteOffset, page.byteLength);
	walk(view, { at, width: 1, values });
}

/** The same of the values of a page of the second version, unpacked. */
export function checkParquetValues(page: Uint8Array, header: PageHeader, column: RunsColumn): void {
	const { data_page_header_v2: about } = header;
	if (!about) return;
	const view = new DataView(page.buffer, page.byteOffset, page.byteLength);
	checkValues(view, { at: 0, encoding: about.encoding, values: about.num_values, column });
}

function checkValues(
	view: DataView,
	about: { at: number; encoding: string; values: number; column: RunsColumn }
): void {
	const { at, encoding, values, column } = about;
	if (!/^(?:RLE|PLAIN_DICTIONARY|RLE_DICTIONARY)$/.test(encoding) || at >= view.byteLength) return;
	const isFlag = column.type === 'BOOLEAN';
	const width = isFlag ? 1 : view.getUint8(at);
	walk(view, { at: at + (isFlag ? SHORT : 1), width, values });
}

/** Goes as far as the reader does: until there are values enough, be it beyond the length that the runs are said to have. */
function walk(
	view: DataView,
	{ at: first, width, values }: { at: number; width: number; values: number }
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
		seen += isPacked ? count * 8 : count;
		at += isPacked ? count * width : (width + 7) >> 3;
	}
}
