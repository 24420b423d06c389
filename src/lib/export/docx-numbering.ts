import { AlignmentType, type INumberingOptions, LevelFormat, LevelSuffix } from 'docx';
import type { ReportProfile } from '#lib/views/report-profile.ts';
import { inTwentieths } from './paper-width.ts';

/** The name of the numbering of headings. */
export const SECTIONS = 'report-sections';
/** The name of what stands before the items of lists. */
export const ITEMS = 'report-items';

const FORMATS = {
	roman: LevelFormat.UPPER_ROMAN,
	decimal: LevelFormat.DECIMAL,
	letter: LevelFormat.LOWER_LETTER
};

/** How Word counts the headings of that layout, and what stands before the items of its lists. */
export function numberingFor({ headings, body }: ReportProfile): INumberingOptions {
	const indented = { indent: { left: 0, firstLine: inTwentieths(body.indent) } };
	return {
		config: [
			{
				reference: SECTIONS,
				levels: headings.map(({ numbering, after }, level) => ({
					level,
					format: FORMATS[numbering],
					text: `%${level + 1}${after}`,
					alignment: AlignmentType.LEFT,
					suffix: LevelSuffix.SPACE,
					style: { paragraph: level === 0 ? { indent: { left: 0, firstLine: 0 } } : indented }
				}))
			},
			{
				reference: ITEMS,
				levels: [
					{
						level: 0,
						format: LevelFormat.BULLET,
						text: '-',
						alignment: AlignmentType.LEFT,
						suffix: LevelSuffix.SPACE,
						style: { paragraph: indented }
					}
				]
			}
		]
	};
}
