import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** What of the page is looked at, and by which rules; the whole page and all rules where nothing is named. */
interface AxeQuestion {
	within?: string;
	rules?: string[];
}

/**
 * What axe finds wrong with the page as it stands: a line for each element and rule. In one go, since the app has no
 * frames: what was found in each of many would be put together in a page of its own, which takes seconds.
 */
export async function axeFaults(
	page: Page,
	{ within, rules }: AxeQuestion = {}
): Promise<string[]> {
	// Naming every element that is right, too, would take axe most of its time.
	const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] });
	axe.setLegacyMode(true);
	if (within) axe.include(within);
	if (rules) axe.withRules(rules);
	const { violations } = await axe.analyze();
	return violations.flatMap(({ id, nodes }) =>
		nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')} — ${failureSummary ?? ''}`)
	);
}
