import { describe, expect, it } from 'vitest';
import { AppError } from '#lib/base/app-error.ts';
import { readBytes, readText } from '#lib/state/read-bytes.ts';

/** A file that says it is so long, and gives those chunks when it is read. */
function fileOf(size: number, chunks: Iterable<Uint8Array | Error>): File {
	const given = chunks[Symbol.iterator]();
	const stream = new ReadableStream<Uint8Array>({
		pull(controller) {
			const next: IteratorResult<Uint8Array | Error, unknown> = given.next();
			if (next.done) controller.close();
			else if (next.value instanceof Error) controller.error(next.value);
			else controller.enqueue(next.value);
		}
	});
	return { name: 'b1.csv', size, stream: () => stream } as File;
}

const three = Uint8Array.of(1, 2, 3);

describe('the bytes of a file', () => {
	it('are those of its chunks', async () => {
		const told: number[] = [];
		const bytes = await readBytes(fileOf(6, [three, three]), (done) => told.push(done));
		expect([...bytes]).toEqual([1, 2, 3, 1, 2, 3]);
		expect(told).toEqual([3, 6]);
	});

	it('are not asked for where it says that it is 10 GB long', async () => {
		const untouched = {
			[Symbol.iterator]: () => ({
				next(): IteratorResult<Uint8Array> {
					throw new Error('was read');
				}
			})
		};
		await expect(readBytes(fileOf(10_000_000_000, untouched))).rejects.toEqual(
			new AppError('file.too-large', { file: 'b1.csv', most: 500 })
		);
	});

	it.each<[string, number, (Uint8Array | Error)[]]>([
		['grows while it is read', 4, [three, three]],
		['shrinks while it is read', 9, [three, three]],
		['is emptied while it is read', 3, []],
		['is taken away while it is read', 6, [three, new DOMException('gone', 'NotReadableError')]],
		['says a length that is none', -1, [three]]
	])('are refused where it %s', async (_, size, chunks) => {
		await expect(readBytes(fileOf(size, chunks))).rejects.toEqual(
			new AppError('import.unreadable', { file: 'b1.csv' })
		);
	});
});

describe('the text of a file of settings', () => {
	it('is read as UTF-8', async () => {
		expect(await readText(new File(['Đơn vị'], 'a.json'))).toBe('Đơn vị');
	});

	it('is refused above 10 MB', async () => {
		await expect(readText(fileOf(10_000_001, []))).rejects.toEqual(
			new AppError('file.too-large', { file: 'b1.csv', most: 10 })
		);
	});
});
