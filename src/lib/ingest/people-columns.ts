import type { UnitFinder } from '#lib/units/find-unit.ts';
import { namesUnit } from './find-row-unit.ts';
import type { Table, TableColumn } from './find-table.ts';
import { headerKey } from './header-key.ts';
import type { Cell, Grid } from './grid.ts';
import type { ColumnRole } from './column-role.ts';
import { personalSign, type PersonalSign } from './personal-text.ts';

/** A column, from 1, whose cells tell of persons, and by what. */
export interface PeopleColumn {
	column: number;
	sign: PersonalSign;
}

const FEWEST = 3;
const FEWEST_AMONG_UNITS = 5;
const NAMES_LOOKED_UP = 60;
const REMEMBERED = 5_000;
const LEAST_ID = 100_000_000;
/** Days of units, papers and meetings. */
const OTHER_DAYS =
	/\b(?:thanh lap|ban hanh|quiet dinh|cong nhan|ki|hieu luc|bao cao|gui|nop|nhan|cap nhat|hop|dai hoi|to chuc|kiem tra|hoan thanh|ra soat|tinh tuoi)\b/;

/**
 * The first column of a grid whose cells tell of persons: most of those of a table or of the rest, or several in a row.
 * A long number in a column of counts is a count, and a ward that bears a person's name is a ward.
 */
export function findPeopleColumn(
	grid: Grid,
	{ tables, finder }: { tables: readonly Table[]; finder: UnitFinder }
): PeopleColumn | undefined {
	for (const scan of scanColumns(grid, tables)) {
		const sign = signOf(scan, finder);
		if (sign) return { column: scan.column, sign };
	}
	return undefined;
}

/** A column of a table, or of the rows outside all tables, with the cells in it that would tell of a person. */
class ColumnScan {
	readonly column: number;
	readonly role?: ColumnRole;
	/** The header, or the last text before the dates that is none. */
	label: string;
	filled = 0;
	readonly signs = new Map<PersonalSign, string[]>();
	/** The most cells of each sign that ever followed one another. */
	readonly longest = new Map<PersonalSign, string[]>();
	readonly #known = new Map<string, PersonalSign | undefined>();
	#run: { sign?: PersonalSign; texts: string[] } = { texts: [] };

	constructor(column: number, inTable?: TableColumn) {
		this.column = column;
		this.role = inTable?.role;
		this.label = inTable?.name ?? '';
	}

	get isUnits(): boolean {
		return this.role?.kind === 'unit' || this.role?.kind === 'unit-code';
	}

	add(cell: Cell): void {
		this.filled += 1;
		const isSmall = typeof cell === 'number' && cell < LEAST_ID;
		if (isSmall && this.role && !this.#run.sign) return;
		const text = String(cell);
		const sign = isSmall ? undefined : this.#signOf(text);
		if (sign !== this.#run.sign) this.#run = { ...(sign && { sign }), texts: [] };
		if (sign) this.#keep(sign, text);
		else if (!this.role) this.label = text;
	}

	/** A column says the same things again and again. */
	#signOf(text: string): PersonalSign | undefined {
		if (this.#known.has(text)) return this.#known.get(text);
		if (this.#known.size >= REMEMBERED) this.#known.clear();
		const sign = signIn(text, this.role);
		this.#known.set(text, sign);
		return sign;
	}

	#keep(sign: PersonalSign, text: string): void {
		const texts = this.signs.get(sign);
		if (texts) texts.push(text);
		else this.signs.set(sign, [text]);
		const run = this.#run.texts;
		run.push(text);
		if (run.length > (this.longest.get(sign)?.length ?? 0)) this.longest.set(sign, run);
	}
}

function scanColumns({ rows }: Grid, tables: readonly Table[]): ColumnScan[] {
	const outside = new Map<number, ColumnScan>();
	const inside = tables.map(() => new Map<number, ColumnScan>());
	const columns = tables.map((table) => new Map(table.columns.map((each) => [each.column, each])));
	for (const [index, cells] of rows.entries()) {
		const place = tables.findIndex(({ header, end }) => header <= index && index < end);
		const scans = inside[place] ?? outside;
		for (const [at, cell] of cells.entries()) {
			if (cell === null || cell === '') continue;
			const column = columns[place]?.get(at + 1);
			const scan = scans.get(at) ?? new ColumnScan(at + 1, column);
			scans.set(at, scan);
			scan.add(cell);
		}
	}
	const scans = [outside, ...inside].flatMap((each) => [...each.values()]);
	return scans.sort((a, b) => a.column - b.column);
}

/** What a cell of a column of that role would tell of a person; `undefined` where it tells nothing. */
export function signIn(text: string, role: ColumnRole | undefined): PersonalSign | undefined {
	const sign = personalSign(text);
	if (role?.kind === 'index' && sign === 'ids') return undefined;
	const isCount = role !== undefined && isCounted(role);
	const isNumber = sign === 'ids' || sign === 'births' || sign === 'phones';
	return isCount && isNumber ? undefined : sign;
}

function isCounted(role: ColumnRole): boolean {
	if (role.kind === 'progress') return role.part === 'plan' || role.part === 'done';
	return role.kind === 'measure' || role.kind === 'value' || role.kind === 'percent';
}

function signOf(scan: ColumnScan, finder: UnitFinder): PersonalSign | undefined {
	const { filled, isUnits, signs, longest } = scan;
	for (const [sign, texts] of signs) {
		if (filled < FEWEST || (sign === 'births' && OTHER_DAYS.test(headerKey(scan.label)))) continue;
		const share = sign === 'names' ? shareOfPeople(texts, finder) : 1;
		if (texts.length * share * 2 > filled) return sign;
		const run = longest.get(sign) ?? [];
		const people =
			sign === 'names' ? Math.round(run.length * shareOfPeople(run, finder)) : run.length;
		if (people >= (isUnits ? FEWEST_AMONG_UNITS : FEWEST)) return sign;
	}
	return undefined;
}

/** The share of name-like texts that name no unit: wards are named after people too. */
function shareOfPeople(texts: readonly string[], finder: UnitFinder): number {
	const sample = [...new Set(texts)].slice(0, NAMES_LOOKED_UP);
	const people = sample.filter((text) => !namesUnit(text, finder));
	return sample.length === 0 ? 0 : people.length / sample.length;
}
