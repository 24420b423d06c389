import type { ColumnMetaData, FileMetaData, PageHeader } from 'hyparquet';
import { parquetHeader } from 'hyparquet/src/column.js';
import { AppError } from '#lib/base/app-error.ts';
import { LARGEST_PAGE, MOST } from './bounds.ts';

/**
 * Walks the page headers of every column and throws AppError `file.damaged` unless sizes and counts add up: the reader
 * trusts them, and on a damaged one it may never come to an end. `file.unpacks-too-large` (`most`: megabytes) where
 * they promise too much.
 */
export function checkParquetPages(bytes: Uint8Array, { row_groups }: FileMetaData): void {
	const most = MOST.megabytesOfPages;
	let size = 0;
	for (const { columns, num_rows } of row_groups) {
		for (const { meta_data } of columns) {
			if (!meta_data) throw new AppError('file.damaged');
			const pages = readPages(bytes, meta_data);
			if (pages.values !== Number(num_rows)) throw new AppError('file.damaged');
			size += pages.size;
			if (size > most * 1_000_000) throw new AppError('file.unpacks-too-large', { most });
		}
	}
}

/** How many values the pages of a column say that they hold, and how many bytes when unpacked. */
function readPages(bytes: Uint8Array, column: ColumnMetaData): { values: number; size: number } {
	const start = Number(column.dictionary_page_offset || column.data_page_offset);
	const size = Number(column.total_compressed_size);
	const view = new DataView(bytes.buffer, bytes.byteOffset + start, size);
	const reader = { view, offset: 0 };
	let [values, unpacked] = [0, 0];
	while (reader.offset < size - 1) {
		const header = parquetHeader(reader);
		values += checkPage(header);
		unpacked += header.uncompressed_page_size;
		reader.offset += header.compressed_page_size;
		if (reader.offset > size) throw new AppError('file.damaged');
	}
	return { values, size: unpacked };
}

/** The number of data values in the page that the header speaks of. */
function checkPage(header: PageHeader): number {
	const { data_page_header: first, data_page_header_v2: second, dictionary_page_header } = header;
	const page = first ?? second ?? dictionary_page_header;
	const sizes = [header.compressed_page_size, header.uncompressed_page_size];
	if (page) sizes.push(page.num_values);
	if (second)
		sizes.push(second.definition_levels_byte_length, second.repetition_levels_byte_length);
	if (!sizes.every((size) => Number.isInteger(size) && size >= 0 && size <= LARGEST_PAGE))
		throw new AppError('file.damaged');
	return header.type === 'DICTIONARY_PAGE' ? 0 : (page?.num_values ?? 0);
}
