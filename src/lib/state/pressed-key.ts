/** What of a key press tells which key it was. */
type Press = Pick<KeyboardEvent, 'key' | 'code' | 'shiftKey'>;

/** Keys that write something else where the keyboard is set to Vietnamese: digits and brackets bear ă â ê ô ư ơ and tones. */
const BY_PLACE: Readonly<Record<string, string>> = {
	BracketLeft: '[',
	BracketRight: ']',
	Slash: '/'
};

/** The names under which an action may ask for the key: what it writes, then what stands at its place on a Latin keyboard. */
export function namesOfKey({ key, code, shiftKey }: Press): string[] {
	if (shiftKey) return code === 'Slash' ? [key, '?'] : [key];
	const atPlace = BY_PLACE[code] ?? /^Digit(\d)$/.exec(code)?.[1];
	return [key.length === 1 ? key.toLowerCase() : key, ...(atPlace ? [atPlace] : [])];
}
