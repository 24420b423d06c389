import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import type { Files } from '#lib/store/files.ts';

/** The files of a workspace in one: JSON of each path with its bytes in base64, compressed. */
export async function packWorkspace(files: Files): Promise<Buffer> {
	const packed: Record<string, string> = {};
	for (const folder of ['', 'contents']) {
		for (const name of await files.list(folder)) {
			const path = folder === '' ? name : `${folder}/${name}`;
			packed[path] = Buffer.from((await files.read(path)) ?? []).toString('base64');
		}
	}
	return gzipSync(JSON.stringify(packed));
}

/**
 * Puts a packed workspace in the place of the one that the page's browser keeps. The page is left on an empty
 * document of the app's origin: nothing of the app runs meanwhile.
 */
export async function plantWorkspace(page: Page, packed: Buffer, origin = ''): Promise<void> {
	const address = '**/planting';
	await page.route(address, (route) =>
		route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>.</title>' })
	);
	await page.goto(`${origin}/planting`);
	await page.unroute(address);
	await page.evaluate(plant, packed.toString('base64'));
}

/** Runs in the page. */
async function plant(base64: string): Promise<void> {
	const bytesOf = (text: string): Uint8Array<ArrayBuffer> =>
		Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
	const unpacked = new Blob([bytesOf(base64)])
		.stream()
		.pipeThrough(new DecompressionStream('gzip'));
	const files = (await new Response(unpacked).json()) as Record<string, string>;
	const origin = await navigator.storage.getDirectory();
	for await (const name of origin.keys()) await origin.removeEntry(name, { recursive: true });
	const root = await origin.getDirectoryHandle('thuocdo', { create: true });
	const contents = await root.getDirectoryHandle('contents', { create: true });
	const write = async ([path, text]: [string, string]): Promise<void> => {
		const folder = path.startsWith('contents/') ? contents : root;
		const file = await folder.getFileHandle(path.slice(path.indexOf('/') + 1), { create: true });
		const stream = await file.createWritable();
		await stream.write(bytesOf(text));
		await stream.close();
	};
	await Promise.all(Object.entries(files).map(write));
}
