import { AppError } from '#lib/base/app-error.ts';

/** What a frame begins with, and one that is to be skipped but for its last four bits. */
const MAGIC = { frame: 0xfd2fb528, skipped: 0x184d2a50 } as const;
const BLOCK = { raw: 0, repeated: 1, compressed: 2 } as const;
/** The literals of a block bring their tree along. */
const WITH_TREE = 2;
const TREE_AT = [3, 3, 4, 5] as const;

/**
 * Throws AppError `file.damaged` where unpacking would never end: a tree in the Zstandard frames says that all of its
 * weights are one and the same, which take no bits, so that a reader without a bound reads them for ever. No writer
 * makes such a tree. Of bytes that are no frames nothing is said; the unpacker refuses those. (RFC 8878, 3.1.1, 4.1, 4.2.1)
 */
export function checkZstd(packed: Uint8Array): void {
	for (const { type, body } of blocksIn(packed)) {
		const [head = 0] = body;
		if (type !== BLOCK.compressed || (head & 3) !== WITH_TREE) continue;
		const tree = body.subarray(TREE_AT[(head >> 2) & 3]);
		const isPackedTree = (tree[0] ?? 255) < 128;
		if (isPackedTree && hasOneWeight(tree.subarray(1))) throw new AppError('file.damaged');
	}
}

/** The blocks of all frames, as far as there are any. */
function* blocksIn(packed: Uint8Array): Generator<{ type: number; body: Uint8Array }> {
	const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
	let at = 0;
	while (at + 8 < packed.length) {
		const magic = view.getUint32(at, true);
		if ((magic & ~15) === MAGIC.skipped) {
			at += 8 + view.getUint32(at + 4, true);
			continue;
		}
		if (magic !== MAGIC.frame) return;
		const flags = view.getUint8(at + 4);
		at += 5 + headerSize(flags);
		for (let isLast = false; !isLast && at + 3 <= packed.length;) {
			const header = view.getUint16(at, true) | (view.getUint8(at + 2) << 16);
			const [type, size] = [(header >> 1) & 3, header >> 3];
			const length = type === BLOCK.repeated ? 1 : size;
			yield { type, body: packed.subarray(at + 3, at + 3 + length) };
			at += 3 + length;
			isLast = (header & 1) === 1;
		}
		const hasChecksum = ((flags >> 2) & 1) === 1;
		if (hasChecksum) at += 4;
	}
}

/** How many bytes of a frame's header follow its flags: the window, the dictionary, the size of the content. */
function headerSize(flags: number): number {
	const isSingle = (flags >> 5) & 1;
	const dictionary = [0, 1, 2, 4][flags & 3] ?? 0;
	const content = [isSingle, 2, 4, 8][flags >> 6] ?? 0;
	return (isSingle ? 0 : 1) + dictionary + content;
}

/** True where the first weight that occurs at all is said to be every one. */
function hasOneWeight(table: Uint8Array): boolean {
	let at = 0;
	const take = (count: number): number => {
		let bits = 0;
		for (let bit = 0; bit < count; bit += 1, at += 1)
			bits |= (((table[at >> 3] ?? 0) >> (at & 7)) & 1) << bit;
		return bits;
	};
	const all = 1 << (take(4) + 5);
	const width = 32 - Math.clz32(all + 1);
	const short = (1 << width) - 2 - all;
	while (at < table.length * 8) {
		const low = take(width - 1);
		// The smaller values go without the last bit.
		const value = low < short ? low : take(1) ? low + (1 << (width - 1)) - short : low;
		if (value !== 1) return value - 1 === all;
		while (take(2) === 3);
	}
	return false;
}
