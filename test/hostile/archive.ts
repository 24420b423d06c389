import { deflateRawSync } from 'node:zlib';
import { checksum } from '#lib/ingest/checksum.ts';

/** A file of an archive, and what the archive says of it where that is not the truth. */
export interface ArchiveEntry {
	name: string;
	content: string | Uint8Array;
	/** What the directory claims: sizes in bytes, where the file begins, how it is packed. */
	says?: Partial<
		Record<'unpacked' | 'packed' | 'offset' | 'checksum' | 'method' | 'flags', number>
	>;
	/** True where the file is in the directory alone: its `offset` leads into another one. */
	isListedOnly?: boolean;
}

/** A zip archive, whose directory may lie as the entries say; `says.count` is the number of files it claims to have. */
export function archiveOf(
	entries: readonly ArchiveEntry[],
	{ count = entries.length }: { count?: number } = {}
): Uint8Array<ArrayBuffer> {
	const parts: Uint8Array[] = [];
	const directory: Uint8Array[] = [];
	let offset = 0;
	for (const entry of entries) {
		const { name, content, says = {}, isListedOnly = false } = entry;
		const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
		const packed = deflateRawSync(bytes);
		const fields = {
			...{ flags: 0, method: 8, checksum: checksum(bytes), packed: packed.length },
			...{ unpacked: bytes.length, offset, ...says }
		};
		const title = new TextEncoder().encode(name);
		directory.push(directoryEntry(fields, title));
		if (isListedOnly) continue;
		parts.push(localEntry(fields, title), packed);
		offset += 30 + title.length + packed.length;
	}
	const listed = joined(directory);
	const end = new DataView(new ArrayBuffer(22));
	end.setUint32(0, 0x06054b50, true);
	end.setUint16(8, count, true);
	end.setUint16(10, count, true);
	end.setUint32(12, listed.length, true);
	end.setUint32(16, offset, true);
	return joined([...parts, listed, new Uint8Array(end.buffer)]);
}

type Fields = Record<'flags' | 'method' | 'checksum' | 'packed' | 'unpacked' | 'offset', number>;

function localEntry({ flags, method, ...sizes }: Fields, name: Uint8Array): Uint8Array {
	const view = new DataView(new ArrayBuffer(30));
	view.setUint32(0, 0x04034b50, true);
	view.setUint16(6, flags, true);
	view.setUint16(8, method, true);
	view.setUint32(14, sizes.checksum, true);
	view.setUint32(18, sizes.packed, true);
	view.setUint32(22, sizes.unpacked, true);
	view.setUint16(26, name.length, true);
	return joined([new Uint8Array(view.buffer), name]);
}

function directoryEntry({ flags, method, ...sizes }: Fields, name: Uint8Array): Uint8Array {
	const view = new DataView(new ArrayBuffer(46));
	view.setUint32(0, 0x02014b50, true);
	view.setUint16(8, flags, true);
	view.setUint16(10, method, true);
	view.setUint32(16, sizes.checksum, true);
	view.setUint32(20, sizes.packed, true);
	view.setUint32(24, sizes.unpacked, true);
	view.setUint16(28, name.length, true);
	view.setUint32(42, sizes.offset, true);
	return joined([new Uint8Array(view.buffer), name]);
}

/** The bytes one after the other. */
export function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
	const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
	let at = 0;
	for (const part of parts) {
		bytes.set(part, at);
		at += part.length;
	}
	return bytes;
}
