// What the names of elements say about the text in them: data for the reader.

globalThis.plumbline ??= {};

plumbline.elements ??= {
  /** Elements that give their text a role; it holds for what is inside until another takes over. */
  roles: new Map(
    /** @type {[string, Plumbline.Role][]} */ ([
      ['H1', 'headline'],
      ['H2', 'heading'],
      ['H3', 'heading'],
      ['H4', 'heading'],
      ['H5', 'heading'],
      ['H6', 'heading'],
      ['LI', 'item'],
      ['DT', 'item'],
      ['DD', 'item'],
      ['TD', 'cell'],
      ['TH', 'cell'],
      ['CAPTION', 'caption'],
      ['FIGCAPTION', 'caption'],
      ['BLOCKQUOTE', 'quote'],
      ['PRE', 'code'],
      ['CODE', 'code'],
      ['SAMP', 'code'],
    ]),
  ),

  /** Elements that are landmarks. */
  zones: new Map(
    /** @type {[string, Plumbline.Zone][]} */ ([
      ['ARTICLE', 'article'],
      ['MAIN', 'main'],
      ['HEADER', 'header'],
      ['FOOTER', 'footer'],
      ['NAV', 'navigation'],
      ['ASIDE', 'aside'],
      ['FORM', 'other'],
      ['DIALOG', 'other'],
    ]),
  ),

  /** Values of the `role` attribute that are landmarks. */
  landmarks: new Map(
    /** @type {[string, Plumbline.Zone][]} */ ([
      ['article', 'article'],
      ['main', 'main'],
      ['banner', 'header'],
      ['contentinfo', 'footer'],
      ['navigation', 'navigation'],
      ['complementary', 'aside'],
      ['search', 'other'],
      ['dialog', 'other'],
      ['alertdialog', 'other'],
      ['form', 'other'],
    ]),
  ),

  /** Ids and classes of comments, adverts and offers, as whole words. */
  asides:
    /(?:^|[\s_-])(?:comments?|disqus|advert(?:s|isement|ising)?|ads?|sponsored|promo|newsletter|cookies?|consent|paywall)(?:$|[\s_-])/i,

  /** Values of `itemprop` that mark the body of an article. */
  bodies: /(?:^|\s)articleBody(?:$|\s)/,

  /** Elements whose text is not the page's prose: code, graphics, controls, other documents. */
  skipped: new Set([
    'SCRIPT', 'STYLE', 'NOSCRIPT', 'TEMPLATE', 'TITLE',
    'CANVAS', 'IFRAME', 'OBJECT', 'EMBED', 'VIDEO', 'AUDIO', 'MAP', 'SVG', 'MATH',
    'INPUT', 'TEXTAREA', 'SELECT', 'BUTTON', 'OPTION', 'DATALIST', 'METER', 'PROGRESS', 'OUTPUT',
    'RP', 'RT',
  ]),

  /** Elements that stand within a line unless the page's style says otherwise. */
  inline: new Set([
    'A', 'ABBR', 'B', 'BDI', 'BDO', 'CITE', 'CODE', 'DATA', 'DEL', 'DFN', 'EM', 'FONT', 'I', 'INS', 'KBD',
    'LABEL', 'MARK', 'Q', 'RUBY', 'S', 'SAMP', 'SMALL', 'SPAN', 'STRONG', 'SUB', 'SUP', 'TIME', 'U', 'VAR',
  ]),
};
