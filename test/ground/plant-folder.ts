import { open, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';

/** More at a time than a browser's driver can carry would break it. */
const CHUNK = 16_000_000;

interface PlantedFile {
	path: string;
	size: number;
}

/**
 * Puts the workspace in the folder in the place of the one that the page's browser keeps; for large ones. The page is
 * left on an empty document of the app's origin.
 */
export async function plantFolder(page: Page, folder: string, origin = ''): Promise<void> {
	const address = '**/planting**';
	await page.route(address, async (route) => {
		const { searchParams } = new URL(route.request().url());
		const path = searchParams.get('path');
		if (path === null) return route.fulfill({ contentType: 'text/html', body: '<!doctype html>' });
		const body = await chunkOf(join(folder, path), Number(searchParams.get('from')));
		return route.fulfill({ contentType: 'application/octet-stream', body });
	});
	await page.goto(`${origin}/planting`);
	await page.evaluate(plant, { files: await filesIn(folder), chunk: CHUNK });
	await page.unroute(address);
}

async function filesIn(folder: string): Promise<PlantedFile[]> {
	const entries = await readdir(folder, { recursive: true, withFileTypes: true });
	const files = entries.filter((entry) => entry.isFile());
	return Promise.all(
		files.map(async (entry) => {
			const file = join(entry.parentPath, entry.name);
			return { path: file.slice(folder.length + 1), size: (await stat(file)).size };
		})
	);
}

async function chunkOf(path: string, from: number): Promise<Buffer> {
	const file = await open(path);
	try {
		const bytes = Buffer.alloc(CHUNK);
		const { bytesRead } = await file.read(bytes, 0, CHUNK, from);
		return bytes.subarray(0, bytesRead);
	} finally {
		await file.close();
	}
}

/** Runs in the page. */
async function plant({ files, chunk }: { files: PlantedFile[]; chunk: number }): Promise<void> {
	const origin = await navigator.storage.getDirectory();
	for await (const name of origin.keys()) await origin.removeEntry(name, { recursive: true });
	const root = await origin.getDirectoryHandle('thuocdo', { create: true });
	const contents = await root.getDirectoryHandle('contents', { create: true });
	for (const { path, size } of files) {
		const folder = path.startsWith('contents/') ? contents : root;
		const file = await folder.getFileHandle(path.slice(path.indexOf('/') + 1), { create: true });
		const stream = await file.createWritable();
		for (let from = 0; from < size; from += chunk) {
			const answer = await fetch(`/planting?path=${encodeURIComponent(path)}&from=${from}`);
			await stream.write(await answer.arrayBuffer());
		}
		await stream.close();
	}
}
