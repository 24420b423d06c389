const ENTITIES: Record<string, string> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&#39;'
};

/** What an element carries beside its name; those that are `undefined` are left out. */
export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** Text as it must be written between or within tags of HTML, SVG or XML, so that it is never taken for markup. */
export function escapeMarkup(text: string): string {
	return text.replace(/[&<>"']/g, (letter) => ENTITIES[letter] ?? letter);
}

/** An element with its attributes, which are made safe, and its children, which are markup already. */
export function element(name: string, attributes: Attributes, children?: string): string {
	const written = Object.entries(attributes)
		.filter(([, value]) => value !== undefined)
		.map(([key, value]) => ` ${key}="${escapeMarkup(short(value ?? ''))}"`)
		.join('');
	return children === undefined
		? `<${name}${written}/>`
		: `<${name}${written}>${children}</${name}>`;
}

/** Places in a picture need no more than one decimal. */
function short(value: string | number): string {
	return typeof value === 'number' ? String(Math.round(value * 10) / 10) : value;
}
