import type { OfficePackage } from './office-package.ts';
import { escapeXml, XML_HEAD } from './office-xml.ts';

/** Where the list of slides of a deck begun here stands. */
export const PRESENTATION = 'ppt/presentation.xml';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const OPENXML = 'application/vnd.openxmlformats-officedocument';

/** What the relationships between the parts of a deck are called. */
export const RELATION = {
	presentation: `${OFFICE}/officeDocument`,
	master: `${OFFICE}/slideMaster`,
	layout: `${OFFICE}/slideLayout`,
	slide: `${OFFICE}/slide`,
	notes: `${OFFICE}/notesSlide`,
	notesMaster: `${OFFICE}/notesMaster`,
	theme: `${OFFICE}/theme`,
	presentationSettings: `${OFFICE}/presProps`,
	viewSettings: `${OFFICE}/viewProps`,
	tableStyles: `${OFFICE}/tableStyles`,
	coreProperties:
		'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties',
	properties: `${OFFICE}/extended-properties`
};

/** The content types of the parts of a deck. */
export const TYPE = {
	presentation: `${OPENXML}.presentationml.presentation.main+xml`,
	template: `${OPENXML}.presentationml.template.main+xml`,
	master: `${OPENXML}.presentationml.slideMaster+xml`,
	layout: `${OPENXML}.presentationml.slideLayout+xml`,
	slide: `${OPENXML}.presentationml.slide+xml`,
	notes: `${OPENXML}.presentationml.notesSlide+xml`,
	notesMaster: `${OPENXML}.presentationml.notesMaster+xml`,
	theme: `${OPENXML}.theme+xml`,
	coreProperties: 'application/vnd.openxmlformats-package.core-properties+xml',
	properties: `${OPENXML}.extended-properties+xml`,
	setting: (name: string): string => `${OPENXML}.presentationml.${name}+xml`
};

/** The size of slides in EMU. */
export interface SlideSize {
	width: number;
	height: number;
}

/** The list of slides of a new deck: none yet, one master. */
export function emptyPresentationPart(master: string, { width, height }: SlideSize): string {
	return [
		`${XML_HEAD}<p:presentation xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="${OFFICE}" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" saveSubsetFonts="1">`,
		`<p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="${master}"/></p:sldMasterIdLst>`,
		`<p:sldSz cx="${Math.round(width)}" cy="${Math.round(height)}"/><p:notesSz cx="6858000" cy="9144000"/>`,
		'</p:presentation>'
	].join('');
}

/** The path of the list of slides; `undefined` where the package is no deck. */
export function presentationPath(parts: OfficePackage): string | undefined {
	const path = parts.followType('', '/officeDocument');
	return path && parts.has(path) && /<(?:\w+:)?presentation[\s>]/.test(parts.text(path))
		? path
		: undefined;
}

/** Title and time of making, as a program shows them among the properties of a file; the old ones make way. */
export function describeDeck(
	parts: OfficePackage,
	{ title, language, at }: { title: string; language: string; at: Date }
): void {
	const time = `${at.toISOString().slice(0, 19)}Z`;
	for (const { id, type, target } of parts.relationships('')) {
		if (!/\/(core-properties|extended-properties|thumbnail)$/.test(type)) continue;
		parts.remove(target.replace(/^\//, ''));
		parts.unrelate('', id);
	}
	const stamp = (name: string): string =>
		`<dcterms:${name} xsi:type="dcterms:W3CDTF">${time}</dcterms:${name}>`;
	parts.add({
		path: 'docProps/core.xml',
		contentType: TYPE.coreProperties,
		content: `${XML_HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escapeXml(title)}</dc:title><dc:creator>Thước Đo</dc:creator><dc:language>${language}</dc:language>${stamp('created')}${stamp('modified')}</cp:coreProperties>`
	});
	parts.relate('', { type: RELATION.coreProperties, target: 'docProps/core.xml' });
	parts.add({
		path: 'docProps/app.xml',
		contentType: TYPE.properties,
		content: `${XML_HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Thước Đo</Application></Properties>`
	});
	parts.relate('', { type: RELATION.properties, target: 'docProps/app.xml' });
}
