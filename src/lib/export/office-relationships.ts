import { attributeOf, escapeXml, tagsOf, XML_HEAD } from './office-xml.ts';

/** A lead from one part of a package to another, or out of it. */
export interface Relationship {
	/** Unique within the part that it leads from. */
	id: string;
	/** An address that says what the other part is for. */
	type: string;
	/** Relative to the part that it leads from; an address where it leads outside. */
	target: string;
	isExternal?: boolean;
}

const NAMESPACE = 'http://schemas.openxmlformats.org/package/2006/relationships';
const PART = /^(?:(.*)\/)?_rels\/([^/]*)\.rels$/;

/** Where the relationships of a part are kept; those of the package itself for an empty path. */
export function relationshipPart(owner: string): string {
	const at = owner.lastIndexOf('/') + 1;
	return `${owner.slice(0, at)}_rels/${owner.slice(at)}.rels`;
}

/** Whose relationships a path keeps, an empty text for the package's; `undefined` where it keeps none. */
export function ownerOf(path: string): string | undefined {
	const [whole, folder, name = ''] = PART.exec(path) ?? [];
	if (whole === undefined) return undefined;
	return folder === undefined ? name : `${folder}/${name}`;
}

/** The relationships that a `.rels` part lists. */
export function readRelationships(xml: string): Relationship[] {
	return tagsOf(xml, 'Relationship').map((tag) => ({
		id: attributeOf(tag, 'Id') ?? '',
		type: attributeOf(tag, 'Type') ?? '',
		target: attributeOf(tag, 'Target') ?? '',
		...(attributeOf(tag, 'TargetMode') === 'External' && { isExternal: true })
	}));
}

/** The text of a `.rels` part. */
export function writeRelationships(relationships: readonly Relationship[]): string {
	const lines = relationships.map(({ id, type, target, isExternal }) => {
		const mode = isExternal ? ' TargetMode="External"' : '';
		return `<Relationship Id="${escapeXml(id)}" Type="${escapeXml(type)}" Target="${escapeXml(target)}"${mode}/>`;
	});
	return `${XML_HEAD}<Relationships xmlns="${NAMESPACE}">${lines.join('')}</Relationships>`;
}
