import type { ColumnMetaData, FileMetaData, PageHeader } from 'hyparquet';
import { parquetHeader } from 'hyparquet/src/column.js';
import { AppError } from '#lib/base/app-error.ts';

const LARGEST_PAGE = 512_000_000;

/**
 * Walks the page headers of every column and throws AppError `file.damaged` unless sizes and counts add up: the reader
 * trusts them, and on a damaged one it may never come to an end.
 */
export function checkParquetPages(bytes: Uint8Array, { row_groups }: FileMetaData): void {
	for (const { columns, num_rows } of row_groups) {
		for (const { meta_data } of columns) {
			if (!meta_data || countValues(bytes, meta_data) !== Number(num_rows))
				throw new AppError('file.damaged');
		}
	}
}

function countValues(bytes: Uint8Array, column: ColumnMetaData): number {
	const start = Number(column.dictionary_page_offset || column.data_page_offset);
	const size = Number(column.total_compressed_size);
	const view = new DataView(bytes.buffer, bytes.byteOffset + start, size);
	const reader = { view, offset: 0 };
	let values = 0;
	while (reader.offset < size - 1) {
		const header = parquetHeader(reader);
		values += checkPage(header);
		reader.offset += header.compressed_page_size;
		if (reader.offset > size) throw new AppError('file.damaged');
	}
	return values;
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
