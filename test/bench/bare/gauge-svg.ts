const NAMESPACE = 'http://www.w3.org/2000/svg';

function add(parent: Element, name: string, attributes: Record<string, string>): Element {
	const element = document.createElementNS(NAMESPACE, name);
	for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
	parent.append(element);
	return element;
}

function arc(share: number): string {
	const angle = Math.PI * (1 - share);
	return `M 20 100 A 80 80 0 0 1 ${100 + 80 * Math.cos(angle)} ${100 - 80 * Math.sin(angle)}`;
}

const svg = add(document.body, 'svg', { role: 'meter', width: '400', viewBox: '0 0 200 120' });
const line = { fill: 'none', 'stroke-width': '16' };
add(svg, 'path', { d: arc(1), stroke: '#ddd', ...line });
add(svg, 'path', { d: arc(0.92), stroke: '#078', ...line });
add(svg, 'text', { x: '100', y: '100', 'text-anchor': 'middle' }).textContent = '92,42 %';
