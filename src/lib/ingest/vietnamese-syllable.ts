/** The tone marks: huyền, sắc, ngã, hỏi, nặng. */
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;
const STOPPED = /(?:c|ch|k|p|t)$/;
const TONES_OF_STOPPED = /^[\u0301\u0323]?$/;
const VOWELS = /^[aăâeêioôơuưy]+/;
/** Written both ways: hóa and hoá. */
const OLD_AND_NEW = ['oa', 'oe', 'uy'];
const LETTER = /\p{L}/u;

/** What follows the first consonants, without tones. */
const RHYMES = `
a ac ach ai am an ang anh ao ap at au ay ăc ăk ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
e ec em en eng eo ep et ê êch êm ên êng ênh êp êt êu
i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu
o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt
oc oe oen oeo oet oi om on ong ooc oong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
u ua uân uâng uât uây uc uê uêch uênh ui um un ung uôc uôi uôm uôn uông uôt uơ up ut
uy uya uych uyên uyêt uynh uyt uyu ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu
y ych yêm yên yêng yêt yêu ynh yt`;
const CONSONANTS = 'b|ch?|d|đ|gi|gh?|h|kh?|l|m|nh?|ngh?|ph?|qu|r|s|th?|tr|v|x';
const SYLLABLE = new RegExp(`^(?:${CONSONANTS})?(${RHYMES.trim().split(/\s+/).join('|')})$`);

/** True where the word is spelt as a Vietnamese syllable is, in either case, each tone on its vowel; old and new style. */
export function isVietnameseSyllable(word: string): boolean {
	if (word.length > 7 || !LETTER.test(word)) return false;
	const letters = [...word.toLowerCase().normalize('NFC')];
	const plain = letters.map((letter) =>
		letter.normalize('NFD').replace(TONES, '').normalize('NFC')
	);
	const toned = letters.flatMap((letter, at) => (letter === plain[at] ? [] : [at]));
	const [, rhyme] = SYLLABLE.exec(plain.join('')) ?? [];
	if (rhyme === undefined || toned.length > 1) return false;
	const [at] = toned;
	const tone = at === undefined ? '' : (letters[at]?.normalize('NFD').match(TONES)?.join('') ?? '');
	if (STOPPED.test(rhyme) && !TONES_OF_STOPPED.test(tone)) return false;
	return at === undefined || mayBearTone(rhyme, at - (letters.length - rhyme.length));
}

/** A vowel with a sign of its own bears the tone; else the last before a consonant, and at the end it depends. */
function mayBearTone(rhyme: string, at: number): boolean {
	const vowels = VOWELS.exec(rhyme)?.[0] ?? '';
	const signed = Math.max(...[...'ăâêôơư'].map((vowel) => vowels.lastIndexOf(vowel)));
	if (signed >= 0) return at === signed;
	if (vowels.length < rhyme.length) return at === vowels.length - 1;
	if (OLD_AND_NEW.includes(vowels)) return at === 0 || at === 1;
	return at === (vowels.length === 3 ? 1 : 0);
}
