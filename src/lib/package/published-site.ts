import { count, listOf, oneOf, optional, record, text, textLike } from '#lib/store/shape.ts';
import { sha256Text } from '#lib/store/submission.ts';

/** A file of the published data. */
interface PublishedPart {
	/** From the site's folder. */
	path: string;
	bytes: number;
	sha256: string;
}

/** What a published site says of itself, in `data/published.json`. */
export interface PublishedSite {
	format: 'thuocdo-published';
	version: 1;
	/** When it was published, ISO 8601 in UTC. */
	at: string;
	/** The product and its version. */
	by: string;
	/** Who published it. */
	maker?: string;
	title?: string;
	/** The unit that it is limited to, with all below it; absent for the whole organisation. */
	branch?: { code: string; name: string };
	/** The path of the package with the same data, where the publisher offers it. */
	package?: string;
	/** The path of the rollup, which the first figures are read from. */
	rollup: string;
	parts: readonly PublishedPart[];
}

/** Where a published site says what it is. */
export const PUBLISHED = 'data/published.json';

/** Where a published site keeps a content of its store, gzipped: no server that is not told so packs it by itself. */
export function publishedContent(path: string): string {
	return `data/${path}.gz`;
}

/** Whether a value that was read is a published site's word. */
export const isPublishedSite = record<PublishedSite>({
	format: oneOf('thuocdo-published'),
	version: oneOf(1),
	at: textLike(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/),
	by: text,
	maker: optional(text),
	title: optional(text),
	branch: optional(record<{ code: string; name: string }>({ code: text, name: text })),
	package: optional(textLike(/^data\/[\w.-]+\.thuocdo$/)),
	rollup: textLike(/^data\/contents\/[0-9a-f]{64}\.gz$/),
	parts: listOf(record<PublishedPart>({ path: text, bytes: count, sha256: sha256Text }))
});
