import { attributeOf, escapeXml, tagsOf, XML_HEAD } from './office-xml.ts';

/** Which type each part of a package is of: by its own path, else by the extension of its name. */
export interface ContentTypes {
	/** By extension in lower case, without the dot. */
	byExtension: Map<string, string>;
	/** By path without a slash before it. */
	byPath: Map<string, string>;
}

const NAMESPACE = 'http://schemas.openxmlformats.org/package/2006/content-types';
const RELATIONSHIPS = 'application/vnd.openxmlformats-package.relationships+xml';

/** The types that `[Content_Types].xml` declares. */
export function readContentTypes(xml: string): ContentTypes {
	const declared = (element: string, key: string): [string, string][] =>
		tagsOf(xml, element).map((tag) => [
			attributeOf(tag, key) ?? '',
			attributeOf(tag, 'ContentType') ?? ''
		]);
	return {
		byExtension: new Map(
			declared('Default', 'Extension').map(([extension, type]) => [extension.toLowerCase(), type])
		),
		byPath: new Map(
			declared('Override', 'PartName').map(([path, type]) => [path.replace(/^\//, ''), type])
		)
	};
}

/** The text of `[Content_Types].xml`. */
export function writeContentTypes({ byExtension, byPath }: ContentTypes): string {
	const defaults = new Map([['rels', RELATIONSHIPS], ['xml', 'application/xml'], ...byExtension]);
	const lines = [
		...[...defaults].map(
			([extension, type]) =>
				`<Default Extension="${escapeXml(extension)}" ContentType="${escapeXml(type)}"/>`
		),
		...[...byPath].map(
			([path, type]) =>
				`<Override PartName="/${escapeXml(path)}" ContentType="${escapeXml(type)}"/>`
		)
	];
	return `${XML_HEAD}<Types xmlns="${NAMESPACE}">${lines.join('')}</Types>`;
}

/** The type of a part; `undefined` where nothing is declared for it. */
export function typeOf({ byExtension, byPath }: ContentTypes, path: string): string | undefined {
	const extension = path.slice(path.lastIndexOf('.') + 1).toLowerCase();
	return byPath.get(path) ?? byExtension.get(extension);
}
