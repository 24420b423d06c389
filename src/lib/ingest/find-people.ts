import type { Issue } from '#lib/base/issue.ts';
import type { UnitFinder } from '#lib/units/find-unit.ts';
import { cellIssue } from './cell-issue.ts';
import { namesUnit } from './find-row-unit.ts';
import { textsOf, type Table } from './find-table.ts';
import type { Cell, Grid } from './grid.ts';
import { columnLetter, headerKey } from './header-key.ts';
import type { ColumnRole } from './match-columns.ts';
import { personalSign, personalSignInside, type PersonalSign } from './personal-text.ts';

const HEADINGS = new Map(
	(
		'Họ và tên, Họ tên, Tên đảng viên, Ngày sinh, Ngày tháng năm sinh, Năm sinh, Quê quán, ' +
		'Nơi sinh, Nơi ở, Nơi thường trú, Địa chỉ, CCCD, Số CCCD, Căn cước công dân, ' +
		'Số căn cước, CMND, Số CMND, Số định danh, Số thẻ đảng, ' +
		'Số TĐV, Số LLĐV, Số lý lịch đảng viên, Ngày vào Đảng, Ngày kết nạp, Điện thoại, ' +
		'Số điện thoại, SĐT, Email, Thư điện tử, Full name, Date of birth, Phone, Home address'
	)
		.split(', ')
		.map((heading) => [headerKey(heading), heading])
);
const ROWS_WITH_HEADINGS = 200;
const FEWEST = 3;
const NAMES_LOOKED_UP = 60;

/**
 * The one issue of a grid that holds persons, found by its headings, by what its columns hold, or by what its remarks
 * say; it quotes no cell. `undefined` for a sheet of aggregates.
 */
export function findPeople(
	grid: Grid,
	{ table, finder }: { table?: Table; finder: UnitFinder }
): Issue | undefined {
	return (
		headingIssue(grid, table) ?? contentIssue(grid, { table, finder }) ?? remarkIssue(grid, table)
	);
}

/** A heading of persons in or above the header row; without a table, in any of the first rows. */
function headingIssue({ rows }: Grid, table: Table | undefined): Issue | undefined {
	const searched = rows.slice(0, table?.header ?? ROWS_WITH_HEADINGS);
	for (const [index, cells] of searched.entries()) {
		const keys = textsOf(cells).map((text) => (text === '' ? '' : headerKey(text)));
		const headings = keys.map(headingOf);
		const at = headings.findIndex((heading) => heading !== undefined);
		const filled = keys.filter((key) => key !== '').length;
		const found = headings.filter((heading) => heading !== undefined).length;
		if (at < 0 || (filled < FEWEST && found < 2)) continue;
		return refusal({ row: index + 1, column: at + 1, params: { heading: headings[at] ?? '' } });
	}
	return undefined;
}

/** The heading that a key is, alone or with words behind it ("Họ và tên đảng viên"); no word of the cell itself. */
function headingOf(key: string): string | undefined {
	const words = key.split(' ');
	const beginnings = words.map((_, at) => words.slice(0, words.length - at).join(' '));
	return beginnings.map((beginning) => HEADINGS.get(beginning)).find((heading) => heading);
}

/** Counts, column by column, the cells that would tell of a person; a long number in a count column is a count. */
function contentIssue(
	{ rows }: Grid,
	{ table, finder }: { table?: Table; finder: UnitFinder }
): Issue | undefined {
	const counts = new Set(
		table?.columns.filter(({ role }) => isCount(role)).map(({ column }) => column)
	);
	for (const { column, filled, signs } of scanColumns(rows)) {
		if (counts.has(column)) continue;
		for (const [sign, texts] of signs) {
			const share = sign === 'names' ? shareOfPeople(texts, finder) : 1;
			if (filled < FEWEST || texts.length * share * 2 <= filled) continue;
			return refusal({ column, params: { [sign]: columnLetter(column) } });
		}
	}
	return undefined;
}

function isCount({ kind }: ColumnRole): boolean {
	return kind === 'measure' || kind === 'value';
}

/** A column, with the cells in it that would tell of a person. */
interface ColumnScan {
	column: number;
	filled: number;
	signs: Map<PersonalSign, string[]>;
}

function scanColumns(rows: readonly Cell[][]): ColumnScan[] {
	const columns = new Map<number, ColumnScan>();
	for (const cells of rows) {
		for (const [at, cell] of cells.entries()) {
			if (cell === null || cell === '') continue;
			const scan: ColumnScan = columns.get(at) ?? { column: at + 1, filled: 0, signs: new Map() };
			columns.set(at, scan);
			scan.filled += 1;
			const sign = personalSign(String(cell));
			if (!sign) continue;
			const texts = scan.signs.get(sign);
			if (texts) texts.push(String(cell));
			else scan.signs.set(sign, [String(cell)]);
		}
	}
	return [...columns.values()];
}

/** The share of name-like texts that name no unit: wards are named after people too. */
function shareOfPeople(texts: readonly string[], finder: UnitFinder): number {
	const sample = [...new Set(texts)].slice(0, NAMES_LOOKED_UP);
	const people = sample.filter((text) => !namesUnit(text, finder));
	return people.length / sample.length;
}

function remarkIssue({ rows }: Grid, table: Table | undefined): Issue | undefined {
	if (!table) return undefined;
	for (const { role, column } of table.columns) {
		const isUnit = role.kind === 'unit' || role.kind === 'unit-code';
		if (!isUnit && role.kind !== 'notes' && role.kind !== 'unknown') continue;
		for (const [index, cells] of rows.slice(table.header).entries()) {
			const sign = signInside(cells[column - 1]);
			if (!sign || (isUnit && sign === 'names')) continue;
			return refusal({
				row: table.header + 1 + index,
				column,
				params: { remark: columnLetter(column) }
			});
		}
	}
	return undefined;
}

function signInside(cell: Cell | undefined): PersonalSign | undefined {
	return typeof cell === 'string' ? personalSignInside(cell) : undefined;
}

function refusal(place: { row?: number; column: number; params: Record<string, string> }): Issue {
	const column = columnLetter(place.column);
	return cellIssue({ ...place, severity: 'error', code: 'people-refused', column });
}
