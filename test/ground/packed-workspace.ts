import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import type { Files } from '#lib/store/files.ts';

/** A file that only one reaches while it is open; the types of a page do not know it. */
interface Opened {
	write(bytes: Uint8Array): number;
	close(): void;
}

/** The files of a workspace in one: a line with the length of each path, their bytes one after the other, compressed. */
export async function packWorkspace(files: Files): Promise<Buffer> {
	const lengths: Record<string, number> = {};
	const contents: Uint8Array[] = [];
	for (const folder of ['', 'contents']) {
		for (const name of await files.list(folder)) {
			const path = folder === '' ? name : `${folder}/${name}`;
			const bytes = (await files.read(path)) ?? new Uint8Array();
			lengths[path] = bytes.length;
			contents.push(bytes);
		}
	}
	return gzipSync(Buffer.concat([Buffer.from(`${JSON.stringify(lengths)}\n`), ...contents]));
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
	const source = `(${plant.toString()})('${packed.toString('base64')}')
		.then(() => postMessage(''), (error) => postMessage(String(error)))`;
	const fault = await page.evaluate(runInWorker, source);
	if (fault !== '') throw new Error(fault);
}

/** Runs in the page: the script in a worker, until it says something. */
async function runInWorker(source: string): Promise<string> {
	const worker = new Worker(URL.createObjectURL(new Blob([source])));
	const said = await new Promise<MessageEvent<string>>((resolve) => (worker.onmessage = resolve));
	worker.terminate();
	return said.data;
}

/** Runs in a worker, where files are written in a fraction of the time, and takes nothing from outside itself. */
async function plant(packed: string): Promise<void> {
	const { body } = await fetch(`data:application/gzip;base64,${packed}`);
	const unpacked = new Response(body?.pipeThrough(new DecompressionStream('gzip')));
	const bytes = new Uint8Array(await unpacked.arrayBuffer());
	const end = bytes.indexOf(10);
	const lengths = JSON.parse(new TextDecoder().decode(bytes.subarray(0, end))) as object;
	const origin = await navigator.storage.getDirectory();
	for await (const name of origin.keys()) await origin.removeEntry(name, { recursive: true });
	const root = await origin.getDirectoryHandle('thuocdo', { create: true });
	const contents = await root.getDirectoryHandle('contents', { create: true });
	let from = end + 1;
	await Promise.all(
		Object.entries(lengths).map(async ([path, length]: [string, number]) => {
			const part = bytes.subarray(from, (from += length));
			const folder = path.startsWith('contents/') ? contents : root;
			const name = path.slice(path.indexOf('/') + 1);
			const file = await folder.getFileHandle(name, { create: true });
			const opened = await (
				file as unknown as { createSyncAccessHandle(): Promise<Opened> }
			).createSyncAccessHandle();
			opened.write(part);
			opened.close();
		})
	);
}
