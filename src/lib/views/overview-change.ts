import { recentChange } from '#lib/assess/recent-change.ts';
import type { Turn } from '#lib/assess/effective-change.ts';
import type { Facts, Standing } from '#lib/assess/standing.ts';
import { say } from '#lib/base/messages.ts';
import type { Viewpoint } from './overview-reading.ts';
import { changeWords } from './sentence-change.ts';
import { periodInSentence } from './sentence-period.ts';
import { type StatusLook, statusLook } from './status-look.ts';

/** What became of an indicator since the last quarter that it compares with, in words. */
export interface ChangeLine {
	turn?: Turn;
	/** The verdict of then, where it is another one now. */
	was?: StatusLook;
	/** `trước đó Chưa đạt`, `+2,10 điểm % so với quý III/2025`. */
	words: string;
}

/** How a standing changed since last quarter; `undefined` where neither verdict nor value did. */
export function changeLine(
	facts: Facts,
	standing: Standing,
	{ path, period, language }: Viewpoint
): ChangeLine | undefined {
	const { indicator, value } = standing;
	const change = recentChange(facts, standing, { path, period, indicator });
	if (!change || !value) return undefined;
	const { since, before, turn, was } = change;
	const isRatio = indicator.denominator.length > 0;
	const movement = before.value && changeWords(value, before.value, { isRatio, language });
	const look = was && statusLook(was, language);
	const words = say(language, look ? 'overview.changed-verdict' : 'overview.changed-value', {
		status: look?.word.toLowerCase() ?? '',
		change: movement ?? '',
		period: periodInSentence(since, language)
	});
	return { words, ...(turn && { turn }), ...(look && { was: look }) };
}
