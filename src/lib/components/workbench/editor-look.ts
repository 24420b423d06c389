import { EditorView } from '@codemirror/view';

/** The editor in the colours and sizes of the page. */
export const EDITOR_LOOK = EditorView.theme({
	'&': {
		color: 'var(--ink)',
		backgroundColor: 'var(--card)',
		fontSize: 'var(--text-md)'
	},
	'&.cm-focused': { outline: '2px solid var(--accent)', outlineOffset: '-2px' },
	'.cm-scroller': {
		fontFamily: 'ui-monospace, "Cascadia Code", Menlo, Consolas, "DejaVu Sans Mono", monospace',
		lineHeight: '1.6',
		maxHeight: '24rem'
	},
	'.cm-content, .cm-gutter': { minHeight: '10.5rem' },
	'.cm-content': { padding: 'var(--space-3) 0', caretColor: 'var(--ink)' },
	'.cm-cursor': { borderLeftColor: 'var(--ink)' },
	'.cm-gutters': {
		color: 'var(--ink-soft)',
		backgroundColor: 'var(--card)',
		borderRight: '1px solid var(--line)'
	},
	'.cm-placeholder': { color: 'var(--ink-soft)' },
	'&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground':
		{ background: 'var(--accent-tint)' },
	'&.cm-focused .cm-matchingBracket': { backgroundColor: 'var(--track)' },
	'.cm-fault': {
		textDecoration: 'underline wavy var(--not-met) 1.5px',
		textUnderlineOffset: '4px'
	},
	'.cm-tooltip': {
		color: 'var(--ink)',
		backgroundColor: 'var(--card)',
		border: '1px solid var(--line-strong)',
		borderRadius: 'var(--radius-md)',
		boxShadow: 'var(--shadow-sheet)',
		overflow: 'hidden'
	},
	'.cm-tooltip.cm-tooltip-autocomplete > ul': {
		fontFamily: 'inherit',
		fontSize: 'var(--text-sm)',
		maxHeight: '16rem',
		maxWidth: 'min(36rem, 92vw)'
	},
	'.cm-tooltip.cm-tooltip-autocomplete > ul > li': { padding: '0.3rem 0.6rem', lineHeight: '1.4' },
	'.cm-tooltip-autocomplete ul li[aria-selected]': {
		color: 'var(--on-accent)',
		background: 'var(--accent)'
	},
	'.cm-completionMatchedText': { textDecoration: 'none', fontWeight: '700' },
	'.cm-completionDetail': { fontStyle: 'normal', marginLeft: '1em', opacity: '0.85' }
});
