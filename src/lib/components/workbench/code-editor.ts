import {
	autocompletion,
	type Completion,
	type CompletionContext,
	type CompletionResult,
	completionKeymap
} from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { SQLDialect } from '@codemirror/lang-sql';
import {
	bracketMatching,
	defaultHighlightStyle,
	HighlightStyle,
	syntaxHighlighting
} from '@codemirror/language';
import { Compartment, EditorState, Prec, StateEffect, StateField } from '@codemirror/state';
import {
	Decoration,
	type DecorationSet,
	drawSelection,
	EditorView,
	keymap,
	lineNumbers,
	placeholder
} from '@codemirror/view';
import { completeQuery, type QueryVocabulary } from '#lib/views/query-completion.ts';
import { EDITOR_LOOK } from './editor-look.ts';

/** What the editor is made with, and what it tells. */
export interface EditorSetting {
	text: string;
	/** Attributes of the field: its name, what describes it. */
	attributes: Record<string, string>;
	placeholder: string;
	vocabulary: QueryVocabulary;
	onChange: (text: string) => void;
	onRun: () => void;
}

/** An editor of SQL in an element. */
export interface CodeEditor {
	readonly text: string;
	/** Puts another text in place of all that stands there; it can be taken back. */
	write(text: string): void;
	/** Puts a text at the cursor, and the cursor behind it. */
	insert(text: string): void;
	/** Underlines the word at the place until the text changes, or takes the line away. */
	mark(place: { line: number; column: number } | undefined): void;
	/** Goes to the place. */
	goTo(place: { line: number; column: number }): void;
	/** Tells names and suggestions in another language. */
	tell(setting: Pick<EditorSetting, 'attributes' | 'placeholder' | 'vocabulary'>): void;
	focus(): void;
	dispose(): void;
}

const KINDS = {
	keyword: 'keyword',
	view: 'class',
	column: 'property',
	function: 'function',
	id: 'text'
};

const setMark = StateEffect.define<{ from: number; to: number } | undefined>();
const markField = StateField.define<DecorationSet>({
	create: () => Decoration.none,
	update(marks, transaction) {
		const effect = transaction.effects.find((each) => each.is(setMark));
		if (effect?.is(setMark)) return markOf(effect.value);
		return transaction.docChanged ? Decoration.none : marks;
	},
	provide: (field) => EditorView.decorations.from(field)
});

const DIALECT = SQLDialect.define({
	keywords:
		'select from where group by order having qualify limit offset distinct as with recursive union all except intersect ' +
		'join left right full cross inner outer using on and or not in is between like ilike case when then else end asc desc ' +
		'nulls first last over partition filter explain analyze describe summarize show pivot unpivot cast try_cast exists any',
	types: 'boolean integer bigint hugeint double decimal varchar date timestamp interval',
	builtin: 'true false null'
});

/** The colours of a light page in the roles of ours: the library names what is written by them alone. */
const COLOURS: Record<string, string> = {
	'#708': 'var(--accent)',
	'#a11': 'var(--met-word)',
	'#164': 'var(--undecided-word)',
	'#219': 'var(--undecided-word)',
	'#085': 'var(--not-due-word)',
	'#940': 'var(--ink-soft)'
};
const HIGHLIGHT = HighlightStyle.define(
	defaultHighlightStyle.specs.map(({ tag, color }) => ({
		tag,
		color: COLOURS[String(color)] ?? 'inherit'
	}))
);

/** An editor in the element, with suggestions; its keys leave Tab to the page. */
export function createEditor(parent: HTMLElement, setting: EditorSetting): CodeEditor {
	const told = new Compartment();
	const view = new EditorView({
		parent,
		state: EditorState.create({
			doc: setting.text,
			extensions: [
				Prec.highest(keymap.of([{ key: 'Mod-Enter', run: () => (setting.onRun(), true) }])),
				keymap.of([...completionKeymap, ...historyKeymap, ...defaultKeymap]),
				history(),
				lineNumbers(),
				drawSelection(),
				bracketMatching(),
				DIALECT.language,
				syntaxHighlighting(HIGHLIGHT),
				markField,
				EditorView.lineWrapping,
				// The name under which the page's policy lets the editor write its styles.
				EditorView.cspNonce.of('editor'),
				EDITOR_LOOK,
				told.of(tellingOf(setting)),
				EditorView.updateListener.of((update) => {
					if (update.docChanged) setting.onChange(update.state.doc.toString());
				})
			]
		})
	});
	return editorOn(view, told);
}

function editorOn(view: EditorView, told: Compartment): CodeEditor {
	return {
		get text() {
			return view.state.doc.toString();
		},
		write(text) {
			view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } });
		},
		insert(text) {
			view.dispatch(view.state.replaceSelection(text));
			view.focus();
		},
		mark(place) {
			view.dispatch({ effects: setMark.of(place && wordAt(view.state, place)) });
		},
		goTo(place) {
			const { from, to } = wordAt(view.state, place);
			view.dispatch({ selection: { anchor: from, head: to }, scrollIntoView: true });
			view.focus();
		},
		tell: (setting) => view.dispatch({ effects: told.reconfigure(tellingOf(setting)) }),
		focus: () => view.focus(),
		dispose: () => view.destroy()
	};
}

function tellingOf({
	attributes,
	placeholder: hint,
	vocabulary
}: Pick<EditorSetting, 'attributes' | 'placeholder' | 'vocabulary'>) {
	return [
		EditorView.contentAttributes.of(attributes),
		placeholder(hint),
		autocompletion({ override: [(context) => suggest(context, vocabulary)], icons: false })
	];
}

function suggest(context: CompletionContext, vocabulary: QueryVocabulary): CompletionResult | null {
	const text = context.state.doc.toString();
	const found = completeQuery({ before: text.slice(0, context.pos), text }, vocabulary);
	const isAsked = context.explicit || (found?.words[0]?.kind ?? '') === 'id';
	if (!found || (found.typed === 0 && !isAsked)) return null;
	const closing = text[context.pos] === "'" ? '' : "'";
	const options = found.words.map(({ label, kind, detail, apply = label }, at): Completion => {
		const boost = Math.max(-99, 90 - at);
		const written = kind === 'id' ? label + closing : apply;
		return { label, type: KINDS[kind], boost, apply: written, ...(detail && { detail }) };
	});
	return { from: context.pos - found.typed, options, validFor: /^[\w./-]*$/ };
}

function markOf(range: { from: number; to: number } | undefined): DecorationSet {
	if (!range || range.from === range.to) return Decoration.none;
	return Decoration.set([Decoration.mark({ class: 'cm-fault' }).range(range.from, range.to)]);
}

/** The word at the place; at the end of a line the character before it. */
function wordAt(
	state: EditorState,
	{ line, column }: { line: number; column: number }
): { from: number; to: number } {
	const found = state.doc.line(Math.min(Math.max(1, line), state.doc.lines));
	const at = Math.min(found.from + column - 1, found.to);
	const length = /^(?:[\p{L}\p{N}_]+|\S)/u.exec(found.text.slice(at - found.from))?.[0].length ?? 0;
	return length > 0
		? { from: at, to: at + length }
		: { from: Math.max(found.from, at - 1), to: at };
}
