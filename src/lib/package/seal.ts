import { type Zippable, zipSync } from 'fflate';
import { AppError } from '#lib/base/app-error.ts';
import { unzip } from '#lib/ingest/unzip.ts';
import { sha256Of } from '#lib/store/sha256.ts';

const ZIP = [0x50, 0x4b, 3, 4];
const COMMENT = 'thuocdo sha256:';
const COMMENT_LENGTH = COMMENT.length + 64;
const SEAL = new RegExp(`^${COMMENT}([0-9a-f]{64})$`);

/** A file of a package before it is packed. */
export interface LooseFile {
	path: string;
	bytes: Uint8Array;
	/** Whether packing would gain nothing. */
	isPacked?: boolean;
}

/** The files as a zip archive whose comment holds the SHA-256 of every byte before it. */
export async function sealFiles(files: readonly LooseFile[], at: Date): Promise<Uint8Array> {
	const tree: Zippable = {};
	for (const { path, bytes, isPacked } of files) tree[path] = [bytes, { level: isPacked ? 0 : 6 }];
	const zip = zipSync(tree, { mtime: at });
	// The last two bytes say how long the comment is that follows.
	new DataView(zip.buffer, zip.byteOffset).setUint16(zip.length - 2, COMMENT_LENGTH, true);
	const comment = new TextEncoder().encode(COMMENT + (await sha256Of(zip)));
	const sealed = new Uint8Array(zip.length + comment.length);
	sealed.set(zip);
	sealed.set(comment, zip.length);
	return sealed;
}

/** Whether the bytes begin as a zip archive and end with the mark of a package. */
export function looksSealed(bytes: Uint8Array): boolean {
	return ZIP.every((byte, at) => bytes[at] === byte) && endOf(bytes).startsWith(COMMENT);
}

/**
 * The files of a sealed archive by path. Throws AppError `package.foreign` for what is no package, `package.damaged` for
 * one that was cut short or altered, `package.too-large` before unpacking one that is too large.
 */
export async function openSealed(bytes: Uint8Array): Promise<Map<string, Uint8Array>> {
	if (!ZIP.every((byte, at) => bytes[at] === byte)) throw new AppError('package.foreign');
	const [, sha256] = SEAL.exec(endOf(bytes)) ?? [];
	if (sha256 === undefined)
		throw new AppError(hasEnd(bytes) ? 'package.foreign' : 'package.damaged');
	if ((await sha256Of(bytes.subarray(0, -COMMENT_LENGTH))) !== sha256)
		throw new AppError('package.damaged');
	try {
		return await unzip(bytes, /^/);
	} catch (cause) {
		const isTooLarge = cause instanceof AppError && cause.code === 'file.unpacks-too-large';
		const error = isTooLarge
			? new AppError('package.too-large', cause.params)
			: new AppError('package.damaged');
		throw Object.assign(error, { cause });
	}
}

/** Whether a zip archive ends right here, without a comment: a whole file, but none of ours. */
function hasEnd(bytes: Uint8Array): boolean {
	const last = bytes.subarray(-22);
	return last[0] === 0x50 && last[1] === 0x4b && last[2] === 5 && last[3] === 6;
}

function endOf(bytes: Uint8Array): string {
	return new TextDecoder().decode(bytes.subarray(-COMMENT_LENGTH));
}
