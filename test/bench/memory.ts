import { readFileSync } from 'node:fs';
import type { Browser } from '@playwright/test';

/** The most memory that any page of the browser held so far, with its workers, in megabytes; NaN where Linux does not tell. */
export async function peakMemory(browser: Browser | null): Promise<number> {
	return Math.max(...(await memoryOf(browser, 'VmHWM')));
}

async function memoryOf(browser: Browser | null, name: string): Promise<number[]> {
	if (!browser || process.platform !== 'linux') return [Number.NaN];
	const session = await browser.newBrowserCDPSession();
	const { processInfo } = await session.send('SystemInfo.getProcessInfo');
	await session.detach();
	const renderers = processInfo.filter(({ type }) => type === 'renderer');
	return renderers.map(({ id }) => {
		const status = readFileSync(`/proc/${id}/status`, 'utf8');
		return Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1]) / 1024;
	});
}
