import { headerKey } from './header-key.ts';
import { isGroupNumber, isSubtotalLabel } from './row-labels.ts';
import {
	figureOf,
	hasFigures,
	type RowReading,
	type TableReading,
	type TotalReading
} from './row-reading.ts';

/** The row that opens a group: "I | KHỐI PHƯỜNG, XÃ". */
export interface GroupHead {
	/** The cell of the STT column. */
	number: string;
	label: string;
	/** Its figures, where it states the group's total. */
	reading: RowReading;
}

type Rank = 'letter' | 'roman' | 'name';

interface Group {
	rank: Rank;
	mark: string;
	key: string;
	rows: RowReading[];
	/** The total that its head states. */
	total?: RowReading;
	/** True once a total row stands in it. */
	hasTotal: boolean;
}

const MARK_BEFORE = /^([IVXLC]+|[A-Z])(?:[.)]\s*(?=\S)|$)/;
const GROUP_WORD = /^(?:khoi|nhom|cum)\b/;

/** The number of a group, "II" of "II. KHỐI CƠ QUAN", from its own cell or the label's beginning; empty where it has none. */
export function groupMark({ number, label }: { number: string; label: string }): string {
	if (isGroupNumber(number)) return number.replace(/[.)]$/, '');
	return MARK_BEFORE.exec(label)?.[1] ?? '';
}

/** True where a row that names no unit looks like the head of a group: numbered as one, called one, or in capitals. */
export function looksLikeGroup(head: { number: string; label: string }): boolean {
	const { number, label } = head;
	if (groupMark(head) !== '') return true;
	if (GROUP_WORD.test(headerKey(label))) return true;
	return number === '' && /\p{L}{2}/u.test(label) && label === label.toUpperCase();
}

/** Takes the rows of a table one by one, and keeps which groups within groups (A > I > rows) they stand in. */
export class RowGroups {
	readonly #rows: RowReading[] = [];
	readonly #totals: TotalReading[] = [];
	readonly #closed = new Map<string, Group>();
	readonly #letters = new Set<string>();
	/** Those seen, the outermost first. */
	#ranks: Rank[] = [];
	/** Those open, the outermost first. */
	#open: Group[] = [];
	#section: RowReading[] = [];

	/** All rows of data and all totals. A head with figures but without rows that they could be the total of is data. */
	end(): Pick<TableReading, 'rows' | 'totals'> {
		this.#closeFrom(0);
		return { rows: this.#rows, totals: this.#totals };
	}

	/** Opens a group, and ends those of its rank or below. */
	open({ number, label, reading }: GroupHead): void {
		const mark = groupMark({ number, label });
		const rank = this.#rankOf(mark);
		if (rank === 'letter') this.#letters.add(mark);
		if (!this.#ranks.includes(rank)) {
			const before = rank === 'letter' ? this.#ranks.indexOf('roman') : -1;
			const at = before < 0 ? this.#ranks.length : before;
			this.#ranks = this.#ranks.toSpliced(at, 0, rank);
		}
		this.#closeRank(rank);
		const key = headerKey(label.replace(MARK_BEFORE, ''));
		const total = hasFigures(reading) && { total: { ...reading, label: label || number } };
		this.#open.push({ rank, mark, key, rows: [], hasTotal: false, ...total });
		this.#section = [];
	}

	/** A row of data; one with a group's number ends the groups of its rank. */
	add(row: RowReading, number: string): void {
		if (isGroupNumber(number)) this.#closeRank(this.#rankOf(groupMark({ number, label: '' })));
		this.#push(row);
	}

	/** A total of the group that it names, else of all rows, of an open group or of the section. */
	addTotal(total: RowReading): void {
		this.#totals.push({ total, covers: this.#coveredBy(total.label) });
		this.#section = [];
	}

	/** Begins a section: a total may be of the rows from here on. */
	startSection(): void {
		this.#section = [];
	}

	#rankOf(mark: string): Rank {
		if (mark === '') return 'name';
		const before = String.fromCharCode(mark.charCodeAt(0) - 1);
		const isRoman = mark.length > 1 || (/[IVX]/.test(mark) && !this.#letters.has(before));
		return isRoman ? 'roman' : 'letter';
	}

	#closeRank(rank: Rank): void {
		const place = this.#ranks.indexOf(rank);
		const from = this.#open.findIndex((group) => this.#ranks.indexOf(group.rank) >= place);
		if (place >= 0 && from >= 0) this.#closeFrom(from);
	}

	#closeFrom(place: number): void {
		while (this.#open.length > place) {
			const group = this.#open.pop();
			if (!group) return;
			this.#closed.set(group.mark || group.key, group);
			const { total, rows } = group;
			if (!total) continue;
			if (isTotalOf(total, group)) this.#totals.push({ total, covers: [rows] });
			else this.#push(total);
		}
	}

	#push(row: RowReading): void {
		this.#rows.push(row);
		this.#section.push(row);
		for (const group of this.#open) group.rows.push(row);
	}

	#coveredBy(label: string): RowReading[][] {
		if (isSubtotalLabel(label)) return [this.#rowsOfNamed(label)];
		const first = this.#open.filter(({ hasTotal }) => !hasTotal);
		this.#open = this.#open.map((group) => ({ ...group, hasTotal: true }));
		const ofGroups = first.toReversed().map(({ rows }) => (rows.length > 0 ? [...rows] : rows));
		return [this.#rows, ...ofGroups, this.#section];
	}

	/** The rows of the group that a "Cộng II" names, which it ends unless it stands before them. */
	#rowsOfNamed(label: string): RowReading[] {
		const key = headerKey(label);
		const isNamed = ({ mark, key: name }: Group): boolean =>
			[mark.toLowerCase(), name].some((words) => words !== '' && key.endsWith(` ${words}`));
		const at = this.#open.findLastIndex(isNamed);
		const group = this.#open[at];
		if (!group) return [...this.#closed.values()].findLast(isNamed)?.rows ?? this.#section;
		if (group.rows.length > 0) this.#closeFrom(at);
		return group.rows;
	}
}

/** True where the head of a group can be the total of its rows: by its number, else where most of its figures agree. */
function isTotalOf({ cells, period }: RowReading, { mark, rows }: Group): boolean {
	const own = rows.filter((row) => row.period === period);
	if (own.length === 0) return false;
	if (mark !== '') return true;
	const figures = cells.filter(({ reading }) => reading.state === 'figure');
	const agreeing = figures.filter(({ measure }) => {
		const sum = own.reduce((all, row) => all + (figureOf(row.cells, measure) ?? 0n), 0n);
		return sum === figureOf(cells, measure);
	});
	return figures.length > 0 && agreeing.length * 2 >= figures.length;
}
