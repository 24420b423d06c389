import { paperColours, statusColours, type Tone } from '#lib/views/palette.ts';
import type { ProfileLine, ReportProfile } from '#lib/views/report-profile.ts';
import { STATUS_ORDER } from '#lib/views/status-look.ts';
import { chartColours } from './chart-colours.ts';

/** What stands for the profile's typeface where a machine has none of that name, as wide as it. */
const SERIF = "'Liberation Serif', Tinos, serif";

/** The sizes of the letters of tables that are set smaller, in half points. */
const SIZES = Array.from({ length: 12 }, (_, at) => 16 + at);

/** Black on white, whatever the screen shows. */
const PAPER =
	':root{--ink:#000;--ink-soft:#000;--paper:#fff;--card:#fff;--line:#aaa;print-color-adjust:exact;-webkit-print-color-adjust:exact}';

/** The colours of screen and paper, and the profile's page, typeface, sizes and page numbers for print. */
export function briefingStyle(profile: ReportProfile): string {
	return [
		`:root{${variables('light')}}`,
		`@media screen and (prefers-color-scheme:dark){:root:not([data-theme=light]){${variables('dark')}}}`,
		`@media screen{:root[data-theme=dark]{${variables('dark')}}}`,
		pageRule(profile),
		`@media print{${[PAPER, ...printRules(profile)].join('')}}`
	].join('\n');
}

function variables(tone: Tone): string {
	const { ink, inkSoft, paper, card, line, track, accent } = paperColours(tone);
	const plain = { ink, 'ink-soft': inkSoft, paper, card, line, track, accent };
	const statuses = STATUS_ORDER.flatMap((status) => {
		const { graphic, word, tint } = statusColours(status, tone);
		return [`--${status}:${graphic}`, `--${status}-word:${word}`, `--${status}-tint:${tint}`];
	});
	const levels = chartColours(tone).levels.map((colour, at) => `--level-${at + 1}:${colour}`);
	return [
		`color-scheme:${tone}`,
		...Object.entries(plain).map(([name, colour]) => `--${name}:${colour}`),
		...statuses,
		...levels
	].join(';');
}

/** The page with its number out of how many, from the page on that the rules ask for. */
function pageRule({ page, pageNumber, font }: ReportProfile): string {
	const { top, right, bottom, left } = page.margins;
	const box = `@${pageNumber.place}-${pageNumber.align}`;
	const look = `font:${pageNumber.size}pt '${font}',${SERIF}`;
	const number = `${box}{content:counter(page) '/' counter(pages);${look}}`;
	const first = pageNumber.from > 1 ? `@page :first{${box}{content:''}}` : '';
	const size = `size:${page.width}mm ${page.height}mm`;
	const onSide = `@page wide{size:${page.height}mm ${page.width}mm}.wide{page:wide}`;
	return `@page{${size};margin:${top}mm ${right}mm ${bottom}mm ${left}mm;${number}}${first}${onSide}`;
}

function printRules({ font, body, table, headings, ...profile }: ReportProfile): string[] {
	const { size, line, spaceAfter, indent, align } = body;
	return [
		`html{font:${size}pt/${line}pt '${font}',${SERIF}}`,
		`li{text-align:${align}}`,
		`p.text{text-indent:${indent}mm;text-align:${align};margin:0 0 ${spaceAfter}pt}`,
		`table,.source,.letters{font-size:${table.size}pt;line-height:1.25}`,
		...SIZES.map((size) => `.z${size}{font-size:${size / 2}pt}`),
		`.code,small,thead th.code,td.code{font-size:${table.codeSize}pt}`,
		`figcaption{font-size:${table.captionSize}pt}`,
		...headings.map((heading, at) => `h${at + 2}{${lineLook(heading)}}`),
		...linesLook('hl', profile.letterhead.left),
		...linesLook('hr', profile.letterhead.right),
		...linesLook('ht', profile.title),
		...linesLook('hs', profile.signature),
		`.rt{${lineLook(profile.recipients.title)}}.rl{font-size:${profile.recipients.size}pt}`
	];
}

function linesLook(name: string, lines: readonly ProfileLine[]): string[] {
	return lines.map((line, at) => {
		const space = line.lines === undefined ? '' : `height:${line.lines * 1.3}em;`;
		return `.${name}${at}{${space}${lineLook(line)}}`;
	});
}

function lineLook(line: Omit<ProfileLine, 'text' | 'lines'>): string {
	const rule = `background:linear-gradient(#000,#000) center bottom/${(line.rule ?? 0) * 100}% .75pt no-repeat`;
	return [
		`font-size:${line.size}pt`,
		`font-weight:${line.bold ? 700 : 400}`,
		line.italic ? 'font-style:italic' : '',
		line.underline ? 'text-decoration:underline' : '',
		line.capitals ? 'text-transform:uppercase' : '',
		line.rule === undefined ? '' : rule
	]
		.filter(Boolean)
		.join(';');
}
