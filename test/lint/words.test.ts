import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'svelte/compiler';
import { describe, expect, it } from 'vitest';
import { ROOT } from '#scripts/run.mjs';
import { allMessages } from '#lib/base/messages.ts';

const SOURCES = filesIn('src', /\.(ts|svelte)$/).concat(filesIn('scripts', /\.(ts|mjs)$/));
const COMPONENTS = filesIn('src', /\.svelte$/);
const MESSAGES = filesIn('data/messages', /\.json$/);

/** Attributes that are read aloud or shown. */
const READ =
	/^(aria-(label|description|roledescription|valuetext|placeholder)|title|placeholder|alt|label|summary|caption|text|closeLabel|confirm)$/;
/** What is the same in every language: keys, units of measure in code, and the language's own name. */
const SAME = /^(Ctrl\+\w|Enter|Esc|Tab|Home|End|NULL|SQL|CSV|PNG|SVG|Tiếng Việt|English)$/;
const WORD = /\p{L}{2,}/u;
const VIETNAMESE = /[ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]/i;
const SENTENCE = /^\p{Lu}\p{Ll}+ \p{L}/u;

describe('words', () => {
	it('stand under one key in one file', () => {
		const keys = MESSAGES.flatMap((file) => Object.keys(readJson(file)));
		expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
		expect(new Set(allMessages().map(([key]) => key))).toEqual(new Set(keys));
	});

	it('are there in both languages', () => {
		const silent = allMessages().filter(([, { vi, en }]) =>
			[vi, en].some((text) => text.trim() === '')
		);
		expect(silent.map(([key]) => key)).toEqual([]);
	});

	it('are all said somewhere', () => {
		expect(unusedKeys(allMessages().map(([key]) => key))).toEqual([]);
	});

	it('stand in data/messages, never in a component', () => {
		expect(COMPONENTS.flatMap(literalsIn)).toEqual([]);
	});
});

/**
 * The keys that no source names: neither whole, nor by a template such as `status.${status}` whose places are filled by
 * words that stand in the sources or the catalogue.
 */
function unusedKeys(keys: readonly string[]): string[] {
	const text = SOURCES.map((file) => readFileSync(file, 'utf8')).join('\n');
	const catalogue = filesIn('data/catalogue', /\.json$/).map((file) => readFileSync(file, 'utf8'));
	const named = new Set([
		...quotedIn(text),
		...[...text.matchAll(/([\w-]+)(?=:|\s*[,}])/g)].map(([name]) => name),
		...quotedIn(catalogue.join('\n'))
	]);
	const templates = [...text.matchAll(/`([a-z][\w-]*\.[\w.-]*(?:\$\{[^}]*\}[\w.-]*)+)`/g)]
		.map(([, template = '']) =>
			template.split(/\$\{[^}]*\}/).map((part) => part.replaceAll('.', '\\.'))
		)
		.map((parts) => new RegExp(`^${parts.join('(.+)')}$`));
	const isMade = (key: string): boolean =>
		templates.some((template) =>
			template
				.exec(key)
				?.slice(1)
				.every((place) => named.has(place))
		);
	return keys.filter((key) => !named.has(key) && !isMade(key));
}

function quotedIn(text: string): string[] {
	return [...text.matchAll(/'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)"/g)].map(
		([, single, double]) => single ?? double ?? ''
	);
}

/** Words that a component says of itself: text, attributes that are read, and sentences in its script. */
function literalsIn(file: string): string[] {
	const { fragment, instance, module } = parse(readFileSync(file, 'utf8'), { modern: true });
	const found: string[] = [];
	visit([fragment, instance?.content, module?.content], '');
	return found.map((words) => `${file.slice(ROOT.length + 1)}: ${words}`);

	function visit(node: unknown, parent: string): void {
		if (Array.isArray(node)) node.forEach((each) => visit(each, parent));
		if (!isNode(node)) return;
		found.push(...wordsOf(node, parent));
		const skips = node.type === 'Attribute' || node.type === 'StyleDirective';
		for (const [name, child] of Object.entries(node)) {
			if (!/metadata|comments$/i.test(name)) visit(child, skips ? 'Attribute' : parent);
		}
	}
}

interface Node extends Record<string, unknown> {
	type?: string;
}

function isNode(value: unknown): value is Node {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function wordsOf(node: Node, parent: string): string[] {
	const { type, name, data, value } = node;
	const isSaid = (text: unknown): text is string =>
		typeof text === 'string' && WORD.test(text) && !SAME.test(text.trim());
	if (type === 'Text') return parent !== 'Attribute' && isSaid(data) ? [data.trim()] : [];
	if (type === 'Literal') {
		const isSentence = isSaid(value) && (VIETNAMESE.test(value) || SENTENCE.test(value));
		return isSentence ? [value] : [];
	}
	if (type !== 'Attribute' || typeof name !== 'string' || !READ.test(name)) return [];
	const parts = Array.isArray(value) ? value.filter(isNode) : [];
	return parts.flatMap((part) => (part.type === 'Text' && isSaid(part.data) ? [part.data] : []));
}

function readJson(file: string): Record<string, unknown> {
	return JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
}

function filesIn(folder: string, name: RegExp): string[] {
	return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile() && name.test(entry.name))
		.map((entry) => join(entry.parentPath, entry.name));
}
