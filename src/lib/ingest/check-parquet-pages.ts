import type { ColumnMetaData, FileMetaData, PageHeader } from 'hyparquet';
import { parquetHeader } from 'hyparquet/src/column.js';
import { AppError } from '#lib/base/app-error.ts';
import { LARGEST_PAGE, MOST } from './bounds.ts';
import {
	checkParquetLevels,
	checkParquetRuns,
	checkParquetValues,
	type RunsColumn
} from './check-parquet-runs.ts';

/** What is to be held of a page once it is unpacked, by where its packed bytes begin in the file. */
export type PageChecks = Map<number, (page: Uint8Array) => void>;

/**
 * Walks the page headers of every column and throws AppError `file.damaged` unless sizes and counts add up: the reader
 * trusts them, and on a damaged one it may never come to an end. `file.unpacks-too-large` (`most`: megabytes) where
 * they promise too much. Gives what can be checked only when the pages are unpacked.
 */
export function checkParquetPages(
	bytes: Uint8Array,
	{ row_groups, schema }: FileMetaData
): PageChecks {
	const checks: PageChecks = new Map();
	const most = MOST.megabytesOfPages;
	let size = 0;
	for (const { columns, num_rows } of row_groups) {
		for (const [place, { meta_data }] of columns.entries()) {
			if (!meta_data) throw new AppError('file.damaged');
			const pages = readPages(bytes, meta_data, { column: schema[place + 1] ?? {}, checks });
			if (pages.values !== Number(num_rows)) throw new AppError('file.damaged');
			size += pages.size;
			if (size > most * 1_000_000) throw new AppError('file.unpacks-too-large', { most });
		}
	}
	return checks;
}

/** How many values the pages of a column say that they hold, and how many bytes when unpacked. */
function readPages(
	bytes: Uint8Array,
	about: ColumnMetaData,
	{ column, checks }: { column: RunsColumn; checks: PageChecks }
): { values: number; size: number } {
	const start = Number(about.dictionary_page_offset || about.data_page_offset);
	const size = Number(about.total_compressed_size);
	const view = new DataView(bytes.buffer, bytes.byteOffset + start, size);
	const reader = { view, offset: 0 };
	let [values, unpacked] = [0, 0];
	while (reader.offset < size - 1) {
		const header = parquetHeader(reader);
		values += checkPage(header);
		unpacked += header.uncompressed_page_size;
		const from = reader.offset;
		reader.offset += header.compressed_page_size;
		if (reader.offset > size) throw new AppError('file.damaged');
		const page = bytes.subarray(start + from, start + reader.offset);
		checkRuns(page, {
			header,
			column,
			at: start + from,
			isPacked: about.codec !== 'UNCOMPRESSED',
			checks
		});
	}
	return { values, size: unpacked };
}

/** Checks the runs of a page that is not packed, and lets those of a packed one be checked later. */
function checkRuns(
	page: Uint8Array,
	about: {
		header: PageHeader;
		column: RunsColumn;
		at: number;
		isPacked: boolean;
		checks: PageChecks;
	}
): void {
	const { header, column, at, isPacked, checks } = about;
	const { data_page_header_v2: second } = header;
	if (!second) {
		if (isPacked) checks.set(at, (each) => checkParquetRuns(each, header, column));
		else checkParquetRuns(page, header, column);
		return;
	}
	checkParquetLevels(page, header, column);
	const levels = second.definition_levels_byte_length + second.repetition_levels_byte_length;
	const check = (each: Uint8Array): void => checkParquetValues(each, header, column);
	if (isPacked && second.is_compressed !== false) checks.set(at + levels, check);
	else check(page.subarray(levels));
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
