import { optional, record, text, textLike } from './shape.ts';
import { contentPath, sha256Text } from './submission.ts';

/** A file of the store and the checksum of its bytes. */
export interface StoredFile {
	/** Its path among the store's files. */
	content: string;
	sha256: string;
}

/** When something that users own was saved, and why. */
export interface Edition {
	/** ISO 8601 in UTC; absent for what an older version of the product had saved. */
	at?: string;
	note?: string;
}

/** The organisation as it was saved once: its unit list, and what became of its units. */
export interface OrganisationEdition extends Edition {
	units: StoredFile;
	lineage?: StoredFile;
}

/** The organisation's own part of the catalogue as it was saved once. */
export interface CatalogueEdition extends Edition {
	own: StoredFile;
}

const storedFile = record<StoredFile>({ content: contentPath, sha256: sha256Text });
const edition = {
	at: optional(textLike(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/)),
	note: optional(text)
};

/** Whether a value read from disk is a stored file. */
export const isStoredFile = storedFile;

/** Whether a value read from disk is an edition of the organisation. */
export const isOrganisationEdition = record<OrganisationEdition>({
	...edition,
	units: storedFile,
	lineage: optional(storedFile)
});

/** Whether a value read from disk is an edition of the catalogue. */
export const isCatalogueEdition = record<CatalogueEdition>({ ...edition, own: storedFile });
