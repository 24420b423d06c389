import { say } from '#lib/base/messages.ts';
import type { Report, ReportChart } from '#lib/views/report.ts';
import { lettersIn, lettersLine, withLetters } from './briefing-letters.ts';
import { chartParts, chartSvg, pictureHeight } from './chart-svg.ts';
import { valueWords } from './chart-words.ts';
import { element, escapeMarkup } from './markup.ts';

const WIDTH = 680;
/** So many rows a page holds. */
const ROWS = 28;
/** Many rows of one line stand closer, so that letters are not made smaller for a chart to fit its page. */
const MANY_ROWS = 12;
const ONE_LINE = 32;
const TIGHT = 0.76;

/** The chart as pictures that answer to pointer and keys, what they rest on, and its figures as a table to open. */
export function briefingChart(
	chart: ReportChart,
	{ report, number, id }: { report: Report; number: string; id: string }
): string {
	const { language } = report;
	const pictures = chartParts(chart, ROWS).map((part, at) => {
		const look = { language, tone: 'page' as const, id: `${id}-${at}-`, isLive: true };
		const svg = chartSvg(part, {
			...{ width: WIDTH, height: heightOf(part) },
			...{ look, whole: chart }
		});
		const label = `${chart.caption}. ${say(language, 'briefing.walk')}`;
		return element(
			'div',
			{ class: 'picture', tabindex: 0, role: 'group', 'aria-label': label },
			svg
		);
	});
	const letters = lettersLine(lettersIn(textsOf(chart), report));
	const code = chart.trace && `<span class="code">${escapeMarkup(chart.trace)}</span>`;
	return [
		`<figure class="chart">${pictures.join('')}`,
		element('figcaption', {}, escapeMarkup(number)),
		`<p class="source">${[escapeMarkup(report.source), letters, code].filter(Boolean).join(' ')}</p>`,
		`<details><summary>${escapeMarkup(say(language, 'briefing.figures'))}</summary>`,
		`${figuresTable(chart, report)}</details></figure>`
	].join('');
}

function heightOf(chart: ReportChart): number {
	const height = pictureHeight(chart, WIDTH);
	const rows = chart.kind === 'line' ? 0 : chart.categories.length;
	return rows > MANY_ROWS && height / rows < ONE_LINE ? Math.round(height * TIGHT) : height;
}

function textsOf({ categories, series }: ReportChart): string[] {
	return [
		...categories,
		...series.flatMap(({ labels = [] }) => labels.map((label) => label ?? ''))
	];
}

/** A row for each category, in their order: the script shows it over the category's place. */
function figuresTable(chart: ReportChart, report: Report): string {
	const { language } = report;
	const shown = chart.series.filter(({ values }) => values.some((value) => value !== null));
	const titles = shown.map(({ name }) => `<th scope="col">${escapeMarkup(name)}</th>`);
	const rows = chart.categories.map((category, place) => {
		const cells = shown.map((series) => {
			const words = valueWords(chart, { series, place, language });
			return `<td>${withLetters(words, report)}</td>`;
		});
		return `<tr><th scope="row">${withLetters(category, report)}</th>${cells.join('')}</tr>`;
	});
	const head = `<tr><td></td>${titles.join('')}</tr>`;
	return `<div class="scroll"><table><thead>${head}</thead><tbody>${rows.join('')}</tbody></table></div>`;
}
