import { cleanText } from '#lib/base/fold.ts';
import { headerKey } from './header-key.ts';

/** A heading under which persons are listed. */
export interface PersonalHeading {
	/** As we call it, not as the file writes it. */
	name: string;
	/** False for telephone, mail and address, which offices have too. */
	isOfPerson: boolean;
	/** True where more words follow that may turn it into a count: "Số thẻ đảng đã phát". */
	isOpen: boolean;
}

const OF_PERSONS = keysOf(
	'Họ và tên, Họ tên, Họ và chữ đệm, Họ và tên đệm, Họ đệm, Tên đệm, Tên đảng viên, Tên cán bộ, Bí danh, ' +
		'Ngày sinh, Ngày tháng năm sinh, Tháng năm sinh, Năm sinh, Sinh ngày, Sinh năm, Quê quán, Nguyên quán, ' +
		'Nơi sinh, Nơi ở, Nơi cư trú, Chỗ ở, Nơi thường trú, Hộ khẩu, Hộ khẩu thường trú, CCCD, Số CCCD, ' +
		'Căn cước công dân, Số căn cước, CMND, Số CMND, CMT, Số CMT, Chứng minh nhân dân, Hộ chiếu, Số hộ chiếu, ' +
		'Số định danh, Mã định danh, Số thẻ đảng, Số thẻ đảng viên, Số TĐV, Số LLĐV, Số lý lịch, Số lý lịch đảng viên, ' +
		'Ngày vào Đảng, Ngày kết nạp, Ngày chính thức, Full name, Date of birth, Birth date, Identity number'
);
const OF_OFFICES_TOO = keysOf(
	'Địa chỉ, Điện thoại, Số điện thoại, SĐT, Di động, Email, E-mail, Thư điện tử, Phone, Home address, Address'
);
const ADDITION =
	/^(?:(?:cua |dang vien|can bo|cong dan|ca nhan|khai sinh|thuong dung|nguoi|bi thu|pho bi thu|chu ho|hien nai|thuong tru|tam tru|di dong|lien he|ngai cap|noi cap|va|hoac|cccd|cmnd|nam|nu|vao dang|chinh thuc|dang vien moi)\b.*|\d+)$/;
const OTHER_MEANING = /^(?:sinh )?(?:hoat|vien|nha |tru so|co quan|don vi|tieu bieu|do\b)/;

function keysOf(headings: string): Map<string, string> {
	return new Map(headings.split(', ').map((heading) => [headerKey(heading), heading]));
}

/** The heading of persons that a cell is, alone or with words behind it ("Họ và tên đảng viên"); `undefined` for others. */
export function personalHeading(text: string): PersonalHeading | undefined {
	if (text.length > 80 || !/\p{L}/u.test(text) || /:\s*\S/.test(text)) return undefined;
	const key = headerKey(cleanText(text).replace(/^[\d.()]+\s*/, ''));
	const words = key.split(' ');
	for (let count = words.length; count > 0; count--) {
		const beginning = words.slice(0, count).join(' ');
		const ofPerson = OF_PERSONS.get(beginning);
		const name = ofPerson ?? OF_OFFICES_TOO.get(beginning);
		if (name === undefined) continue;
		const rest = words.slice(count).join(' ');
		if (OTHER_MEANING.test(rest)) return undefined;
		const isOpen = rest === '' ? beginning.startsWith('so ') : !ADDITION.test(rest);
		return { name, isOfPerson: ofPerson !== undefined, isOpen };
	}
	return undefined;
}

/** The heading of persons that stands before a colon: "Họ và tên: …". */
export function personalLabel(text: string): PersonalHeading | undefined {
	const [label = ''] = text.split(':');
	return personalHeading(label);
}
