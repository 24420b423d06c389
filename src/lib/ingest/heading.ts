import { foldMarks } from '#lib/base/fold.ts';
import type { Measure, Template } from '#lib/catalogue/catalogue.ts';
import { readPeriodText } from './find-period.ts';
import { expandWords, headerKey } from './header-key.ts';

/** Headings that say nothing of what the columns under them count. */
const NEUTRAL = new Set(
	(
		'trong đó, chia ra, bao gồm, gồm, cụ thể, phân ra, thực hiện, kỳ này, số lượng, tổng số, kết quả, ' +
		'kết quả thực hiện, kết quả xếp loại, kết quả đánh giá, kết quả đánh giá xếp loại, xếp loại, phân loại, ' +
		'kết quả phân loại, đánh giá xếp loại, mức xếp loại, chất lượng, kết quả xếp loại chất lượng, ' +
		'kết quả đánh giá xếp loại chất lượng, xếp loại chất lượng, đánh giá xếp loại chất lượng, cơ cấu'
	)
		.split(', ')
		.map((words) => expandWords(headerKey(words)))
);

/** Words that bind others, and those that only say that something is counted. */
const EMPTY_WORDS = new Set(
	'cua cac va theo nam so tong ts trong do la co o tai ve luong ket qua danh gia xep loai trinh'.split(
		' '
	)
);

/** Alone they may speak of anything: "Trình độ" of schooling as well as of political theory. */
const VAGUE = new Set(['trinh do']);

const COUNT_WORDS = new Set(
	'sl, so luong, tong so, tong, ts, so, tong cong, cong, nguoi, luot, so nguoi, so luot, to chuc'.split(
		', '
	)
);

const TITLE =
	/^(?:\(|bieu|mau|don vi tinh|dvt|trang|ky bao cao|tinh den|so lieu|kem theo|thong ke|tong hop|bao cao|ngay|dang cong san|cong hoa|doc lap|thanh uy|tinh uy|huyen uy|quan uy|dang uy|dang bo .|ban to chuc|don vi bao cao)/;
const LONGEST_HEADING = 90;

/** True for a header that says only that something is counted ("SL", "Tổng số", "người"): the levels over it say what. */
export function isCountWord(key: string): boolean {
	return COUNT_WORDS.has(key);
}

/** True for "Trong đó", which makes the columns under it parts of the column before. */
export function isOfWhich(key: string): boolean {
	return key === 'trong do' || key === 'trong do co' || key === 'chia ra';
}

/** True for what stands over a table as its title and not as a heading of columns. */
export function isTitleText(text: string): boolean {
	return text.length > LONGEST_HEADING || TITLE.test(foldMarks(text));
}

/** A heading without the period at its end, and that period's text; `undefined` where it names none. */
export function peelPeriod(text: string): { rest: string; period: string } | undefined {
	const plain = foldMarks(text);
	const [found] =
		/(?:[(,–-] ?)?(?:(?:quy|q) ?(?:iv|iii|ii|i|[1-4])\b[ ,./–-]*(?:(?:nam )?(?:19|20)\d{2})?|6 thang (?:dau|cuoi) nam(?: (?:19|20)\d{2})?|(?:nam )?(?<![\d/.-])(?:19|20)\d{2}(?:-[hq][1-4])?)\)?$/.exec(
			plain
		) ?? [];
	if (!found || plain.length !== text.length) return undefined;
	const rest = text.slice(0, text.length - found.length).trim();
	return { rest, period: text.slice(text.length - found.length).replace(/^[(,–-] ?|\)$/g, '') };
}

/** The period of a heading's text; a quarter or half-year without its year lies in the year of the title. */
export function headingPeriod(text: string, year: string | undefined): string | undefined {
	return readPeriodText(text) ?? (year ? readPeriodText(`${text} ${year}`) : undefined);
}

/**
 * True where a heading lets the columns under it carry the measure that their own header names: it is a neutral one,
 * a count that the template's checks set beside the measure, or made of words that the measure's names have.
 */
export function agrees(key: string, measure: Measure, context: HeadingContext): boolean {
	const words = expandWords(key);
	if (NEUTRAL.has(words) || isCountWord(key)) return true;
	if (VAGUE.has(words)) return false;
	if (context.measuresOf(key).some((other) => areRelated(other, measure, context.template))) {
		return true;
	}
	const own = wordsOf(measure);
	return words.split(' ').every((word) => EMPTY_WORDS.has(word) || own.has(word));
}

/** What tells of headings: the template, and which of its measures a key names. */
export interface HeadingContext {
	template: Template;
	measuresOf(key: string): Measure[];
}

/** True for a whole and its part, and for two sides of one check. */
function areRelated(a: Measure, b: Measure, { checks }: Template): boolean {
	if (a.id === b.id || b.partOf === a.id) return true;
	return checks.some(
		({ left, right }) =>
			(left.includes(a.id) && left.length === 1 && right.includes(b.id)) ||
			(right.includes(a.id) && right.length === 1 && left.includes(b.id))
	);
}

const wordsByMeasure = new WeakMap<Measure, Set<string>>();

function wordsOf(measure: Measure): Set<string> {
	const known = wordsByMeasure.get(measure);
	if (known) return known;
	const { name, header, synonyms } = measure;
	const keys = [name.vi, header, ...synonyms].map(headerKey);
	const words = new Set(keys.flatMap((key) => [...key.split(' '), ...expandWords(key).split(' ')]));
	wordsByMeasure.set(measure, words);
	return words;
}
