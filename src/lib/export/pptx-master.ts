import { XML_HEAD } from './office-xml.ts';
import { type Box, decorationShape, placeXml, POINT, shapesPart } from './pptx-shape.ts';

const INCH = 914_400;
const inches = (...[left, top, width, height]: readonly [number, number, number, number]): Box => ({
	left: left * INCH,
	top: top * INCH,
	width: width * INCH,
	height: height * INCH
});

/** The size of the slides of a deck that came of no template: 16 : 9. */
export const WIDE_SLIDE = { width: 13_333 * 914.4, height: 7.5 * INCH };

const TITLE = inches(0.55, 0.34, 12.23, 0.96);
const BODY = inches(0.55, 1.5, 12.23, 5.36);
const FOOTER = inches(0.55, 7.0, 9.6, 0.32);
const NUMBER = inches(11.28, 7.0, 1.5, 0.32);
const COLOURS =
	'bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"';

/** The master of a deck that came of no template; its layouts stand behind the relationships given. */
export function masterPart(layoutRelations: readonly string[]): string {
	const layouts = layoutRelations
		.map((relation, place) => `<p:sldLayoutId id="${FIRST_LAYOUT + place}" r:id="${relation}"/>`)
		.join('');
	return shapesPart(
		'p:sldMaster',
		[
			decorationShape(
				{ id: 7, name: 'Vạch' },
				{ box: { ...TITLE, left: 0, width: 0.16 * INCH }, fill: 'accent1' }
			),
			placeholder({ id: 2, type: 'title', box: TITLE, anchor: 'ctr' }),
			placeholder({ id: 3, type: 'body', index: 1, box: BODY }),
			placeholder({ id: 4, type: 'ftr', index: 3, box: FOOTER, anchor: 'ctr', style: small('l') }),
			placeholder({
				id: 5,
				type: 'sldNum',
				index: 4,
				box: NUMBER,
				anchor: 'ctr',
				style: small('r')
			})
		],
		`<p:clrMap ${COLOURS}/><p:sldLayoutIdLst>${layouts}</p:sldLayoutIdLst>${TEXT_STYLES}`
	).replace('<p:cSld>', `<p:cSld>${BACKGROUND}`);
}

/** The layout of the first slide: a bar at the left, the title in its middle, who made it above and of what below. */
export function titleLayoutPart(): string {
	return layoutPart('title', 'Trang đầu', [
		decorationShape({ id: 7, name: 'Vạch' }, { box: inches(0, 0, 0.42, 7.5), fill: 'accent1' }),
		decorationShape(
			{ id: 8, name: 'Vạch ngắn' },
			{ box: inches(1.1, 4.27, 1.6, 0.05), fill: 'accent1' }
		),
		placeholder({
			...{ id: 2, type: 'ctrTitle', box: inches(1.1, 1.9, 11.2, 2.2), anchor: 'b' },
			style: level({ size: 40, isBold: true })
		}),
		placeholder({
			...{ id: 3, type: 'subTitle', index: 1, box: inches(1.1, 4.5, 11.2, 1.8), anchor: 't' },
			style: level({ size: 22 })
		}),
		placeholder({
			...{
				id: 4,
				type: 'body',
				index: ISSUER_INDEX,
				box: inches(1.1, 0.7, 11.2, 0.9),
				anchor: 't'
			},
			style: level({ size: 18 })
		})
	]);
}

/** The layout of every other slide: a title, and the room below it for what the slide shows. */
export function contentLayoutPart(): string {
	return layoutPart('titleOnly', 'Nội dung', [
		placeholder({ id: 2, type: 'title' }),
		placeholder({ id: 4, type: 'ftr', index: 11 }),
		placeholder({ id: 5, type: 'sldNum', index: 12 })
	]);
}

/** By which the placeholder of the letterhead is told from others. */
export const ISSUER_INDEX = 13;

const FIRST_LAYOUT = 2_147_483_649;
const BACKGROUND =
	'<p:bg><p:bgPr><a:solidFill><a:schemeClr val="bg1"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>';

function layoutPart(type: string, name: string, shapes: readonly string[]): string {
	const own = type === 'title' ? ' showMasterSp="0"' : '';
	return shapesPart('p:sldLayout', shapes, '<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>')
		.replace(/(<p:sldLayout [^>]*)>/, `$1 type="${type}" preserve="1"${own}>`)
		.replace('<p:cSld>', `<p:cSld name="${name}">`);
}

function placeholder(options: {
	id: number;
	type: string;
	index?: number;
	box?: Box;
	anchor?: 't' | 'ctr' | 'b';
	style?: string;
}): string {
	const { id, type, index, box, anchor, style = '' } = options;
	const place = box
		? `${placeXml('a:xfrm', box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>`
		: '';
	const at = index === undefined ? '' : ` idx="${index}"`;
	const body = box
		? `<a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" anchor="${anchor ?? 't'}"><a:normAutofit/></a:bodyPr>`
		: '<a:bodyPr/>';
	const text = type === 'sldNum' ? NUMBER_FIELD : '<a:endParaRPr lang="vi-VN"/>';
	return `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="${type} ${id}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="${type}"${at}/></p:nvPr></p:nvSpPr><p:spPr>${place}</p:spPr><p:txBody>${body}<a:lstStyle>${style}</a:lstStyle><a:p>${text}</a:p></p:txBody></p:sp>`;
}

const NUMBER_FIELD =
	'<a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum"><a:rPr lang="vi-VN"/><a:t>‹#›</a:t></a:fld>';

function small(align: 'l' | 'r'): string {
	return level({ size: 12, colour: 'tx2', align });
}

function level(options: {
	size: number;
	isBold?: boolean;
	colour?: string;
	align?: 'l' | 'r';
	element?: string;
}): string {
	const { size, isBold = false, colour = 'tx1', align = 'l', element = 'a:lvl1pPr' } = options;
	return `<${element} marL="0" indent="0" algn="${align}"><a:lnSpc><a:spcPct val="95000"/></a:lnSpc><a:spcBef><a:spcPts val="0"/></a:spcBef><a:buNone/><a:defRPr sz="${size * 100}" b="${isBold ? 1 : 0}"><a:solidFill><a:schemeClr val="${colour}"/></a:solidFill><a:latin typeface="+mn-lt"/></a:defRPr></${element}>`;
}

const LEVELS = [1, 2, 3, 4, 5].map((depth) => level({ size: 18, element: `a:lvl${depth}pPr` }));
const TEXT_STYLES = `<p:txStyles><p:titleStyle>${level({ size: 28, isBold: true })}</p:titleStyle><p:bodyStyle>${LEVELS.join('')}</p:bodyStyle><p:otherStyle>${level({ size: 18 })}</p:otherStyle></p:txStyles>`;

const NOTE_BOX = { left: 685_800, top: 4_400_550, width: 5_486_400, height: 3_600_450 };
const PICTURE = { left: 685_800, top: 1_143_000, width: 5_486_400, height: 3_086_100 };

/** The master of the pages of notes: the picture of the slide above, the words below. */
export function notesMasterPart(): string {
	const picture = `<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldImg" idx="2"/></p:nvPr></p:nvSpPr><p:spPr>${placeXml('a:xfrm', PICTURE)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/><a:ln w="${POINT}"><a:solidFill><a:prstClr val="black"/></a:solidFill></a:ln></p:spPr></p:sp>`;
	return shapesPart(
		'p:notesMaster',
		[picture, placeholder({ id: 3, type: 'body', index: 3, box: NOTE_BOX })],
		`<p:clrMap ${COLOURS}/><p:notesStyle>${level({ size: 12 })}</p:notesStyle>`
	).replace('<p:cSld>', `<p:cSld>${BACKGROUND}`);
}

/** What shows how slides are played: nothing of its own. */
export function emptyPart(root: string): string {
	const style = root === 'a:tblStyleLst' ? ' def="{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}"' : '';
	const namespaces =
		'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"';
	return `${XML_HEAD}<${root} ${namespaces}${style}/>`;
}
