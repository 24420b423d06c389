import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { plantWorkspace } from '#test/ground/packed-workspace.ts';
import { expect } from './app.ts';

/** Opens the path where the sample of the invented city was loaded before; the overview with its gauges. */
export async function openSample(page: Page, path = '/'): Promise<void> {
	await plantSample(page);
	await page.goto(path);
	if (path === '/') await expect(page.getByRole('meter').first()).toBeVisible({ timeout: 60_000 });
}

/** Puts the sample where the app will find it; what is opened next shows it. */
export async function plantSample(page: Page): Promise<void> {
	await plantWorkspace(page, await readFile(process.env['SAMPLE_WORKSPACE'] ?? ''));
}
