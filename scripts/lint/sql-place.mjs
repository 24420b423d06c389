const SQL =
	/^\s*(SELECT\s|INSERT\s+INTO\s|CREATE\s+(OR|TABLE|TEMP|TEMPORARY|VIEW|TYPE|SCHEMA|MACRO|INDEX)\s|WITH\s+(RECURSIVE\s+)?\w+\s*(\([^)]*\)\s*)?AS\s|UPDATE\s+\w|DELETE\s+FROM\s|DROP\s+\w|ALTER\s+\w|COPY\s+[\w(]|ATTACH\s|PRAGMA\s|SET\s+\w+\s*=|FROM\s+\w+\s)/;

/**
 * Keeps SQL text in `*.sql.ts`, where it is tested as text.
 *
 * @type {import('eslint').Rule.RuleModule}
 */
export const sqlPlace = {
	meta: { type: 'problem', schema: [] },
	create(context) {
		if (context.filename.endsWith('.sql.ts')) return {};

		/** @type {(node: any, text: unknown) => void} */
		function visit(node, text) {
			if (typeof text !== 'string' || !SQL.test(text)) return;
			context.report({ node, message: 'SQL text lives in a *.sql.ts file.' });
		}

		return {
			Literal: (node) => visit(node, node.value),
			TemplateLiteral: (node) => visit(node, node.quasis[0]?.value.cooked)
		};
	}
};
