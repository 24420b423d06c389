import type { OfficePackage } from './office-package.ts';
import { attributeOf, tagsOf } from './office-xml.ts';
import { RELATION, type SlideSize } from './pptx-presentation.ts';

const FIRST_ID = 256;
/** By which Office marks the list of sections, which names slides by number. */
const SECTIONS = /<p:ext uri="\{521415D9-36F7-43E2-AB2F-B90AF26B5E84\}".*?<\/p:ext>/gs;

/** The list of slides without the lists that name slides which may be gone: sections and custom shows. */
export function withoutSlideGroups(presentation: string): string {
	return presentation
		.replace(SECTIONS, '')
		.replace(/<p:custShowLst>.*?<\/p:custShowLst>/gs, '')
		.replace(/<p:extLst>\s*<\/p:extLst>/g, '');
}

/** Lets the deck show these slides in this order; those that it showed before keep their numbers. */
export function listSlides(
	parts: OfficePackage,
	presentation: string,
	paths: readonly string[]
): void {
	const xml = parts.text(presentation);
	const known = new Map(
		tagsOf(xml, 'sldId').map((tag) => [attributeOf(tag, 'r:id'), Number(attributeOf(tag, 'id'))])
	);
	let next = Math.max(FIRST_ID - 1, ...known.values()) + 1;
	const entries = paths.map((path) => {
		const relation = relationTo(parts, presentation, path);
		const id = known.get(relation) ?? next++;
		return `<p:sldId id="${id}" r:id="${relation}"/>`;
	});
	const list = `<p:sldIdLst>${entries.join('')}</p:sldIdLst>`;
	const bare = xml.replace(/<p:sldIdLst\s*\/>|<p:sldIdLst\b.*?<\/p:sldIdLst>/s, '');
	parts.replace(presentation, bare.replace(/(?=<p:sldSz\b)/, list));
}

/** Names the master of the pages of notes in the deck, after those of the slides, as the order of its parts asks. */
export function listNotesMaster(parts: OfficePackage, presentation: string, path: string): void {
	const relation = parts.relate(presentation, { type: RELATION.notesMaster, target: path });
	const list = `<p:notesMasterIdLst><p:notesMasterId r:id="${relation}"/></p:notesMasterIdLst>`;
	const xml = parts.text(presentation);
	parts.replace(presentation, xml.replace('</p:sldMasterIdLst>', `</p:sldMasterIdLst>${list}`));
}

/** The size of the deck's slides in EMU. */
export function slideSize(presentation: string): SlideSize {
	const [tag = ''] = tagsOf(presentation, 'sldSz');
	return {
		width: Number(attributeOf(tag, 'cx') ?? 12_192_000),
		height: Number(attributeOf(tag, 'cy') ?? 6_858_000)
	};
}

function relationTo(parts: OfficePackage, owner: string, path: string): string {
	const held = parts.relationships(owner).find(({ id }) => parts.follow(owner, id) === path);
	return held?.id ?? parts.relate(owner, { type: RELATION.slide, target: path });
}
