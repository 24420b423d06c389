/** The properties of a document with that moment as the one at which it was made and last changed. */
export function datedProperties(xml: string, at: Date): string {
	const moment = at.toISOString().replace(/\.\d+Z$/, 'Z');
	return xml.replace(/(<dcterms:(created|modified)[^>]*>)[^<]*(<\/dcterms:\2>)/g, `$1${moment}$3`);
}
