import { DRAWING, type ElementContent, type ElementTree } from '#lib/base/element-tree.ts';
import { KEPT_SCREEN, type KeptScreen } from './kept-screen.ts';

const SVG = 'http://www.w3.org/2000/svg';

/**
 * Puts a kept screen in the place of the app, which is hidden until `revealApp`: to be seen and nothing else, since
 * nothing in it works yet. Settles once it is painted.
 */
export async function drawKeptScreen(screen: KeptScreen, app: HTMLElement): Promise<void> {
	const styles = new CSSStyleSheet();
	styles.replaceSync(screen.styles);
	document.adoptedStyleSheets.push(styles);
	const holder = document.createElement(KEPT_SCREEN);
	holder.inert = true;
	holder.ariaHidden = 'true';
	holder.style.display = 'contents';
	holder.append(...screen.elements.map(elementOf));
	document.documentElement.lang = screen.language;
	document.title = screen.title;
	document.body.style.minHeight = `${screen.height}px`;
	hide(app);
	app.before(holder);
	await painted();
}

/** Shows the app in place of the kept screen, if there is one. */
export function revealApp(): void {
	const holder = document.querySelector(KEPT_SCREEN);
	const app = holder?.nextElementSibling;
	if (!(app instanceof HTMLElement)) return;
	holder?.remove();
	document.adoptedStyleSheets.forEach(keepFonts);
	document.body.style.removeProperty('min-height');
	app.style.display = 'contents';
}

/** The app brings its own styles; the letters stay those that are loaded. */
function keepFonts(sheet: CSSStyleSheet): void {
	for (let place = sheet.cssRules.length - 1; place >= 0; place -= 1) {
		if (!(sheet.cssRules[place] instanceof CSSFontFaceRule)) sheet.deleteRule(place);
	}
}

function hide(app: HTMLElement): void {
	app.style.setProperty('display', 'none');
}

function nodeOf(content: ElementContent): Node | string {
	return typeof content === 'string' ? content : elementOf(content);
}

function elementOf([name, attributes, ...content]: ElementTree): Element {
	const element = name.startsWith(DRAWING)
		? document.createElementNS(SVG, name.slice(DRAWING.length))
		: document.createElement(name);
	for (const [attribute, value] of Object.entries(attributes)) {
		element.setAttribute(attribute, value);
	}
	element.append(...content.map(nodeOf));
	return element;
}

/** A task that runs after the next frame. */
function painted(): Promise<void> {
	return new Promise((resolve) => {
		// A tab in the background paints nothing.
		if (document.visibilityState === 'hidden') return resolve();
		requestAnimationFrame(() => setTimeout(resolve));
	});
}
