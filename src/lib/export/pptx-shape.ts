import type { Language } from '#lib/base/language.ts';
import { escapeXml, XML_HEAD } from './office-xml.ts';
import { colourXml, type SlideParagraph, textBody, type TextFrame } from './pptx-text.ts';

/** A place on a slide, in EMU (914 400 to the inch, 12 700 to the point). */
export interface Box {
	left: number;
	top: number;
	width: number;
	height: number;
}

/** What every shape of a slide has: a number that no other has, a name, and where it is a picture what it shows. */
export interface ShapeIdentity {
	id: number;
	name: string;
	alternative?: string;
}

/** A text that fills a placeholder of the slide's layout. */
export interface PlaceholderText {
	/** The attributes of its `p:ph` as the layout has them: `type="title"`. */
	placeholder: string;
	/** Absent where it stands as in the layout. */
	box?: Box;
	paragraphs: readonly SlideParagraph[];
	language: Language;
	mayShrink?: boolean;
}

/** A text of its own on a slide. */
export interface FreeText {
	box: Box;
	paragraphs: readonly SlideParagraph[];
	frame: TextFrame;
	/** `RRGGBB` or a colour of the theme; absent for none. */
	fill?: string;
}

/** The EMU of a point. */
export const POINT = 12_700;

const NAMESPACES = [
	'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
	'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
	'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
].join(' ');
const GROUP =
	'<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>';

/** The part of PresentationML with that root (`p:sld`, `p:notes` …), its shapes in a tree, and what follows the tree. */
export function shapesPart(root: string, shapes: readonly string[], after = ''): string {
	return `${XML_HEAD}<${root} ${NAMESPACES}><p:cSld><p:spTree>${GROUP}${shapes.join('')}</p:spTree></p:cSld>${after}</${root}>`;
}

/** A slide of these shapes, with the colours of its master. */
export function slidePart(shapes: readonly string[]): string {
	return shapesPart('p:sld', shapes, '<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>');
}

/** A placeholder with its text. */
export function placeholderShape(identity: ShapeIdentity, text: PlaceholderText): string {
	const { placeholder, box, paragraphs, language, mayShrink } = text;
	const frame = { language, ...(mayShrink && { mayShrink }) };
	return [
		`<p:sp><p:nvSpPr>${nameXml(identity)}<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>`,
		`<p:nvPr><p:ph ${placeholder}/></p:nvPr></p:nvSpPr>`,
		`<p:spPr>${box ? placeXml('a:xfrm', box) : ''}</p:spPr>`,
		textBody(paragraphs, frame),
		'</p:sp>'
	].join('');
}

/** The number of the slide in its placeholder, kept by Office as slides are moved. */
export function slideNumberShape(identity: ShapeIdentity, placeholder: string): string {
	return [
		`<p:sp><p:nvSpPr>${nameXml(identity)}<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>`,
		`<p:nvPr><p:ph ${placeholder}/></p:nvPr></p:nvSpPr><p:spPr/>`,
		'<p:txBody><a:bodyPr/><a:lstStyle/><a:p>',
		'<a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum"><a:rPr lang="vi-VN" dirty="0"/><a:t>‹#›</a:t></a:fld>',
		'</a:p></p:txBody></p:sp>'
	].join('');
}

/** A box of text. */
export function textShape(
	identity: ShapeIdentity,
	{ box, paragraphs, frame, fill }: FreeText
): string {
	return [
		`<p:sp><p:nvSpPr>${nameXml(identity)}<p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr>`,
		`<p:spPr>${placeXml('a:xfrm', box)}${RECTANGLE}${fill ? colourXml(fill) : '<a:noFill/>'}</p:spPr>`,
		textBody(paragraphs, frame),
		'</p:sp>'
	].join('');
}

/** A rectangle that only decorates: programs for the blind pass over it. */
export function decorationShape(
	identity: ShapeIdentity,
	{ box, fill }: { box: Box; fill: string }
): string {
	return [
		`<p:sp><p:nvSpPr>${nameXml(identity)}<p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr>`,
		`<p:spPr>${placeXml('a:xfrm', box)}${RECTANGLE}${colourXml(fill)}<a:ln><a:noFill/></a:ln></p:spPr>`,
		'</p:sp>'
	].join('');
}

/** A frame with a table or a chart in it. */
export function graphicShape(
	identity: ShapeIdentity,
	{ box, uri, content }: { box: Box; uri: string; content: string }
): string {
	return [
		`<p:graphicFrame><p:nvGraphicFramePr>${nameXml(identity)}`,
		'<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr>',
		`${placeXml('p:xfrm', box)}<a:graphic><a:graphicData uri="${uri}">${content}</a:graphicData></a:graphic>`,
		'</p:graphicFrame>'
	].join('');
}

/** A chart part of the package, shown through the slide's relationship to it. */
export function chartShape(
	identity: ShapeIdentity,
	{ box, relation }: { box: Box; relation: string }
): string {
	const uri = 'http://schemas.openxmlformats.org/drawingml/2006/chart';
	return graphicShape(identity, {
		...{ box, uri },
		content: `<c:chart xmlns:c="${uri}" r:id="${relation}"/>`
	});
}

const RECTANGLE = '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>';

function nameXml({ id, name, alternative }: ShapeIdentity): string {
	const description = alternative === undefined ? '' : ` descr="${escapeXml(alternative)}"`;
	return `<p:cNvPr id="${id}" name="${escapeXml(name)}"${description}/>`;
}

/** The place as DrawingML: an `a:xfrm` or `p:xfrm`. */
export function placeXml(element: string, { left, top, width, height }: Box): string {
	const [x, y, cx, cy] = [left, top, width, height].map(Math.round);
	return `<${element}><a:off x="${x}" y="${y}"/><a:ext cx="${cx}" cy="${cy}"/></${element}>`;
}
