// How the editor of YAML looks: in our colours, which follow light and dark by themselves. The editor stands in a root of its own, so
// that what it writes of style counts as a sheet that was adopted: a policy with `style-src 'self'` leaves those alone.

import { Decoration, EditorView, HighlightStyle, syntaxHighlighting, tags, ViewPlugin } from "./vendor/codemirror.js";

const DEEPEST = 24; // spaces: what stands deeper is wrapped as if it stood here

const token = (name) => `var(--ww-${name})`;
const edge = (name = "edge") => `1px solid ${token(name)}`;

// What YAML tells apart. A remark is quieter, and a key stands out: the rest is what a reader reads.
const marks = HighlightStyle.define([
  { tag: [tags.definition(tags.propertyName), tags.propertyName], color: token("accent"), fontWeight: "600" },
  { tag: [tags.comment, tags.lineComment], color: token("soft"), fontStyle: "italic" },
  { tag: [tags.punctuation, tags.separator, tags.squareBracket, tags.brace, tags.special(tags.string)], color: token("second") },
  { tag: tags.invalid, color: token("danger") },
]);

const button = {
  appearance: "none",
  minHeight: token("target"),
  padding: `0 ${token("space-3")}`,
  border: edge(),
  borderRadius: token("radius"),
  background: token("paper"),
  color: token("accent"),
  font: "inherit",
  cursor: "pointer",
};
const underlined = (name) => ({
  backgroundImage: "none",
  textDecoration: `underline wavy ${token(name)}`,
  textDecorationSkipInk: "none",
});
const marker = (name, sign) => ({ content: "normal", color: token(name), fontWeight: "700", "&:before": { content: `"${sign}"` } });

// A line that is wrapped goes on below where it begins, so that one still sees what belongs to what.
const hanging = (depth) => [`.cm-line.ww-in-${depth}`, { paddingLeft: `calc(${depth + 2}ch + 6px)`, textIndent: `-${depth + 2}ch` }];
const hang = (view) => {
  const found = [];
  for (const { from, to } of view.visibleRanges) {
    for (let at = from; at <= to;) {
      const line = view.state.doc.lineAt(at), depth = Math.min(line.text.search(/\S|$/), DEEPEST);
      found.push(Decoration.line({ class: `ww-in-${depth}` }).range(line.from));
      at = line.to + 1;
    }
  }
  return Decoration.set(found);
};
const wrapped = ViewPlugin.fromClass(class {
  constructor(view) {
    this.lines = hang(view);
  }

  update({ docChanged, viewportChanged, view }) {
    if (docChanged || viewportChanged) this.lines = hang(view);
  }
}, { decorations: ({ lines }) => lines });

const sheet = EditorView.theme({
  "&": {
    border: `${token("border")} solid ${token("edge")}`,
    borderRadius: token("radius"),
    backgroundColor: token("paper"),
    color: token("ink"),
    fontSize: token("size-small"),
  },
  "&.cm-focused": { outline: `${token("ring")} solid ${token("focus")}`, boxShadow: `0 0 0 calc(${token("ring")} + 1px) ${token("ink")}` },
  ".cm-scroller": { maxHeight: "75vh", minHeight: "16em", overflow: "auto", fontFamily: "var(--md-code-font-family, monospace)", lineHeight: "1.6" },
  ".cm-content": { caretColor: token("ink") },
  ".cm-cursor": { borderLeftColor: token("ink") },
  ".cm-gutters": { border: "0", borderRight: edge("line"), backgroundColor: token("sand"), color: token("soft") },
  ".cm-lineNumbers .cm-gutterElement": { minWidth: "2.5ch" },
  ".cm-activeLine, .cm-activeLineGutter": { backgroundColor: token("sand") },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": {
    backgroundColor: `color-mix(in srgb, ${token("accent")} 30%, transparent)`,
  },
  ".cm-selectionMatch, .cm-searchMatch": { backgroundColor: "transparent", outline: edge("second") },
  ".cm-searchMatch-selected": { backgroundColor: token("accent"), color: token("on-accent") },
  ".cm-panels, .cm-tooltip": { border: edge(), backgroundColor: token("paper"), color: token("ink") },
  ".cm-panels.cm-panels-bottom": { border: "0", borderTop: edge() },
  ".cm-panel.cm-search": { display: "flex", flexWrap: "wrap", gap: token("space-2"), alignItems: "center", padding: token("space-2") },
  ".cm-panel.cm-search br": { display: "none" },
  ".cm-panel.cm-search label": { fontSize: "inherit" },
  ".cm-panel.cm-search label:has([name=re], [name=word])": { display: "none" },
  ".cm-panel.cm-search [name=close]": { position: "static", order: "1" },
  ".cm-textfield": { ...button, flex: "1 1 10em", minWidth: "0", margin: "0", color: token("ink"), cursor: "text" },
  ".cm-button, .cm-panel.cm-search [name=close], .ww-fix": { ...button, margin: "0" },
  ".cm-panel :focus-visible, .ww-fix:focus-visible": { outline: `${token("ring")} solid ${token("focus")}` },
  ".cm-tooltip": { maxWidth: "min(36em, 90vw)", borderRadius: token("radius"), fontSize: token("size-small") },
  ".cm-tooltip.cm-tooltip-autocomplete > ul": { maxHeight: "none", overflow: "visible", fontFamily: "inherit" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > li": { display: "flex", gap: token("space-3"), padding: `${token("space-1")} ${token("space-2")}` },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]": { backgroundColor: token("accent"), color: token("on-accent") },
  ".cm-completionMatchedText": { fontWeight: "700" },
  ".cm-completionDetail": { marginLeft: "auto", fontStyle: "normal", opacity: "1", overflow: "hidden", textOverflow: "ellipsis" },
  ".cm-tooltip.cm-completionInfo": { left: "0", padding: token("space-2"), maxWidth: "max(100%, min(22em, 60vw))" },
  ".cm-diagnostic, .cm-diagnostic-error, .cm-diagnostic-warning, .cm-diagnostic-info": {
    padding: token("space-2"),
    borderLeft: `${token("space-1")} solid ${token("second")}`,
  },
  ".cm-diagnostic-error": { borderLeftColor: token("danger") },
  ".cm-diagnostic p": { margin: `0 0 ${token("space-1")}` },
  ".cm-lintRange-error": underlined("danger"),
  ".cm-lintRange-warning, .cm-lintRange-info": underlined("second"),
  ...Object.fromEntries([...Array(DEEPEST + 1).keys()].map(hanging)),
  ".cm-gutter-lint": { width: "1.2em" },
  ".cm-lint-marker": { width: "1em", textAlign: "center" },
  ".cm-lint-marker.cm-lint-marker-error": marker("danger", "!"),
  ".cm-lint-marker.cm-lint-marker-warning, .cm-lint-marker.cm-lint-marker-info": marker("second", "i"),
});

export const look = [sheet, syntaxHighlighting(marks), EditorView.lineWrapping, wrapped];
