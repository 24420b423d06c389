import { AppError } from '#lib/base/app-error.ts';
import type { Issue } from '#lib/base/issue.ts';
import type { Cell } from '#lib/ingest/grid.ts';
import { decodeReported } from '#lib/rollup/decode-entries.ts';
import { compareCells } from './compare-cells.ts';
import { FiguresBeside } from './figures-beside.ts';
import { HeldFiles, type HeldTable } from './held-files.ts';
import type {
	FileProgress,
	IngestAnswer,
	IngestQuestion,
	IngestTasks,
	SheetRow
} from './ingest-answer.ts';
import { gravest } from './pack-draft.ts';

const held = new HeldFiles();
const beside = new FiguresBeside();
let last: Promise<unknown> = Promise.resolve();

addEventListener('message', ({ data }: MessageEvent<IngestQuestion>) => {
	last = last.then(() => settle(data));
});

async function settle(asked: IngestQuestion): Promise<void> {
	const { id } = asked;
	try {
		const answer = await answerTo(asked, (progress) => post({ id, progress }));
		post({ id, answer }, transferable(answer));
	} catch (error) {
		if (!(error instanceof AppError)) post({ id, crash: stackOf(error) });
		else post({ id, problem: { code: error.code, params: error.params } });
	}
}

async function answerTo(
	asked: IngestQuestion,
	onProgress: (progress: FileProgress) => void
): Promise<IngestTasks[keyof IngestTasks]['answer']> {
	const { task, question } = asked;
	switch (task) {
		case 'organisation':
			held.useOrganisation(question);
			return undefined;
		case 'in-force':
			beside.tell(question);
			held.useFigures(beside.figures);
			return undefined;
		case 'draft':
			return held.read(question, onProgress);
		case 'rows':
			return rowsOf(await held.table(question.source, question.table), question.rows);
		case 'issues': {
			const table = await held.table(question.source, question.table);
			return gravest(table?.issues ?? []).slice(question.from, question.from + question.count);
		}
		case 'alike':
			return alikeIn(await held.table(question.source, question.table), question);
		case 'compare':
			return compare(question);
		case 'forget':
			held.forget(question);
			return undefined;
	}
}

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

function post(message: IngestAnswer, transfer: ArrayBuffer[] = []): void {
	self.postMessage(message, { transfer });
}

function transferable(answer: IngestTasks[keyof IngestTasks]['answer']): ArrayBuffer[] {
	if (!answer || !('drafts' in answer)) return [];
	return answer.drafts.map(({ content }) => content.buffer as ArrayBuffer);
}

function stackOf(error: unknown): string {
	return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
