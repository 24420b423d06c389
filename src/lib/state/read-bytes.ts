import { AppError } from '#lib/base/app-error.ts';
import { MOST } from '#lib/ingest/bounds.ts';
import { isOutOfMemory } from './within-memory.ts';

/** What a file of settings may hold at most: the product's own catalogue is a tenth of it. */
const MOST_MEGABYTES_OF_TEXT = 10;

/**
 * The bytes of a file; told how many are read of how many, once for each hundredth part. Rejects with AppError
 * `file.too-large` before anything is read, and `import.unreadable` where the file cannot be read or changes meanwhile.
 */
export async function readBytes(
	file: File,
	onProgress?: (done: number, total: number) => void
): Promise<Uint8Array<ArrayBuffer>> {
	refuseLarge(file, MOST.megabytes);
	try {
		return await collect(file, onProgress);
	} catch (error) {
		if (isOutOfMemory(error)) throw error;
		throw new AppError('import.unreadable', { file: file.name });
	}
}

/** The text of a file of settings, as UTF-8; rejects as `readBytes` does, and where it is larger than 10 MB. */
export async function readText(file: File): Promise<string> {
	refuseLarge(file, MOST_MEGABYTES_OF_TEXT);
	return new TextDecoder().decode(await readBytes(file));
}

function refuseLarge({ name, size }: File, most: number): void {
	if (size > most * 1_000_000) throw new AppError('file.too-large', { file: name, most });
}

async function collect(
	file: File,
	onProgress?: (done: number, total: number) => void
): Promise<Uint8Array<ArrayBuffer>> {
	const { size } = file;
	const bytes = new Uint8Array(size);
	const reader = file.stream().getReader();
	let [done, told] = [0, 0];
	for (;;) {
		const { value } = await reader.read();
		if (!value) break;
		// More than the file was long does not fit, and throws.
		bytes.set(value, done);
		done += value.length;
		if (done - told < size / 100 && done < size) continue;
		told = done;
		onProgress?.(done, size);
	}
	if (done !== size) throw new RangeError(`${file.name} became shorter`);
	return bytes;
}
