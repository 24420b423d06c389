import { AppError } from '#lib/base/app-error.ts';

/** The bytes of a file; told how many are read of how many, once for each hundredth part. */
export async function readBytes(
	file: File,
	onProgress: (done: number, total: number) => void
): Promise<Uint8Array> {
	try {
		return await collect(file, onProgress);
	} catch {
		throw new AppError('import.unreadable', { file: file.name });
	}
}

async function collect(
	file: File,
	onProgress: (done: number, total: number) => void
): Promise<Uint8Array> {
	const { size } = file;
	const bytes = new Uint8Array(size);
	const reader = file.stream().getReader();
	let [done, told] = [0, 0];
	for (;;) {
		const { value } = await reader.read();
		if (!value) return bytes;
		bytes.set(value, done);
		done += value.length;
		if (done - told < size / 100 && done < size) continue;
		told = done;
		onProgress(done, size);
	}
}
