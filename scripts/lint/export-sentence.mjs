/**
 * Asks for a sentence, as a TSDoc comment, above every export.
 *
 * @type {import('eslint').Rule.RuleModule}
 */
export const exportSentence = {
	meta: { type: 'suggestion', schema: [] },
	create(context) {
		/** @type {Set<string>} */
		const said = new Set();

		/** @param {any} node */
		function visit(node) {
			if (node.source || !(node.declaration ?? node).type) return;
			if (node.type === 'ExportNamedDeclaration' && !node.declaration) return;
			const name = nameOf(node.declaration);
			if (said.has(name)) return;
			said.add(name);
			const comment = context.sourceCode.getCommentsBefore(node).at(-1);
			if (comment?.type === 'Block' && /^\*[\s*]*\S/.test(comment.value)) return;
			context.report({ node, message: `Say in a sentence what the caller gets from "${name}".` });
		}

		return { ExportNamedDeclaration: visit, ExportDefaultDeclaration: visit };
	}
};

/**
 * @param {any} declaration
 * @returns {string} the name that the caller imports
 */
function nameOf(declaration) {
	return (declaration.declarations?.[0] ?? declaration).id?.name ?? 'default';
}
