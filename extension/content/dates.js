// The dates that a page states about itself, as written, best source first.

globalThis.plumbline ??= {};

plumbline.statedDates ??= (() => {
  /** Attribute and value of the `meta` elements that state when a page was published. */
  const META = [
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
  ];

  const TIME = 'article time[datetime], main time[datetime], [itemprop~="datePublished"][datetime]';

  /** A page may nest its data, or repeat it, without bounds: no more than this is looked at. */
  const MOST = 2000;

  /**
   * Every `datePublished` within data of JSON-LD, articles' own before those of anything else.
   * @param {unknown} data
   * @returns {string[]}
   */
  function published(data) {
    /** @type {string[]} */
    const ofArticles = [];
    /** @type {string[]} */
    const ofOthers = [];
    const rest = [data];
    for (let seen = 0; rest.length > 0 && seen < MOST; seen += 1) {
      const value = rest.shift();
      if (value === null || typeof value !== 'object') continue;
      const date = 'datePublished' in value ? value.datePublished : undefined;
      if (typeof date === 'string') {
        const type = '@type' in value ? String(value['@type']) : '';
        (/Article|Posting|Report/.test(type) ? ofArticles : ofOthers).push(date);
      }
      rest.push(...Object.values(value).slice(0, MOST));
    }
    return ofArticles.length > 0 ? ofArticles : ofOthers;
  }

  /** @returns {string[]} */
  function jsonLd() {
    const dates = [];
    for (const script of document.querySelectorAll('script[type="application/ld+json" i]')) {
      try {
        dates.push(...published(JSON.parse(script.textContent ?? '')));
      } catch {
        // A page with broken data states no date there.
      }
    }
    return dates;
  }

  return () => {
    const values = {
      jsonLd: jsonLd(),
      meta: META.flatMap((selector) =>
        [...document.querySelectorAll(selector)].map((element) => element.getAttribute('content') ?? ''),
      ),
      time: [...document.querySelectorAll(TIME)].map((element) => element.getAttribute('datetime') ?? ''),
    };
    /** @type {Plumbline.StatedDate[]} */
    const dates = [];
    for (const from of /** @type {const} */ (['jsonLd', 'meta', 'time'])) {
      for (const value of new Set(values[from])) {
        const date = value.trim();
        if (date) dates.push({ from, value: date.slice(0, 100) });
      }
    }
    return dates.slice(0, 20);
  };
})();
