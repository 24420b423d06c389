import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Cell } from '#lib/ingest/grid.ts';
import { type Dialect, findDialect } from '#lib/ingest/find-dialect.ts';
import { readCsv } from '#lib/ingest/read-csv.ts';

const HEADER = ['Đơn vị', 'Tổng số', 'Tỷ lệ', 'Ngày', 'Ghi chú'];
const unit = fc.constantFrom('Đảng bộ phường An Bình', 'Xã Bến Đá', 'Phường 7', "Xã Cư M'gar");
const count = fc.nat({ max: 2_000_000 }).map((number) => number.toLocaleString('vi'));
const share = fc
	.nat({ max: 10_000 })
	.map((number) => `${(number / 100).toFixed(2).replace('.', ',')}%`);
const day = fc.constantFrom('31/12/2025', '2025-06-30', '');
const note = fc.constantFrom('', 'chuyển đi 2, chuyển đến 3', 'nói "được"', 'một\nhai', 'x; y');
const table = fc
	.array(fc.tuple(unit, count, share, day, note), { minLength: 3, maxLength: 12 })
	.map((rows) => [HEADER, ...rows]);
const dialect: fc.Arbitrary<Dialect> = fc
	.record({
		delimiter: fc.constantFrom(',', ';', '\t', '|', '~', '^', ', ', '; '),
		quote: fc.constantFrom('"' as const, "'" as const),
		doubled: fc.boolean()
	})
	.map(({ doubled, ...rest }) => ({ ...rest, escape: doubled ? rest.quote : '\\' }));

function write(rows: readonly string[][], { delimiter, quote, escape }: Dialect): string {
	const cellOf = (text: string): string => quote + text.replaceAll(quote, escape + quote) + quote;
	return rows.map((row) => `${row.map(cellOf).join(delimiter)}\n`).join('');
}

const cells = (rows: readonly string[][]): Cell[][] =>
	rows.map((row) => row.map((text) => (text === '' ? null : text)));

describe('the dialect of a CSV text', () => {
	it('is found for any usual one', () => {
		fc.assert(
			fc.property(table, dialect, (rows, written) => {
				expect(readCsv(write(rows, written)).rows).toEqual(cells(rows));
			}),
			{ numRuns: 300 }
		);
	});

	it('is found where quotes stand only about cells that need them', () => {
		fc.assert(
			fc.property(table, fc.constantFrom(',', ';', '\t', '|'), (rows, delimiter) => {
				const cellOf = (text: string): string =>
					/["\n,;]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
				const text = rows.map((row) => `${row.map(cellOf).join(delimiter)}\n`).join('');
				expect(readCsv(text).rows).toEqual(cells(rows));
			}),
			{ numRuns: 300 }
		);
	});

	it('is found below title lines and above notes of other widths', () => {
		fc.assert(
			fc.property(table, fc.constantFrom(',', ';', '\t', '|'), (rows, delimiter) => {
				const plain = rows.map((row) => row.slice(0, 4).map((text) => text.replaceAll(',', '.')));
				const titles = ['Biểu 1, kèm theo Công văn 12; ngày 5/1', '', 'Quý IV/2025: số liệu'];
				const notes = ['Người lập biểu, ký tên', 'Ghi chú: số liệu đến 31/12'];
				const lines = [...titles, ...plain.map((row) => row.join(delimiter)), ...notes];
				const found = findDialect(`${lines.join('\n')}\n`, '\n');
				expect(found.delimiter).toBe(delimiter);
			}),
			{ numRuns: 200 }
		);
	});

	it('is found where a quote after a backslash ends a cell', () => {
		const row = ['Đảng bộ phường An Bình', '0', '0,00%', '31/12/2025', 'nói "được"'];
		const rows = [HEADER, row, row, row.with(4, '')];
		const written = { delimiter: '^', quote: '"', escape: '\\' } as const;
		expect(readCsv(write(rows, written)).rows).toEqual(cells(rows));
	});

	it.each([
		['decimal commas throughout', 'a;b;c\n1,5;2,5;3,5\n2,5;3,5;4,5\n', ';'],
		['times of day', 'ca,bắt đầu,số\nSáng,07:30:00,5\nChiều,13:30:00,7\n', ','],
		['columns of figures parted by spaces', 'xa so nu\nA 24 12\nB 7 3\n', ' '],
		['columns parted by colons', 'xã:số\nAn Bình:24\nBến Đá:7\n', ':'],
		['names of two words in one column', 'Đơn vị\nAn Bình\nBến Đá\nSuối Hoa\n', ','],
		['numbered names in one column', 'Đơn vị\nPhường 1 A\nPhường 2 B\n', ','],
		['times in one column', 'Giờ\n07:30\n08:45\n09:15\n', ','],
		['addresses', 'tên,trang\nA,https://a.vn/x;y=1\nB,https://b.vn/x;y=2\n', ','],
		['a path that ends in a backslash', 'tệp,số\n"C:\\A\\",5\n"D:\\B\\",7\n', ','],
		['a remark alone', 'Đính kèm: biểu 1', ','],
		['nothing', '', ',']
	])('with %s is not mistaken', (_, text, delimiter) => {
		expect(findDialect(text, '\n').delimiter).toBe(delimiter);
	});

	it('takes apostrophes within words for what they are', () => {
		expect(readCsv("tên,số\nM'gar,5\n'Ea,7\n").rows).toEqual([
			['tên', 'số'],
			["M'gar", '5'],
			["'Ea", '7']
		]);
	});

	it('keeps a backslash before the end of a quoted cell', () => {
		expect(readCsv('tệp,số\n"C:\\A\\",5\n"D:\\B\\",7\n').rows).toEqual([
			['tệp', 'số'],
			['C:\\A\\', '5'],
			['D:\\B\\', '7']
		]);
	});
});
