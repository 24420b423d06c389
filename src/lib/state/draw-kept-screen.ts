import { DRAWING, type ElementContent, type ElementTree } from '#lib/base/element-tree.ts';
import type { IsoDate } from '#lib/base/period.ts';
import { KEPT_SCREEN, type KeptScreen } from './kept-screen.ts';

/** After so long, in milliseconds, the app is not held up any more. */
const PAINTED_WITHIN = 500;
/** What browsers call the first frame that shows a text or a picture. */
const WITH_CONTENT = 'first-contentful-paint';
const SVG = 'http://www.w3.org/2000/svg';

/**
 * Puts a kept screen in the place of the app, which is hidden until `revealApp`: to be seen and nothing else, since
 * nothing in it works yet. Settles once it is painted.
 */
export function drawKeptScreen(screen: KeptScreen, app: HTMLElement): Promise<void> {
	document.body.style.minHeight = `${screen.height}px`;
	return drawInstead(app, { ...screen, nodes: screen.elements.map(elementOf) });
}

/** The same of the first screen that a site was published with; what speaks of another day than today is not shown. */
export function drawPublishedScreen(
	screen: Document,
	{ app, day }: { app: HTMLElement; day: IsoDate }
): Promise<void> {
	const { lang, dataset } = screen.documentElement;
	if (dataset['day'] !== day) {
		for (const spoken of screen.querySelectorAll<HTMLElement>('[data-of-day]'))
			spoken.style.visibility = 'hidden';
	}
	const styles = [...screen.querySelectorAll('script')].map(({ textContent }) => textContent);
	const nodes = [...screen.body.childNodes];
	return drawInstead(app, {
		...{ styles: styles.join('\n'), language: lang, title: screen.title, nodes }
	});
}

/** What stands in the place of the app. */
interface Drawn {
	styles: string;
	language: string;
	title: string;
	nodes: Node[];
}

function drawInstead(app: HTMLElement, { styles, language, title, nodes }: Drawn): Promise<void> {
	const sheet = new CSSStyleSheet();
	sheet.replaceSync(styles);
	document.adoptedStyleSheets.push(sheet);
	const holder = document.createElement(KEPT_SCREEN);
	holder.inert = true;
	holder.ariaHidden = 'true';
	holder.style.display = 'contents';
	holder.append(...nodes);
	document.documentElement.lang = language;
	document.title = title;
	hide(app);
	app.before(holder);
	return painted();
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

/**
 * Settles once something is seen, which starting the app would hold up: an empty page was painted before, of which the
 * browser tells as well. A tab in the background paints nothing.
 */
function painted(): Promise<void> {
	return new Promise((resolve) => {
		if (document.visibilityState === 'hidden') return resolve();
		new PerformanceObserver((paints) => {
			if (paints.getEntriesByName(WITH_CONTENT).length > 0) resolve();
		}).observe({ type: 'paint', buffered: true });
		setTimeout(resolve, PAINTED_WITHIN);
	});
}
