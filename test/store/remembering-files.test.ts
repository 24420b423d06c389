import { expect, test } from 'vitest';
import { memoryFiles } from '#lib/store/memory-files.ts';
import { rememberingFiles } from '#lib/store/remembering-files.ts';

const CONTENT = 'contents/abc';
const bytes = (...numbers: number[]): Uint8Array => Uint8Array.from(numbers);

test('a content is read from the disk once', async () => {
	const disk = memoryFiles();
	await disk.write(CONTENT, bytes(1, 2));
	const paths: string[] = [];
	const files = rememberingFiles({
		...disk,
		read: (path) => {
			paths.push(path);
			return disk.read(path);
		}
	});
	expect([await files.read(CONTENT), await files.read(CONTENT)]).toEqual([
		bytes(1, 2),
		bytes(1, 2)
	]);
	expect(paths).toEqual([CONTENT]);
});

test('what is taken away is gone, and what changes its content under one name is read anew', async () => {
	const disk = memoryFiles();
	const files = rememberingFiles(disk);
	await files.write(CONTENT, bytes(1));
	await files.remove(CONTENT);
	expect(await files.read(CONTENT)).toBeUndefined();
	await files.write('manifest.json', bytes(1));
	await disk.write('manifest.json', bytes(2));
	expect(await files.read('manifest.json')).toEqual(bytes(2));
});

test('what a reader does with the bytes leaves the next reader his', async () => {
	const files = rememberingFiles(memoryFiles());
	await files.write(CONTENT, bytes(1));
	(await files.read(CONTENT))?.fill(9);
	expect(await files.read(CONTENT)).toEqual(bytes(1));
});

test('two who ask at once for a content have it read once, and each has bytes of his own', async () => {
	const disk = memoryFiles();
	await disk.write(CONTENT, bytes(1, 2));
	let reads = 0;
	const files = rememberingFiles({
		...disk,
		read: async (path) => {
			reads += 1;
			await new Promise((resolve) => setTimeout(resolve));
			return disk.read(path);
		}
	});
	const [one, other] = await Promise.all([files.read(CONTENT), files.read(CONTENT)]);
	one?.fill(9);
	expect(other).toEqual(bytes(1, 2));
	expect(reads).toBe(1);
});

test('who waits for a reading that fails reads for himself', async () => {
	const disk = memoryFiles();
	await disk.write(CONTENT, bytes(1));
	let reads = 0;
	const files = rememberingFiles({
		...disk,
		read: async (path) => {
			reads += 1;
			if (reads === 1) throw new Error('a bad moment');
			return disk.read(path);
		}
	});
	const [one, other] = await Promise.allSettled([files.read(CONTENT), files.read(CONTENT)]);
	expect(one.status).toBe('rejected');
	expect(other).toEqual({ status: 'fulfilled', value: bytes(1) });
});
