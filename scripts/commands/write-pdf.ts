import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { AppError } from '#lib/base/app-error.ts';
import { CHROMIUM_FLAGS, findChromium } from '#scripts/install-chromium.mjs';
import { run } from '#scripts/run.mjs';

/**
 * The document as headless Chromium prints it: text that can be selected, charts as lines. Throws AppError
 * `cli.no-chromium` where there is none, `cli.not-printed` with what it said where it fails.
 */
export async function writePdf(html: string): Promise<Uint8Array> {
	const chromium = await findChromium();
	if (chromium === undefined) throw new AppError('cli.no-chromium');
	const folder = await mkdtemp(join(tmpdir(), 'thuocdo-pdf-'));
	try {
		const [page, printed] = [join(folder, 'report.html'), join(folder, 'report.pdf')];
		await writeFile(page, html);
		const { code, output } = await run(chromium, [
			...['--headless', ...CHROMIUM_FLAGS, `--user-data-dir=${join(folder, 'profile')}`],
			...['--no-pdf-header-footer', '--generate-pdf-document-outline'],
			...[`--print-to-pdf=${printed}`, pathToFileURL(page).href]
		]);
		if (code !== 0) throw new AppError('cli.not-printed', { reason: output.trim() });
		return await packed(await readFile(printed));
	} finally {
		await rm(folder, { recursive: true, force: true, maxRetries: 3 });
	}
}

/** The same document with its many small parts, tags for readers above all, packed together: a third of its size. */
async function packed(bytes: Uint8Array): Promise<Uint8Array> {
	const { PDFDocument } = await import('pdf-lib');
	const document = await PDFDocument.load(bytes, { updateMetadata: false });
	return document.save({ addDefaultPage: false, objectsPerTick: Infinity });
}
