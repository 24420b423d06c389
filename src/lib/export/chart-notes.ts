import { say } from '#lib/base/messages.ts';
import type { OneChart } from '#lib/views/one-chart.ts';

/** What a chart must not be read without, beside its title and scope: its targets, state, source, letters, code and query. */
export function chartNotes(chart: OneChart, extent: keyof OneChart['letters']): string[] {
	const { language, targets, state, source, letters, trace, query } = chart;
	const code = trace === undefined ? '' : say(language, 'one-chart.trace', { code: trace });
	const asked = query === undefined ? '' : say(language, 'one-chart.query', { query });
	return [targets, state, source, letters[extent], code, asked].filter((words) => words !== '');
}
