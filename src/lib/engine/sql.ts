class SqlText {
	readonly text: string;

	constructor(text: string) {
		this.text = text;
	}
}

/** A piece of SQL made by the `sql` tag; no other text is run. */
export type Sql = SqlText;

/** What the tag takes as a value; `null` is SQL's. */
export type SqlValue = string | number | bigint | boolean | null;

/** SQL from a template: pieces of SQL stand as they are, every other value as a literal that cannot break out of it. */
export function sql(text: TemplateStringsArray, ...values: (Sql | SqlValue)[]): Sql {
	return new SqlText(String.raw(text, ...values.map(written)));
}

/** A name of a table or column, quoted. */
export function ident(name: string): Sql {
	return new SqlText(`"${name.replaceAll('"', '""')}"`);
}

/** The pieces with commas between them. */
export function listed(pieces: readonly Sql[]): Sql {
	return new SqlText(pieces.map(({ text }) => text).join(', '));
}

/**
 * A text that a reader wrote, as SQL: to be run alone by `Engine.queryOne`, within what makes it a question, and never
 * beside other statements.
 */
export function readersSql(text: string): Sql {
	return new SqlText(text);
}

function written(value: Sql | SqlValue): string {
	if (value instanceof SqlText) return value.text;
	if (typeof value === 'string') return textLiteral(value);
	if (typeof value !== 'number' || Number.isSafeInteger(value)) return String(value);
	throw new RangeError(`not a whole number: ${value}`);
}

function textLiteral(text: string): string {
	if (text.includes('\0')) throw new RangeError('a text with a NUL character');
	return `'${text.replaceAll("'", "''")}'`;
}
