import { AppError } from '#lib/base/app-error.ts';
import { productCatalogue } from '#lib/catalogue/load-catalogue.ts';
import { draftFile } from '#lib/ingest/draft-file.ts';
import type { Draft } from '#lib/ingest/draft.ts';
import { readFile } from '#lib/ingest/read-file.ts';
import { encodeEntries } from '#lib/rollup/encode-entries.ts';
import { isUnitList, readUnits } from '#lib/units/read-units.ts';
import type { Unit } from '#lib/units/unit.ts';
import type { Drafted } from './drafted.ts';
import type { IngestAnswer, IngestMessage, Reading } from './ingest-answer.ts';

/** A list of units is small; a greater file is read once only, as figures. */
const LARGEST_UNIT_LIST = 8_000_000;

let units: readonly Unit[] = [];
let last: Promise<unknown> = Promise.resolve();

addEventListener('message', ({ data }: MessageEvent<IngestMessage>) => {
	if (data.kind === 'units') units = data.units;
	else last = last.then(() => answer(data));
});

async function answer({
	id,
	file,
	period
}: Extract<IngestMessage, { kind: 'file' }>): Promise<void> {
	try {
		const reading = await read({ name: file.name, bytes: await bytesOf(file), period });
		post({ id, reading }, transferable(reading));
	} catch (error) {
		if (!(error instanceof AppError)) post({ id, crash: stackOf(error) });
		else post({ id, problem: { code: error.code, params: error.params } });
	}
}

async function read(input: { name: string; bytes: Uint8Array; period?: string }): Promise<Reading> {
	const { name, bytes, period } = input;
	if (bytes.length <= LARGEST_UNIT_LIST && /\.csv$/i.test(name)) {
		const [grid] = await readFile({ name, bytes });
		if (grid && isUnitList(grid)) return { kind: 'unit-list', ...readUnits(grid), bytes };
	}
	const catalogue = productCatalogue();
	const drafts = await draftFile({ name, bytes, catalogue, units: [...units], period });
	return { kind: 'sheets', drafts: drafts.map(pack) };
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

function transferable(reading: Reading): ArrayBuffer[] {
	if (reading.kind === 'unit-list') return [];
	return reading.drafts.map(({ content }) => content.buffer as ArrayBuffer);
}

function stackOf(error: unknown): string {
	return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
