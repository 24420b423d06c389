import { DRAWING, type ElementContent, type ElementTree } from '#lib/base/element-tree.ts';

/** Windows are made larger between visits: so much more than what is seen now is taken, in pixels. */
const BELOW_WINDOW = 200;
/** What shows nothing, or would do something. */
const LEFT_OUT = /^(script|style|link|iframe|dialog)$/;

/** What holds words that were said in passing. */
const PASSING = '.no-print[role=status]';

/** What the element shows on the first screen, as plain data; what lies below the window is left out. */
export function takeScreen(app: Element): ElementTree[] {
	const end = innerHeight + BELOW_WINDOW - scrollY;
	return [...app.children].flatMap((child) => (isShown(child, end) ? [treeOf(child, end)] : []));
}

/** The rules of all style sheets of the page, with whole addresses in them. */
export function takeStyles(): string {
	return [...document.styleSheets]
		.flatMap(({ cssRules, href }) => [...cssRules].map((rule) => withAddresses(rule, href)))
		.join('\n');
}

function withAddresses({ cssText }: CSSRule, sheet: string | null): string {
	const base = sheet ?? location.href;
	return cssText.replaceAll(
		/url\("(?!data:)([^"]+)"\)/g,
		(_, address: string) => `url("${new URL(address, base).href}")`
	);
}

function treeOf(element: Element, end: number): ElementTree {
	const isDrawing = element.namespaceURI?.endsWith('svg') ?? false;
	const name = isDrawing ? `${DRAWING}${element.localName}` : element.localName;
	const content = [...element.childNodes].flatMap((node) => contentOf(node, end));
	return [name, attributesOf(element), ...content];
}

function contentOf(node: Node, end: number): ElementContent[] {
	if (node instanceof Text) return node.data === '' ? [] : [node.data];
	return node instanceof Element && isShown(node, end) ? [treeOf(node, end)] : [];
}

/** What a drawing is made of stands or falls with it, as do the choices of a field. */
function isShown(element: Element, end: number): boolean {
	if (LEFT_OUT.test(element.localName) || element.parentElement?.matches(PASSING)) return false;
	if (element.parentElement?.closest('svg, select')) return true;
	const { display } = getComputedStyle(element);
	if (display === 'contents') return true;
	return display !== 'none' && element.getBoundingClientRect().top < end;
}

/** Also what was chosen or written meanwhile, which stands in no attribute. */
function attributesOf(element: Element): Record<string, string> {
	const { selected, checked, ...attributes } = Object.fromEntries(
		[...element.attributes].map(({ name, value }) => [name, value])
	);
	if (element instanceof HTMLOptionElement && element.selected)
		return { ...attributes, selected: selected ?? '' };
	if (!(element instanceof HTMLInputElement)) return attributes;
	const { value } = element;
	return { ...attributes, value, ...(element.checked && { checked: checked ?? '' }) };
}
