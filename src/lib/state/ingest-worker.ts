import type { Issue } from '#lib/base/issue.ts';
import type { Cell } from '#lib/ingest/grid.ts';
import { decodeReported } from '#lib/rollup/decode-entries.ts';
import { answerQuestions } from './answer-questions.ts';
import { compareCells } from './compare-cells.ts';
import { FiguresBeside } from './figures-beside.ts';
import { HeldFiles, type HeldTable } from './held-files.ts';
import type { FileProgress, IngestTasks, SheetRow } from './ingest-tasks.ts';
import { gravest } from './pack-draft.ts';
import { withinMemory } from './within-memory.ts';

const held = new HeldFiles();
const beside = new FiguresBeside();

answerQuestions<IngestTasks, FileProgress>({
	organisation: (organisation) => void held.useOrganisation(organisation),
	'in-force': (contents) => {
		beside.tell(contents);
		return void held.useFigures(beside.figures);
	},
	draft: async (source, { onProgress, handOver }) => {
		const { name } = source.file;
		const reading = await withinMemory(name, () => held.read(source, onProgress));
		if (reading.kind === 'sheets') reading.drafts.forEach(({ content }) => handOver(content));
		return reading;
	},
	rows: async ({ source, table, rows }) => rowsOf(await held.table(source, table), rows),
	issues: async ({ source, table, from, count }) => {
		const { issues = [] } = (await held.table(source, table)) ?? {};
		return gravest(issues).slice(from, from + count);
	},
	alike: async ({ source, table, ...cell }) => alikeIn(await held.table(source, table), cell),
	compare,
	forget: (id) => void held.forget(id)
});

/** The issues found beside what is in force stand among those of the table from here on. */
async function compare({
	source,
	table: key,
	drafted
}: IngestTasks['compare']['question']): Promise<IngestTasks['compare']['answer']> {
	const cells = decodeReported(drafted);
	const changes = compareCells(cells, beside.figures);
	const found = held.check(cells, await held.table(source, key));
	return { changes, ...found };
}

function rowsOf(table: HeldTable | undefined, rows: readonly number[]): SheetRow[] {
	if (!table) return [];
	const wanted = new Set(rows);
	const issues = Map.groupBy(
		table.issues.filter((issue): issue is Issue & { row: number } => wanted.has(issue.row ?? 0)),
		({ row }) => row
	);
	return rows.map((row) => ({
		row,
		cells: table.cellsAt(row).map(textOf),
		issues: issues.get(row) ?? []
	}));
}

function alikeIn(
	table: HeldTable | undefined,
	{ column, text }: { column: number; text: string }
): Uint32Array {
	const rows: number[] = [];
	const { first, last } = table?.extent ?? { first: 1, last: 0 };
	for (let row = first; row <= last; row++) {
		if (textOf(table?.cellsAt(row)[column - 1] ?? null) === text) rows.push(row);
	}
	return Uint32Array.from(rows);
}

function textOf(cell: Cell): string {
	return cell === null ? '' : String(cell);
}
