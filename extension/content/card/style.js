// The card's own style sheet. It lives in the card's shadow, so nothing here reaches the page and no
// rule of the page reaches the card. Sizes are in pixels: the page's font size is not the card's.

export const style = `
:host {
  all: initial !important;
  direction: ltr !important;
  unicode-bidi: isolate !important;
  position: fixed !important;
  inset: 0 auto auto 0 !important;
  display: block !important;
  visibility: visible !important;
  opacity: 1 !important;
  margin: 0 !important;
  padding: 0 !important;
  border: 0 !important;
  background: none !important;
  overflow: visible !important;
  width: 0 !important;
  height: 0 !important;
  pointer-events: none !important;
  z-index: 2147483647 !important;
  contain: layout style !important;
  color-scheme: light dark !important;
}

/* What a page paints behind its own dialogs is not painted behind the card. */
:host::backdrop { display: none !important; background: none !important; }

* { box-sizing: border-box; margin: 0; padding: 0; }

.frame {
  --paper: #ffffff; --ink: #1c1e23; --quiet: #5a606b; --line: #e3e5ea; --link: #1a55b0; --ring: #2b6fd6;
  --tone: #1c1e23; --tone-paper: #f1f2f5;
  position: absolute;
  inset: 0 auto auto 0;
  pointer-events: auto;
  width: min(360px, calc(100vw - 16px));
  overflow: hidden;
  border: 1px solid var(--line);
  border-radius: 12px;
  background: var(--paper);
  color: var(--ink);
  font: 14px/1.45 system-ui, sans-serif;
  text-align: start;
  overflow-wrap: anywhere;
  box-shadow: 0 1px 2px rgb(0 0 0 / .08), 0 10px 32px rgb(0 0 0 / .18);
}
.card {
  overflow: auto;
  overscroll-behavior: contain;
  scrollbar-width: thin;
  scrollbar-color: var(--quiet) transparent;
  padding: 0 16px 16px;
}
.note { width: max-content; max-width: calc(100vw - 32px); padding: 10px 16px; }
.note:empty { visibility: hidden; }
.card:focus { outline: none; }
.frame:has(.card:focus-visible), button:focus-visible, a:focus-visible { outline: 2px solid var(--ring); outline-offset: 2px; }
.frame.warn { --tone: #a02a12; --tone-paper: #fdece7; }
.frame.mark { --tone: #7a5200; --tone-paper: #fcf2d9; }
.frame.supported { --tone: #1c6a3a; --tone-paper: #e6f4ea; }

.head {
  display: flex; align-items: flex-start; gap: 8px; padding: 14px 0 10px;
  position: sticky; top: 0; background: var(--paper);
}
.verdict {
  display: inline-flex; align-items: center; gap: 6px;
  padding: 3px 10px 3px 8px; border-radius: 10px;
  background: var(--tone-paper); color: var(--tone);
  font-weight: 600; font-size: 13px; line-height: 18px;
}
.verdict svg { flex: none; }
.close {
  all: unset; box-sizing: border-box; margin: -4px -6px -4px auto; width: 28px; height: 28px;
  display: grid; place-items: center; border-radius: 8px; color: var(--quiet); cursor: pointer;
}
.close:hover { background: var(--tone-paper); color: var(--ink); }
.quote { font-size: 20px; line-height: 1.25; font-weight: 650; letter-spacing: -.01em; }
.claim { color: var(--quiet); font-size: 13px; margin-top: 2px; }
.claim::first-letter { text-transform: uppercase; }
.why { margin-top: 10px; }
.times { display: flex; align-items: center; gap: 4px; margin-top: 8px; color: var(--quiet); font-size: 13px; }
.together { margin-top: 8px; color: var(--quiet); font-size: 13px; }
.other {
  all: unset; box-sizing: border-box; padding: 1px 7px; border-radius: 8px; background: var(--tone-paper);
  color: var(--tone); font-weight: 600; cursor: pointer;
}
.other:hover { text-decoration: underline; text-underline-offset: 2px; }
.leader {
  all: unset; box-sizing: border-box; width: 24px; height: 24px; display: grid; place-items: center;
  border-radius: 8px; color: var(--quiet); cursor: pointer;
}
.leader:hover { background: var(--tone-paper); color: var(--ink); }
.aside { margin-top: 10px; color: var(--quiet); font-size: 13px; }
.evidence { list-style: none; margin-top: 12px; border-top: 1px solid var(--line); }
.evidence > li { padding-top: 10px; display: grid; grid-template-columns: 16px 1fr; column-gap: 8px; }
.evidence > li > svg { margin-top: 3px; color: var(--quiet); }
.evidence > li.agrees > svg { color: #1c6a3a; }
.value { font-weight: 600; }
.stand { color: var(--quiet); font-weight: 400; }
.derivation { font-size: 13px; }
.sources { list-style: none; font-size: 13px; line-height: 1.4; color: var(--quiet); }
.sources li { margin-top: 3px; }
.passage { display: block; margin-top: 2px; font-style: italic; }
.publisher { color: var(--ink); font-weight: 500; }
a { color: var(--link); text-underline-offset: 2px; }
.word { margin-top: 12px; padding-top: 8px; border-top: 1px solid var(--line); font-size: 13px; color: var(--quiet); }
.row { display: flex; flex-wrap: wrap; gap: 2px 14px; margin: 0 -4px; }
.quiet { all: unset; box-sizing: border-box; min-height: 24px; padding: 2px 4px; border-radius: 6px; color: var(--quiet); cursor: pointer; }
.quiet[aria-expanded]::after { content: ' ▾'; }
.quiet[aria-expanded="true"]::after { content: ' ▴'; }
.quiet:hover { color: var(--ink); text-decoration: underline; text-underline-offset: 2px; }
.words { display: flex; flex-wrap: wrap; gap: 6px; margin-top: 8px; }
.choice {
  all: unset; box-sizing: border-box; min-height: 28px; padding: 3px 10px; border: 1px solid var(--line);
  border-radius: 8px; color: var(--ink); cursor: pointer;
}
.choice:hover { background: var(--tone-paper); }
.kept { flex-basis: 100%; }
.said:not(:empty) { margin-top: 4px; }

@media (prefers-color-scheme: dark) {
  .frame {
    --paper: #202328; --ink: #eceef2; --quiet: #a8aeb9; --line: #373b43; --link: #8fbaff; --ring: #7fb0ff;
    --tone: #eceef2; --tone-paper: #2d3138;
    box-shadow: 0 1px 2px rgb(0 0 0 / .4), 0 10px 32px rgb(0 0 0 / .5);
  }
  .frame.warn { --tone: #ff9f89; --tone-paper: #42211a; }
  .frame.mark { --tone: #eec166; --tone-paper: #3a2e14; }
  .frame.supported { --tone: #86d6a2; --tone-paper: #1a3325; }
  .evidence > li.agrees > svg { color: #86d6a2; }
}

/* Around the figure: see ring.js. */
.ring { display: none; }

@media (forced-colors: active) {
  .ring {
    display: block; position: absolute; inset: 0 auto auto 0;
    outline: 3px solid CanvasText; outline-offset: 1px; forced-color-adjust: none;
  }
  .frame { border: 2px solid CanvasText; box-shadow: none; }
  .verdict { border: 1px solid CanvasText; }
  .choice { border-color: ButtonText; }
  .evidence > li > svg { color: CanvasText !important; }
}

@media print {
  :host { display: none !important; }
}

@media (prefers-reduced-motion: no-preference) {
  .frame { animation: appear 120ms ease-out; }
  @keyframes appear { from { opacity: 0; transform: translateY(3px); } }
}
`;
