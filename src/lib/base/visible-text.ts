/**
 * What no one sees and what can make a text look like another: marks that turn its direction, letters of no width,
 * control characters, tags, and halves of letters that stand for none.
 */
const UNSEEN =
	/\u034f|\u17b4|\u17b5|[\p{Cc}\u00ad\u061c\u115f\u1160\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\u3164\ufeff\uffa0\ufff9-\ufffb\u{e0000}-\u{e007f}\p{Cs}]/gu;

/** What most texts are made of, told at one go: Latin letters with the marks of Vietnamese, figures and signs. */
const SEEN = /^[\x20-\x7e\xa0-\xac\xae-\u02ff\u1e00-\u1eff\u2010-\u2027\u2190-\u22ff]*$/;

/** The text without what no one sees, so that `b1[turned]xslx.csv` cannot pass for a workbook; tabs and line ends are blanks. */
export function visibleText(text: string): string {
	return SEEN.test(text) ? text : text.replace(/[\t\r\n]+/g, ' ').replace(UNSEEN, '');
}
