import type { Language } from '#lib/base/language.ts';
import type { OfficePackage } from './office-package.ts';
import { RELATION, TYPE } from './pptx-presentation.ts';
import { placeholderShape, shapesPart } from './pptx-shape.ts';

/** What the notes of a slide say, and to which slide and master they belong. */
export interface SlideNotes {
	slide: string;
	master: string;
	sentences: readonly string[];
	language: Language;
}

/** Adds the page of notes of a slide: its picture, and the sentences below. */
export function addNotes(parts: OfficePackage, notes: SlideNotes): void {
	const path = parts.freePath((number) => `ppt/notesSlides/notesSlide${number}.xml`);
	const paragraphs = notes.sentences.map((text) => ({ runs: [{ text }], space: 6 }));
	const { language } = notes;
	parts.add({
		path,
		contentType: TYPE.notes,
		content: shapesPart(
			'p:notes',
			[
				PICTURE,
				placeholderShape(
					{ id: 3, name: 'Notes' },
					{ placeholder: 'type="body" idx="1"', paragraphs, language }
				)
			],
			'<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>'
		)
	});
	parts.relate(path, { type: RELATION.notesMaster, target: notes.master });
	parts.relate(path, { type: RELATION.slide, target: notes.slide });
	parts.relate(notes.slide, { type: RELATION.notes, target: path });
}

const PICTURE =
	'<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldImg"/></p:nvPr></p:nvSpPr><p:spPr/></p:sp>';
