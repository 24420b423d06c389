import { AppError } from '#lib/base/app-error.ts';
import { productCatalogue } from '#lib/catalogue/load-catalogue.ts';
import { draftFile } from '#lib/ingest/draft-file.ts';
import type { Draft } from '#lib/ingest/draft.ts';
import { readFile } from '#lib/ingest/read-file.ts';
import { decodeCells } from '#lib/rollup/decode-entries.ts';
import { encodeEntries } from '#lib/rollup/encode-entries.ts';
import { isUnitList, readUnits } from '#lib/units/read-units.ts';
import type { Unit } from '#lib/units/unit.ts';
import type { CellChanges } from '#lib/views/draft-changes.ts';
import { compareCells } from './compare-cells.ts';
import type { Drafted } from './drafted.ts';
import type { IngestAnswer, IngestQuestion, IngestTasks, Reading } from './ingest-answer.ts';

/** A list of units is small; a larger file is read once only, as figures. */
const LARGEST_UNIT_LIST = 8_000_000;

let units: readonly Unit[] = [];
let last: Promise<unknown> = Promise.resolve();

addEventListener('message', ({ data }: MessageEvent<IngestQuestion>) => {
	last = last.then(() => settle(data));
});

async function settle(asked: IngestQuestion): Promise<void> {
	const { id } = asked;
	try {
		const answer = await answerTo(asked);
		post({ id, answer }, transferable(answer));
	} catch (error) {
		if (!(error instanceof AppError)) post({ id, crash: stackOf(error) });
		else post({ id, problem: { code: error.code, params: error.params } });
	}
}

async function answerTo(asked: IngestQuestion): Promise<IngestTasks[keyof IngestTasks]['answer']> {
	switch (asked.task) {
		case 'units':
			units = asked.question;
			return undefined;
		case 'read':
			return read(asked.question);
		case 'compare':
			return compare(asked.question);
	}
}

async function read({ file, period }: IngestTasks['read']['question']): Promise<Reading> {
	const { name } = file;
	const bytes = await bytesOf(file);
	if (bytes.length <= LARGEST_UNIT_LIST && /\.csv$/i.test(name)) {
		const [grid] = await readFile({ name, bytes });
		if (grid && isUnitList(grid)) return { kind: 'unit-list', ...readUnits(grid), bytes };
	}
	const catalogue = productCatalogue();
	const drafts = await draftFile({ name, bytes, catalogue, units, period });
	return { kind: 'sheets', drafts: drafts.map(pack) };
}

function compare({ drafted, inForce }: IngestTasks['compare']['question']): CellChanges {
	return compareCells(decodeCells(drafted), inForce.map(decodeCells));
}

function pack({ entries, ...draft }: Draft): Drafted {
	return { ...draft, figures: entries.length, content: encodeEntries(entries) };
}

async function bytesOf(file: File): Promise<Uint8Array> {
	try {
		return new Uint8Array(await file.arrayBuffer());
	} catch {
		throw new AppError('import.unreadable', { file: file.name });
	}
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
