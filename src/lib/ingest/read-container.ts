import { AppError } from '#lib/base/app-error.ts';

const HEADER = 512;
const ENTRY = 128;
const MINI_SECTOR = 64;
/** Streams shorter than this lie within the mini stream. */
const CUTOFF = 4096;
const LISTED_IN_HEADER = 109;
const NONE = -1;
const STREAM = 2;
const ROOT = 5;

/** An entry of the directory: a storage or a stream, and the entries that the tree of names leads to from it. */
interface Entry {
	name: string;
	kind: number;
	beside: number[];
	child: number;
	start: number;
	size: number;
}

/** What says where each sector of a chain goes on, and what the sectors hold. */
interface Sectors {
	next: (sector: number) => number;
	content: (sector: number) => Uint8Array;
	count: number;
	size: number;
}

/** The streams at the top of a container of the kind that Excel 97 and encrypted workbooks come in. */
export interface Container {
	/** Their names, lower-case. */
	names: string[];
	/** What the stream of that name holds. Throws AppError `file.damaged` where its sectors do not lead through it. */
	read: (name: string) => Uint8Array;
}

/**
 * Opens a compound file ([MS-CFB]). We do, since the spreadsheet library follows chains of sectors that lead back to
 * themselves without end. Throws AppError `file.damaged` where header, chains or directory contradict one another.
 */
export function readContainer(bytes: Uint8Array): Container {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	if (bytes.length < HEADER) throw new AppError('file.damaged');
	const sectors = sectorsOf(bytes, view);
	const entries = entriesOf(chained(sectors, view.getInt32(48, true)));
	const root = entries[0];
	if (root?.kind !== ROOT) throw new AppError('file.damaged');
	const streams = topStreams(entries, root);
	const miniSectors = (): Sectors => {
		const links = chained(sectors, view.getInt32(60, true));
		const whole = chained(sectors, root.start);
		const all = new DataView(links.buffer, links.byteOffset, links.byteLength);
		return {
			next: (at) => (at * 4 + 4 <= links.length ? all.getInt32(at * 4, true) : NONE),
			content: (at) => whole.subarray(at * MINI_SECTOR, (at + 1) * MINI_SECTOR),
			count: Math.ceil(whole.length / MINI_SECTOR),
			size: MINI_SECTOR
		};
	};
	return {
		names: [...streams.keys()],
		read: (name) => {
			const { start = NONE, size = 0 } = streams.get(name) ?? {};
			return size === 0
				? new Uint8Array()
				: chained(size < CUTOFF ? miniSectors() : sectors, start, size);
		}
	};
}

function sectorsOf(bytes: Uint8Array, view: DataView): Sectors {
	const size = 2 ** view.getUint16(30, true);
	if (size !== 512 && size !== 4096) throw new AppError('file.damaged');
	const count = Math.ceil(bytes.length / size) - 1;
	const content = (at: number): Uint8Array => bytes.subarray((at + 1) * size, (at + 2) * size);
	const tables = tableSectors(view, { count, size });
	return {
		next: (at) => {
			const table = tables[Math.floor((at * 4) / size)] ?? NONE;
			const place = (table + 1) * size + ((at * 4) % size);
			if (table < 0 || place + 4 > bytes.length) throw new AppError('file.damaged');
			return view.getInt32(place, true);
		},
		...{ content, count, size }
	};
}

/** The sectors that say where chains go on: as many as the header lists, and those of further lists, each once. */
function tableSectors(view: DataView, { count, size }: { count: number; size: number }): number[] {
	const listed = Array.from({ length: LISTED_IN_HEADER }, (_, at) =>
		view.getInt32(76 + at * 4, true)
	);
	const seen = new Set<number>();
	let list = view.getInt32(68, true);
	while (list >= 0 && list < count && !seen.has(list)) {
		seen.add(list);
		const from = (list + 1) * size;
		if (from + size > view.byteLength) break;
		for (let at = 0; at < size - 4; at += 4) listed.push(view.getInt32(from + at, true));
		list = view.getInt32(from + size - 4, true);
	}
	const end = listed.findIndex((sector) => sector < 0);
	return end < 0 ? listed : listed.slice(0, end);
}

/** What the sectors of a chain hold, as far as the length given, or all of it. */
function chained(sectors: Sectors, start: number, length = Infinity): Uint8Array {
	const found: Uint8Array[] = [];
	let got = 0;
	for (let at = start; at >= 0 && got < length; at = sectors.next(at)) {
		// A chain that is longer than the file leads back to itself.
		if (at >= sectors.count || found.length >= sectors.count) throw new AppError('file.damaged');
		const part = sectors.content(at);
		found.push(part);
		got += part.length;
	}
	if (length !== Infinity && got < length) throw new AppError('file.damaged');
	const bytes = new Uint8Array(Math.min(got, length));
	let at = 0;
	for (const part of found) {
		bytes.set(part.subarray(0, bytes.length - at), at);
		at += part.length;
	}
	return bytes;
}

function entriesOf(directory: Uint8Array): Entry[] {
	const view = new DataView(directory.buffer, directory.byteOffset, directory.byteLength);
	const count = Math.floor(directory.length / ENTRY);
	return Array.from({ length: count }, (_, place) => {
		const from = place * ENTRY;
		const letters = Math.min(32, Math.max(0, view.getUint16(from + 64, true) / 2 - 1));
		const name = directory.subarray(from, from + Math.floor(letters) * 2);
		return {
			name: new TextDecoder('utf-16le').decode(name).toLowerCase(),
			kind: view.getUint8(from + 66),
			beside: [view.getInt32(from + 68, true), view.getInt32(from + 72, true)],
			child: view.getInt32(from + 76, true),
			start: view.getInt32(from + 116, true),
			size: view.getUint32(from + 120, true)
		};
	});
}

/** The streams that the tree of names under the root leads to; not those within storages, where other files lie. */
function topStreams(entries: readonly Entry[], root: Entry): Map<string, Entry> {
	const found = new Map<string, Entry>();
	const seen = new Set<number>();
	const open = [root.child];
	for (let place = open.pop(); place !== undefined; place = open.pop()) {
		if (place < 0 || seen.has(place)) continue;
		const entry = entries[place];
		if (!entry) throw new AppError('file.damaged');
		seen.add(place);
		if (entry.kind === STREAM && !found.has(entry.name)) found.set(entry.name, entry);
		open.push(...entry.beside);
	}
	return found;
}
