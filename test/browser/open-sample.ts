import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { plantWorkspace } from '#test/ground/packed-workspace.ts';
import { expect } from './app.ts';

/** Opens the app where the sample of the invented city was loaded before, and waits for the gauges. */
export async function openSample(page: Page): Promise<void> {
	await plantSample(page);
	await page.goto('/');
	await expect(page.getByRole('meter').first()).toBeVisible({ timeout: 60_000 });
}

/** Puts the sample where the app will find it; what is opened next shows it. */
export async function plantSample(page: Page): Promise<void> {
	await plantWorkspace(page, await readFile(process.env['SAMPLE_WORKSPACE'] ?? ''));
}
