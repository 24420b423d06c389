import { AppError } from '#lib/base/app-error.ts';
import { DENSEST, MOST } from './bounds.ts';
import { checksum } from './checksum.ts';

const MEGABYTE = 1_000_000;

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_ENTRY = 0x04034b50;
const LONGEST_END = 22 + 65_535;
const SIZES_IN_EXTRA_FIELD = 0xffffffff;
const STORED = 0;
const DEFLATED = 8;

/** A file within a zip archive as its directory lists it. */
interface ZipEntry {
	name: string;
	isEncrypted: boolean;
	method: number;
	checksum: number;
	packed: number;
	unpacked: number;
	offset: number;
}

/**
 * The files of a zip archive whose names match, unpacked and held to their checksums. Throws AppError `file.damaged`
 * where one is cut short, altered or not what the directory says, `file.password` where one is encrypted, and
 * `file.unpacks-too-large` (`most`: megabytes) before unpacking anything where together they are larger.
 */
export async function unzip(bytes: Uint8Array, wanted: RegExp): Promise<Map<string, Uint8Array>> {
	const entries = listEntries(bytes).filter(({ name }) => wanted.test(name));
	const size = entries.reduce((sum, { unpacked }) => sum + unpacked, 0);
	if (size > MOST.megabytesUnpacked * MEGABYTE)
		throw new AppError('file.unpacks-too-large', { most: MOST.megabytesUnpacked });
	const files = new Map<string, Uint8Array>();
	for (const entry of entries) files.set(entry.name, await unpack(bytes, entry));
	return files;
}

function listEntries(bytes: Uint8Array): ZipEntry[] {
	const view = viewOf(bytes);
	const end = findEnd(view);
	const count = view.getUint16(end + 10, true);
	if (count > MOST.entries) throw new AppError('file.damaged');
	let at = view.getUint32(end + 16, true);
	return Array.from({ length: count }, () => {
		const entry = readEntry(view, at);
		at += entry.length;
		return entry;
	});
}

/** Where the end record of the directory begins: the last thing in the file but for a comment. */
function findEnd(view: DataView): number {
	const first = Math.max(0, view.byteLength - LONGEST_END);
	for (let at = view.byteLength - 22; at >= first; at--) {
		if (view.getUint32(at, true) === END_OF_DIRECTORY) return at;
	}
	throw new AppError('file.damaged');
}

function readEntry(view: DataView, at: number): ZipEntry & { length: number } {
	if (at + 46 > view.byteLength || view.getUint32(at, true) !== DIRECTORY_ENTRY)
		throw new AppError('file.damaged');
	const nameLength = view.getUint16(at + 28, true);
	const extraLength = view.getUint16(at + 30, true);
	const extra = at + 46 + nameLength;
	if (extra + extraLength > view.byteLength) throw new AppError('file.damaged');
	const name = new TextDecoder().decode(
		new Uint8Array(view.buffer, view.byteOffset + at + 46, nameLength)
	);
	const sizes = [view.getUint32(at + 24, true), view.getUint32(at + 20, true)];
	const places = [...sizes, view.getUint32(at + 42, true)];
	const [unpacked = 0, packed = 0, offset = 0] = withLongSizes(places, {
		view,
		at: extra,
		end: extra + extraLength
	});
	return {
		name: name.replaceAll('\\', '/'),
		isEncrypted: (view.getUint16(at + 8, true) & 1) === 1,
		method: view.getUint16(at + 10, true),
		checksum: view.getUint32(at + 16, true),
		...{ packed, unpacked, offset },
		length: 46 + nameLength + extraLength + view.getUint16(at + 32, true)
	};
}

/** The numbers with those taken from the ZIP64 extra field that are too long for their own place. */
function withLongSizes(
	numbers: readonly number[],
	{ view, at: first, end }: { view: DataView; at: number; end: number }
): number[] {
	let at = first;
	while (at + 4 <= end && view.getUint16(at, true) !== 1) at += 4 + view.getUint16(at + 2, true);
	at += 4;
	return numbers.map((number) => {
		if (number !== SIZES_IN_EXTRA_FIELD) return number;
		if (at + 8 > end) throw new AppError('file.damaged');
		at += 8;
		return Number(view.getBigUint64(at - 8, true));
	});
}

async function unpack(bytes: Uint8Array, entry: ZipEntry): Promise<Uint8Array> {
	if (entry.isEncrypted) throw new AppError('file.password');
	const packed = packedBytes(bytes, entry);
	const unpacked = entry.method === STORED ? packed : await inflate(packed, entry);
	if (unpacked.length !== entry.unpacked || checksum(unpacked) !== entry.checksum)
		throw new AppError('file.damaged');
	return unpacked;
}

function packedBytes(bytes: Uint8Array, { offset, packed }: ZipEntry): Uint8Array {
	const view = viewOf(bytes);
	if (offset + 30 > bytes.length || view.getUint32(offset, true) !== LOCAL_ENTRY)
		throw new AppError('file.damaged');
	const name = view.getUint16(offset + 26, true);
	const start = offset + 30 + name + view.getUint16(offset + 28, true);
	if (start + packed > bytes.length) throw new AppError('file.damaged');
	return bytes.subarray(start, start + packed);
}

/** Unpacks into no more bytes than the directory promises, whatever the packed bytes hold. */
async function inflate(
	packed: Uint8Array,
	{ method, unpacked: size }: ZipEntry
): Promise<Uint8Array> {
	if (method !== DEFLATED || size > (packed.length + 1) * DENSEST)
		throw new AppError('file.damaged');
	const unpacked = new Uint8Array(size);
	const stream = new Blob([new Uint8Array(packed)])
		.stream()
		.pipeThrough(new DecompressionStream('deflate-raw'));
	const reader = stream.getReader();
	let length = 0;
	for (;;) {
		const { done, value } = await readChunk(reader);
		if (done) return unpacked.subarray(0, length);
		if (length + value.length > size) {
			await reader.cancel();
			throw new AppError('file.damaged');
		}
		unpacked.set(value, length);
		length += value.length;
	}
}

async function readChunk(
	reader: ReadableStreamDefaultReader<Uint8Array>
): Promise<ReadableStreamReadResult<Uint8Array>> {
	try {
		return await reader.read();
	} catch (cause) {
		throw Object.assign(new AppError('file.damaged'), { cause });
	}
}

function viewOf({ buffer, byteOffset, byteLength }: Uint8Array): DataView {
	return new DataView(buffer, byteOffset, byteLength);
}
