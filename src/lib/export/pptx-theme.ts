import { paperColours, statusColours } from '#lib/views/palette.ts';
import { XML_HEAD } from './office-xml.ts';

const FONT = 'Arial';
const { ink, inkSoft, line, paper, accent } = paperColours('light');
const ACCENTS = [
	accent,
	...(['met', 'not-met', 'above-band', 'undecided', 'not-due'] as const).map(
		(status) => statusColours(status, 'light').graphic
	)
];

/** The theme of a deck that came of no template: the colours of the screen, a font that every Office has. */
export function themePart(name: string): string {
	return [
		`${XML_HEAD}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="${name}"><a:themeElements>`,
		`<a:clrScheme name="${name}">${coloursXml()}</a:clrScheme>`,
		`<a:fontScheme name="${name}"><a:majorFont>${FONTS}</a:majorFont><a:minorFont>${FONTS}</a:minorFont></a:fontScheme>`,
		`<a:fmtScheme name="${name}">`,
		`<a:fillStyleLst>${FILL.repeat(3)}</a:fillStyleLst>`,
		`<a:lnStyleLst>${[6350, 12700, 19050].map(lineXml).join('')}</a:lnStyleLst>`,
		`<a:effectStyleLst>${'<a:effectStyle><a:effectLst/></a:effectStyle>'.repeat(3)}</a:effectStyleLst>`,
		`<a:bgFillStyleLst>${FILL.repeat(3)}</a:bgFillStyleLst>`,
		'</a:fmtScheme></a:themeElements><a:objectDefaults/><a:extraClrSchemeLst/></a:theme>'
	].join('');
}

const FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>';
const FONTS = `<a:latin typeface="${FONT}"/><a:ea typeface=""/><a:cs typeface=""/>`;

function coloursXml(): string {
	const named: [string, string][] = [
		['dk1', ink],
		['lt1', '#ffffff'],
		['dk2', inkSoft],
		['lt2', paper],
		...ACCENTS.map((colour, place): [string, string] => [`accent${place + 1}`, colour]),
		['hlink', accent],
		['folHlink', line]
	];
	return named
		.map(([name, colour]) => `<a:${name}><a:srgbClr val="${bare(colour)}"/></a:${name}>`)
		.join('');
}

function lineXml(width: number): string {
	return `<a:ln w="${width}" cap="flat" cmpd="sng" algn="ctr">${FILL}<a:prstDash val="solid"/></a:ln>`;
}

/** A colour of the palette as Office writes it: `0B5A73`. */
export function bare(colour: string): string {
	return colour.slice(1).toUpperCase();
}
