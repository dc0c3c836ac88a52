// Written from crate/document/data/html.txt by crate/document/src/html/tables.rs; change that.
// What the names of elements say about the text in them, and where a page states its date.

globalThis.plumbline ??= {};

plumbline.elements ??= {
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
  asides: /(?:^|[\s_-])(?:comment|comments|disqus|advert|adverts|advertisement|advertising|ad|ads|sponsored|promo|newsletter|cookie|cookies|consent|paywall)(?:$|[\s_-])/i,
  bodies: /(?:^|\s)(?:articleBody)(?:$|\s)/,
  skipped: new Set([
    'SCRIPT', 'STYLE', 'NOSCRIPT', 'TEMPLATE', 'TITLE', 'NOEMBED', 'NOFRAMES', 'CANVAS', 'IFRAME', 'OBJECT', 'EMBED', 'VIDEO',
    'AUDIO', 'MAP', 'SVG', 'MATH', 'INPUT', 'TEXTAREA', 'SELECT', 'BUTTON', 'OPTION', 'DATALIST', 'METER', 'PROGRESS',
    'OUTPUT', 'RP', 'RT',
  ]),
  inline: new Set([
    'A', 'ABBR', 'B', 'BDI', 'BDO', 'CITE', 'CODE', 'DATA', 'DEL', 'DFN', 'EM', 'FONT',
    'I', 'INS', 'KBD', 'LABEL', 'MARK', 'Q', 'RUBY', 'S', 'SAMP', 'SMALL', 'SPAN', 'STRONG',
    'SUB', 'SUP', 'TIME', 'U', 'VAR',
  ]),
  metas: [
    'meta[property="article:published_time" i]',
    'meta[property="og:article:published_time" i]',
    'meta[itemprop="datePublished" i]',
    'meta[name="article:published_time" i]',
    'meta[name="parsely-pub-date" i]',
    'meta[name="sailthru.date" i]',
    'meta[name="dc.date.issued" i]',
    'meta[name="dcterms.issued" i]',
    'meta[name="dc.date" i]',
    'meta[name="citation_publication_date" i]',
    'meta[name="publish-date" i]',
    'meta[name="pubdate" i]',
    'meta[name="date" i]',
  ],
  times: 'article time[datetime], main time[datetime], [itemprop~="datePublished"][datetime]',
  types: /Article|Posting|Report/,
};
