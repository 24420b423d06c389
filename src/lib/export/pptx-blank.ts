import { OfficePackage } from './office-package.ts';
import {
	contentLayoutPart,
	emptyPart,
	masterPart,
	notesMasterPart,
	titleLayoutPart,
	WIDE_SLIDE
} from './pptx-master.ts';
import { emptyPresentationPart, PRESENTATION, RELATION, TYPE } from './pptx-presentation.ts';
import { themePart } from './pptx-theme.ts';

const MASTER = 'ppt/slideMasters/slideMaster1.xml';
const NOTES_MASTER = 'ppt/notesMasters/notesMaster1.xml';
const LAYOUTS = [
	['ppt/slideLayouts/slideLayout1.xml', titleLayoutPart()],
	['ppt/slideLayouts/slideLayout2.xml', contentLayoutPart()]
] as const;

/** A deck without slides: a master with a layout for the first slide and one for the others, in the product's own look. */
export function blankDeck(): OfficePackage {
	const parts = new OfficePackage();
	parts.relate('', { type: RELATION.presentation, target: PRESENTATION });
	const master = parts.relate(PRESENTATION, { type: RELATION.master, target: MASTER });
	parts.add({
		path: PRESENTATION,
		content: emptyPresentationPart(master, WIDE_SLIDE),
		contentType: TYPE.presentation
	});
	addMaster(parts);
	for (const [name, root, type] of SETTINGS) {
		const path = `ppt/${name}.xml`;
		parts.add({ path, content: emptyPart(root), contentType: TYPE.setting(name) });
		parts.relate(PRESENTATION, { type, target: path });
	}
	return parts;
}

/** Gives a deck the master that pages of notes need, and answers with its path. */
export function addNotesMaster(parts: OfficePackage): string {
	const path = parts.freePath((number) => NOTES_MASTER.replace('1', String(number)));
	parts.add({ path, content: notesMasterPart(), contentType: TYPE.notesMaster });
	addTheme(parts, path);
	return path;
}

const SETTINGS = [
	['presProps', 'p:presentationPr', RELATION.presentationSettings],
	['viewProps', 'p:viewPr', RELATION.viewSettings],
	['tableStyles', 'a:tblStyleLst', RELATION.tableStyles]
] as const;

function addMaster(parts: OfficePackage): void {
	const relations = LAYOUTS.map(([path, content]) => {
		parts.add({ path, content, contentType: TYPE.layout });
		parts.relate(path, { type: RELATION.master, target: MASTER });
		return parts.relate(MASTER, { type: RELATION.layout, target: path });
	});
	parts.add({ path: MASTER, content: masterPart(relations), contentType: TYPE.master });
	const theme = addTheme(parts, MASTER);
	parts.relate(PRESENTATION, { type: RELATION.theme, target: theme });
}

function addTheme(parts: OfficePackage, owner: string): string {
	const path = parts.freePath((number) => `ppt/theme/theme${number}.xml`);
	parts.add({ path, content: themePart('Thước Đo'), contentType: TYPE.theme });
	parts.relate(owner, { type: RELATION.theme, target: path });
	return path;
}
