import type { Page } from '@playwright/test';
import { EVERY_VIEW, inLanguage } from '#scripts/look/every-view.ts';
import { expect, test } from './app.ts';
import { axeFaults } from './axe-faults.ts';
import { plantSample } from './open-sample.ts';
import { openSettled, settled, sidewaysScroll } from './settled.ts';

const THEMES = {
	light: { colorScheme: 'light', contrast: 'no-preference' },
	dark: { colorScheme: 'dark', contrast: 'no-preference' },
	contrast: { colorScheme: 'light', contrast: 'more' }
} as const;
const WIDTHS = [1440, 768, 320];
/** A screen of 1440 × 900 at 200 %. */
const ZOOMED = { width: 720, height: 450 };

/** What axe asks of a page that depends on its colours; all else is the same in every theme. */
const RULES_OF_COLOUR = ['color-contrast', 'link-in-text-block'];

type Theme = keyof typeof THEMES;
const EVERY_THEME = Object.keys(THEMES) as Theme[];

/** A theme at a width, and the rules to be asked; all of them where none are named. */
interface Look {
	theme: Theme;
	width: number;
	rules?: string[];
}

const EVERY_LOOK = WIDTHS.flatMap((width) =>
	EVERY_THEME.map((theme): Look => {
		return { theme, width, ...(theme !== 'light' && { rules: RULES_OF_COLOUR }) };
	})
);
/**
 * All rules wide in light and narrow in dark; those of colour in high contrast, at another width from view to view.
 * `EVERY_LOOK=1` asks for all nine.
 */
function looksOf(view: number): Look[] {
	if (process.env['EVERY_LOOK']) return EVERY_LOOK;
	const width = WIDTHS[view % 3] ?? 320;
	return [
		{ theme: 'light', width: 1440 },
		{ theme: 'dark', width: 320 },
		{ theme: 'contrast', width, rules: RULES_OF_COLOUR }
	];
}

/** An empty view has little that could differ: one look, another from view to view. */
function looksOfEmpty(view: number): Look[] {
	const looks = EVERY_THEME.map((theme, place): Look => ({ theme, width: WIDTHS[place] ?? 320 }));
	return process.env['EVERY_LOOK'] ? looks : looks.slice(view % 3, (view % 3) + 1);
}

test.describe.configure({ mode: 'parallel', timeout: 240_000 });

for (const [place, { name, path: whole, part: path = whole }] of EVERY_VIEW.entries()) {
	test(`axe finds nothing wrong with ${name} in any theme at any width, and nothing is cut`, async ({
		page
	}) => {
		await plantSample(page);
		await openSettled(page, path);
		await check(page, looksOf(place));
		await page.setViewportSize(ZOOMED);
		expect(await sidewaysScroll(page), 'sideways scrolling at 200 %').toBe(0);
		await page.setViewportSize({ width: 320, height: 900 });
		await openSettled(page, inLanguage(path, 'en'));
		expect(await sidewaysScroll(page), 'sideways scrolling at 320 in English').toBe(0);
	});

	test(`axe finds nothing wrong with ${name} where there is nothing yet`, async ({ page }) => {
		await openSettled(page, path);
		await check(page, looksOfEmpty(place));
	});
}

/** Tells all faults together: what is wrong in one look is mostly wrong in others. */
async function check(page: Page, looks: readonly Look[]): Promise<void> {
	const faults: string[] = [];
	await page.emulateMedia({ reducedMotion: 'reduce' });
	for (const { theme, width, rules } of looks) {
		await page.setViewportSize({ width, height: 900 });
		await page.emulateMedia(THEMES[theme]);
		await settled(page);
		const look = `${theme} at ${width}`;
		const found = await axeFaults(page, { rules });
		faults.push(...found.map((fault) => `${look}: ${fault}`));
		const sideways = await sidewaysScroll(page);
		if (sideways !== 0) faults.push(`${look}: scrolls sideways by ${sideways}`);
	}
	expect(faults).toEqual([]);
}
