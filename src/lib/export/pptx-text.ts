import type { Language } from '#lib/base/language.ts';
import { escapeXml } from './office-xml.ts';

/** A run of text on a slide; what it does not say it has of its placeholder or of the master. */
export interface SlideRun {
	text: string;
	isBold?: boolean;
	/** As `RRGGBB`, or a colour of the deck's own theme: `tx1`, `accent1`. */
	colour?: string;
	/** In points. */
	size?: number;
}

/** A paragraph on a slide. */
export interface SlideParagraph {
	runs: readonly SlideRun[];
	align?: 'left' | 'center' | 'right';
	/** True where a dot stands before it. */
	isItem?: boolean;
	/** Points before it. */
	space?: number;
}

/** How a text stands in its shape. */
export interface TextFrame {
	language: Language;
	/** `p:txBody` on a slide, `a:txBody` in a cell of a table. */
	element?: 'p:txBody' | 'a:txBody';
	anchor?: 't' | 'ctr' | 'b';
	/** True where Office may make the letters smaller rather than let them run over. */
	mayShrink?: boolean;
	/** The margin around it in EMU; that of the master where absent. */
	inset?: number;
}

const LOCALES: Record<Language, string> = { vi: 'vi-VN', en: 'en-GB' };
const ALIGNS = { left: 'l', center: 'ctr', right: 'r' };
const HUNDREDTHS = 100;
/** How far a text stands in from its dot, in EMU. */
const ITEM_INDENT = 285_750;

/** The text body of a shape or of a cell as DrawingML; a body always has a paragraph, an empty one if need be. */
export function textBody(paragraphs: readonly SlideParagraph[], frame: TextFrame): string {
	const { element = 'p:txBody', anchor, mayShrink = false, inset } = frame;
	const around =
		inset === undefined
			? ''
			: ['l', 't', 'r', 'b'].map((edge) => ` ${edge}Ins="${inset}"`).join('');
	const fit = mayShrink ? '<a:normAutofit/>' : '';
	const settings =
		element === 'a:txBody'
			? '<a:bodyPr/>'
			: `<a:bodyPr${around}${anchored(anchor)}>${fit}</a:bodyPr>`;
	const shown = paragraphs.length > 0 ? paragraphs : [{ runs: [] }];
	const body = shown.map((each) => paragraphXml(each, frame.language)).join('');
	return `<${element}>${settings}<a:lstStyle/>${body}</${element}>`;
}

function anchored(anchor: TextFrame['anchor']): string {
	return anchor ? ` anchor="${anchor}"` : '';
}

function paragraphXml(paragraph: SlideParagraph, language: Language): string {
	const { runs, align, isItem = false, space } = paragraph;
	const attributes = [
		isItem ? ` marL="${ITEM_INDENT}" indent="-${ITEM_INDENT}"` : ' marL="0" indent="0"',
		align ? ` algn="${ALIGNS[align]}"` : ''
	].join('');
	const before =
		space === undefined ? '' : `<a:spcBef><a:spcPts val="${space * HUNDREDTHS}"/></a:spcBef>`;
	const dot = isItem ? '<a:buFont typeface="Arial"/><a:buChar char="•"/>' : '<a:buNone/>';
	const words = runs.map((run) => runXml(run, language)).join('');
	const end = words ? '' : `<a:endParaRPr lang="${LOCALES[language]}"/>`;
	return `<a:p><a:pPr${attributes}>${before}${dot}</a:pPr>${words}${end}</a:p>`;
}

function runXml({ text, isBold, colour, size }: SlideRun, language: Language): string {
	const attributes = [
		` lang="${LOCALES[language]}"`,
		size === undefined ? '' : ` sz="${Math.round(size * HUNDREDTHS)}"`,
		isBold === undefined ? '' : ` b="${isBold ? 1 : 0}"`,
		' dirty="0"'
	].join('');
	const fill = colour === undefined ? '' : colourXml(colour);
	return `<a:r><a:rPr${attributes}>${fill}</a:rPr><a:t>${escapeXml(text.replace(/\s/g, blankOf))}</a:t></a:r>`;
}

/** A line break or a tab is no text of a run; a no-break space stays one. */
function blankOf(space: string): string {
	return space === '\u00A0' ? space : ' ';
}

/** A colour as a solid fill: `RRGGBB`, or by its name in the deck's theme. */
export function colourXml(colour: string): string {
	const isOwn = /^[0-9a-f]{6}$/i.test(colour);
	const value = isOwn
		? `<a:srgbClr val="${colour.toUpperCase()}"/>`
		: `<a:schemeClr val="${colour}"/>`;
	return `<a:solidFill>${value}</a:solidFill>`;
}
