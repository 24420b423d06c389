import type { CellObject } from '@e965/xlsx';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AppError } from '#lib/base/app-error.ts';
import type { Grid } from '#lib/ingest/grid.ts';
import { readFile } from '#lib/ingest/read-file.ts';
import { readNumber } from '#lib/ingest/read-number.ts';
import type { CellReading } from '#lib/ingest/spreadsheet-cell.ts';
import {
	type BookOptions,
	containerOf,
	writeBook,
	type Written,
	zipOf
} from './write-spreadsheet.ts';

const FORMATS = ['xlsx', 'xls', 'ods'] as const;
const DAY = 45_382;

describe.each(FORMATS)('an .%s file', (bookType) => {
	it('gives texts as text, numbers as numbers and TRUE/FALSE as text, each row and column at its place', async () => {
		const sheet = [
			[],
			[null, 'Đơn vị', 'Số', 'Đạt'],
			[null, 'An Bình', 24, true],
			[],
			[null, '007', 1.5, false]
		];
		expect(await readBook({ 'Biểu 1': sheet }, { bookType })).toEqual([
			{
				sheet: 'Biểu 1',
				rows: [
					[null, null, null, null],
					[null, 'Đơn vị', 'Số', 'Đạt'],
					[null, 'An Bình', 24, 'TRUE'],
					[null, null, null, null],
					[null, '007', 1.5, 'FALSE']
				]
			}
		]);
	});

	it('gives every sheet in order, hidden ones marked, empty ones without rows', async () => {
		const sheets = { Bìa: [['Báo cáo']], Ẩn: [['x']], Trống: [], B1: [[24]] };
		const hidden = [0, 1, 0, 0];
		expect(await readBook(sheets, { bookType: bookType, hidden })).toEqual([
			{ sheet: 'Bìa', rows: [['Báo cáo']] },
			// The library writes no hidden sheets into .ods files; see below for those of others.
			{ sheet: 'Ẩn', ...(bookType !== 'ods' && { hidden: true }), rows: [['x']] },
			{ sheet: 'Trống', rows: [] },
			{ sheet: 'B1', rows: [[24]] }
		]);
	});

	it('gives days as ISO text and percentages as shown, so that neither is a count', async () => {
		const [grid] = await readBook(
			{ S: [[day('dd/mm/yyyy'), percent(0.9563), percent(1)]] },
			{ bookType }
		);
		expect(grid?.rows).toEqual([['2024-03-31', '95.63%', '100.00%']]);
		expect(grid?.rows[0]?.map((cell) => readNumber(cell).state)).toEqual(
			new Array(3).fill('unreadable')
		);
	});

	it('gives of a merged range its first cell alone', async () => {
		const sheet = [
			['Tổng', 5, null],
			[7, 8, 9]
		];
		const [grid] = await readBook({ S: sheet }, { bookType, merges: ['A1:B2'] });
		expect(grid).toEqual({
			sheet: 'S',
			rows: [
				['Tổng', null, null],
				[null, null, 9]
			],
			merges: [{ top: 1, left: 1, bottom: 2, right: 2 }]
		});
	});

	it('is refused as damaged where it is cut short', async () => {
		const bytes = writeBook({ S: [['Đơn vị', 24]] }, { bookType });
		const cut = bytes.slice(0, Math.floor(bytes.length / 2));
		await expect(readFile({ name: 'a', bytes: cut })).rejects.toThrow(
			new AppError('file.damaged', { file: 'a' })
		);
	});

	it('of blank sheets alone is empty', async () => {
		await expect(readBook({ A: [], B: [] }, { bookType })).rejects.toThrow(
			new AppError('file.empty', { file: 'a' })
		);
	});

	it('gives back any texts and whole numbers', async () => {
		const text = fc.stringMatching(/^[A-Za-zÀ-ỹĐđ0-9.,;:/%()&<>"'–-][ A-Za-zÀ-ỹĐđ0-9&<>"']{0,12}$/);
		const cell = fc.oneof(
			text.map((words) => words.normalize('NFC').trim()).filter((words) => words !== ''),
			fc.integer({ min: -1_000_000, max: 2_000_000_000 })
		);
		const rectangle = fc
			.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 }))
			.chain(([height, width]) => {
				const row = fc.array(cell, { minLength: width, maxLength: width });
				return fc.array(row, { minLength: height, maxLength: height });
			});
		await fc.assert(
			fc.asyncProperty(rectangle, async (rows) => {
				expect(await readBook({ S: rows }, { bookType })).toEqual([{ sheet: 'S', rows }]);
			}),
			{ numRuns: 30 }
		);
	});
});

describe.each(['xlsx', 'xls'] as const)('an .%s file', (bookType) => {
	it('gives errors by their names, which are no counts', async () => {
		const codes = [0x00, 0x07, 0x0f, 0x17, 0x1d, 0x24, 0x2a];
		const errors = codes.map((v): CellObject => ({ t: 'e', v }));
		const names = ['#NULL!', '#DIV/0!', '#VALUE!', '#REF!', '#NAME?', '#NUM!', '#N/A'];
		const [grid] = await readBook({ S: [errors] }, { bookType });
		expect(grid?.rows).toEqual([names]);
		expect(names.map(readNumber)).toEqual(
			names.map(() => ({ state: 'unreadable', fault: 'spreadsheet-error' }))
		);
	});

	it('counts days from 1904 where the workbook does', async () => {
		const sheets = { S: [[day('yyyy-mm-dd', DAY - 1462), day('m/d/yy h:mm', DAY - 1462 + 0.75)]] };
		const [grid] = await readBook(sheets, { bookType, date1904: true });
		expect(grid?.rows).toEqual([['2024-03-31', '2024-03-31T18:00:00']]);
	});
});

describe('a number of an .xlsx file', () => {
	it.each([
		[1, '0.000', 1, '1.000'],
		[1234, '#,##0', 1234, '1,234'],
		[142, '0" đ/c"', 142, '142 đ/c'],
		[0, '#,##0;-#,##0;"-"', 0, '-'],
		[7, '000', '007', '007'],
		[0.25, 'h:mm', '6:00', '6:00'],
		[30.5, '[h]:mm', '732:00', '732:00'],
		[0.5, '0%" (nữ)"', '50% (nữ)', '50% (nữ)'],
		[5, '0" %"', '5 %', '5 %'],
		[0.5, '0"%', '0.5', '0.5'],
		[12, '"Ngày" 0', 12, 'Ngày 12']
	])('%d formatted %s is %s to a table and shown as %s', async (v, z, figure, shown) => {
		const sheets = { S: [[{ t: 'n' as const, v, z }]] };
		expect((await readBook(sheets))[0]?.rows).toEqual([[figure]]);
		expect((await readBook(sheets, { cells: 'shown' }))[0]?.rows).toEqual([[shown]]);
	});
});

describe('a file that is no readable spreadsheet', () => {
	it('is refused as damaged wherever a byte of a sheet is altered', async () => {
		const bytes = writeBook({
			S: [
				['Đơn vị', 'Số'],
				['An Bình', 24]
			]
		});
		const outcomes = new Set<string>();
		for (let at = 40; at < bytes.length; at += 97) {
			const altered = bytes.map((byte, place) => (place === at ? byte ^ 0x10 : byte));
			outcomes.add(await outcomeOf(altered));
		}
		expect([...outcomes].filter((outcome) => !/^file\./.test(outcome))).toEqual(
			outcomes.has('as written') ? ['as written'] : []
		);
	});

	it.each([
		['file.password', 'a workbook encrypted as a whole', containerOf('EncryptedPackage')],
		['file.not-a-table', 'a letter of Word 97', containerOf('WordDocument')],
		['file.not-a-table', 'a zip archive of other things', zipOf({ 'notes.xml': '<a/>' })],
		['file.damaged', 'an archive that is cut to its beginning', zipOf({ a: 'b' }).slice(0, 40)]
	])('is refused with %s: %s', async (code, _, bytes) => {
		await expect(readFile({ name: 'a', bytes })).rejects.toThrow(new AppError(code, { file: 'a' }));
	});

	it('is refused with file.password where an .ods file is encrypted', async () => {
		const manifest = '<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>';
		const bytes = zipOf({ 'content.xml': 'x', 'META-INF/manifest.xml': manifest });
		await expect(readFile({ name: 'a', bytes })).rejects.toThrow(
			new AppError('file.password', { file: 'a' })
		);
	});

	it('is refused before it is unpacked where it says that it is too large', async () => {
		const bytes = zipOf({ '[Content_Types].xml': 'x' });
		const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
		view.setUint32(view.getUint32(bytes.length - 6, true) + 24, 300_000_001, true);
		await expect(readFile({ name: 'a', bytes })).rejects.toThrow(
			new AppError('file.unpacks-too-large', { file: 'a', most: 300 })
		);
	});
});

async function readBook(
	sheets: Record<string, Written[][]>,
	{ cells, ...options }: BookOptions & { cells?: CellReading } = {}
): Promise<Grid[]> {
	return readFile({ name: 'a', bytes: writeBook(sheets, options), ...(cells && { cells }) });
}

function day(z: string, v = DAY): CellObject {
	return { t: 'n', v, z };
}

function percent(v: number): CellObject {
	return { t: 'n', v, z: '0.00%' };
}

/** What reading comes to: the code of the refusal, or whether what is read is what was written. */
async function outcomeOf(bytes: Uint8Array): Promise<string> {
	try {
		const [grid] = await readFile({ name: 'a', bytes });
		const written = [
			['Đơn vị', 'Số'],
			['An Bình', 24]
		];
		return JSON.stringify(grid?.rows) === JSON.stringify(written) ? 'as written' : 'otherwise';
	} catch (error) {
		return error instanceof AppError ? error.code : `crash: ${String(error)}`;
	}
}
