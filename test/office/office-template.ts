import {
	AlignmentType,
	Document,
	Footer,
	Header,
	type IRunOptions,
	type ISectionOptions,
	LevelFormat,
	Packer,
	Paragraph,
	TextRun
} from 'docx';
import { OfficePackage } from '#lib/export/office-package.ts';

const BOLD: IRunOptions = { bold: true };
const ITALIC: IRunOptions = { italics: true };

/**
 * An office's own document as Vietnamese Word saves it: styles under ids of its own (`u1` for the first heading, which
 * counts itself), a letterhead on the first page, and placeholders that editing has split into runs.
 */
export async function officeTemplate(
	body: readonly Paragraph[] = usualBody(),
	{ isBare = false } = {}
): Promise<Uint8Array> {
	const document = new Document({
		styles: {
			default: { document: { run: { font: 'Arial', size: 24 } } },
			paragraphStyles: [
				{
					id: 'Heading1',
					name: 'heading 1',
					basedOn: 'Normal',
					quickFormat: true,
					run: { bold: true, color: '8B0000', size: 28 },
					paragraph: { outlineLevel: 0, spacing: { before: 240, after: 120 } }
				}
			]
		},
		numbering: {
			config: [
				{
					reference: 'office',
					levels: [
						{
							level: 0,
							format: LevelFormat.DECIMAL,
							text: 'Phần %1:',
							alignment: AlignmentType.LEFT
						}
					]
				}
			]
		},
		sections: [
			{
				properties: {
					titlePage: true,
					page: { margin: { top: 1134, bottom: 1134, left: 1418, right: 1134 } }
				},
				...(!isBare && headsAndFeet()),
				children: body
			}
		]
	});
	return asVietnameseWord(new Uint8Array(await Packer.toArrayBuffer(document)));
}

function headsAndFeet(): Pick<ISectionOptions, 'headers' | 'footers'> {
	const issuer = new TextRun({ text: 'VĂN PHÒNG {{issuer}}', ...BOLD });
	return {
		headers: {
			first: new Header({ children: [new Paragraph({ children: [issuer] })] }),
			default: new Header({ children: [new Paragraph('{{unit}} – {{period}}')] })
		},
		footers: { default: new Footer({ children: [new Paragraph('Lập ngày {{made}}')] }) }
	};
}

function usualBody(): Paragraph[] {
	return [
		new Paragraph({
			alignment: AlignmentType.CENTER,
			children: [
				new TextRun({ text: 'VỀ: {{ti', ...BOLD }),
				new TextRun({ text: 'tle', ...ITALIC }),
				new TextRun({ text: '}} ({{scope}})', ...BOLD })
			]
		}),
		new Paragraph({
			heading: 'Heading1',
			numbering: { reference: 'office', level: 0 },
			children: [new TextRun('Căn cứ')]
		}),
		new Paragraph('Căn cứ chương trình công tác năm.'),
		new Paragraph({ children: [new TextRun('{{rep'), new TextRun({ text: 'ort}}', ...BOLD })] }),
		new Paragraph('Người ký: {{signer}}; số: {{number}}.')
	];
}

function asVietnameseWord(bytes: Uint8Array): Uint8Array {
	const word = OfficePackage.open(bytes)!;
	const counted = '<w:pPr><w:numPr><w:numId w:val="2"/></w:numPr>';
	const styles = word
		.text('word/styles.xml')
		.replace(/(w:styleId="Heading1">.*?)<w:pPr>/s, `$1${counted}`)
		.replaceAll('"Heading1"', '"u1"');
	word.replace('word/styles.xml', styles);
	word.replace(
		'word/document.xml',
		word.text('word/document.xml').replaceAll('"Heading1"', '"u1"')
	);
	return word.save(new Date('2026-01-05T00:00:00Z'));
}
