import fc from 'fast-check';

const LETTERS =
	'aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ';

/** Any Vietnamese text in NFC: words in both cases, digits, separators, line breaks. */
export const vietnameseText: fc.Arbitrary<string> = fc
	.array(fc.constantFrom(...LETTERS, ...LETTERS.toUpperCase(), ...'0123456789 .,;()%\n'), {
		maxLength: 200
	})
	.map((letters) => letters.join('').normalize('NFC'));
