// Written from the Rust types by crate/protocol/tests/declarations.rs; change those.
// The types of the messages between popup, options page, background and content script.

declare namespace Plumbline {
  /**
   * What the background is asked for.
   */
  type Ask = { "checkTab": {
  /**
   * The browser's number of the tab.
   */
  tab: number, } } | { "style": {
  /**
   * The appearance that the document's style sheet has already, if it has one.
   */
  styled: Appearance | null, } } | { "badge": {
  /**
   * The counts.
   */
  summary: Summary,
  /**
   * Whether the page is in a language that is not read.
   */
  foreign: boolean,
  /**
   * Whether that is other than was told before, without anybody having asked: an open popup, which hears of
   * this too, then asks the page for its [`ToPage::Report`].
   */
  changed: boolean,
  /**
   * The document that is told of, by a name that it has given itself.
   */
  document: string, } } | "library" | { "saveArticle": {
  /**
   * The browser's number of the tab.
   */
  tab: number, } } | { "isSaved": {
  /**
   * The browser's number of the tab.
   */
  tab: number, } } | "shelf" | { "removeArticles": {
  /**
   * Their numbers in the library.
   */
  numbers: Array<number>, } } | { "export": {
  /**
   * From which article: 0, then what the answer before says.
   */
  from: number,
  /**
   * Whether it is to be a table for spreadsheets, which is not for [`Ask::Import`].
   */
  table: boolean, } } | { "import": {
  /**
   * The next lines of it, each as a whole.
   */
  lines: string,
  /**
   * How many lines come before these.
   */
  before: number, } } | "sets" | { "beginSet": {
  /**
   * What its file is called.
   */
  name: string,
  /**
   * The beginning of the file, at least as much as its table, see [`as_text`].
   */
  start: string, } } | { "addParts": {
  /**
   * The set.
   */
  set: number,
  /**
   * The bytes of its file that were wanted, see [`as_text`].
   */
  content: string, } } | { "exportSet": {
  /**
   * The set.
   */
  set: number,
  /**
   * From which part: 0, then what the answer before says.
   */
  from: number, } } | { "switchSet": {
  /**
   * The set.
   */
  set: number,
  /**
   * Whether to.
   */
  on: boolean, } } | { "removeSet": {
  /**
   * The set.
   */
  set: number, } } | { "goTo": {
  /**
   * The address of the passage.
   */
  address: string,
  /**
   * The sentence, or empty.
   */
  passage: string, } } | { "say": {
  /**
   * The word; none takes back what was said.
   */
  word: Word | null,
  /**
   * The finding, as it was told.
   */
  finding: Entry,
  /**
   * The title of the page.
   */
  title: string, } } | { "copy": {
  /**
   * The finding, as it was told.
   */
  finding: Entry,
  /**
   * The title of the page.
   */
  title: string,
  /**
   * As Markdown, or as plain text.
   */
  markdown: boolean, } } | "words" | { "takeBack": {
  /**
   * The address that its label has.
   */
  address: string,
  /**
   * When it was said.
   */
  said: string, } } | "takeAllBack";

  /**
   * A part of a page to check. The content script opens a port for each page and sends it the parts in
   * order: while it reads on, the engine is at work on what has come. Only the last is answered, with a
   * [`Checked`] or two; a short page is its last part.
   */
  type PagePart = LastPart | {
  /**
   * The texts of the next blocks of the page, one behind the other.
   */
  text: string,
  /**
   * What these blocks are.
   */
  runs: Array<Run>, };

  /**
   * The last part of a page to check.
   */
  type LastPart = {
  /**
   * The page, with those of its blocks that come last.
   */
  page: Page,
  /**
   * The appearance that the document's style sheet has already, if it has one.
   */
  styled: Appearance | null,
  /**
   * Whether this is only what the reader has selected of the page: it becomes no reference for others.
   */
  selected: boolean, };

  /**
   * Blocks that follow one another and differ in nothing but their texts.
   */
  type Run = {
  /**
   * What all of them are; without a text.
   */
  like: Block,
  /**
   * How many UTF-16 code units the text of each has.
   */
  lengths: Array<number>, };

  /**
   * What a content script is told.
   */
  type ToPage = { "tell": "show",
  /**
   * The list that the popup shows.
   */
  list: number,
  /**
   * Index in its [`Account::findings`]; the page may have been read again since.
   */
  finding: number,
  /**
   * Which of its places, from 0; beyond the last it begins again.
   */
  place: number, } | { "tell": "step",
  /**
   * Forward through the page, or back.
   */
  forward: boolean,
  /**
   * Whether the page was just checked: then it says so when there is none.
   */
  checked: boolean, } | { "tell": "hide" } | { "tell": "word",
  /**
   * The list that the popup shows.
   */
  list: number,
  /**
   * Index in its [`Account::findings`].
   */
  finding: number,
  /**
   * The word; none takes back what was said.
   */
  word: Word | null, } | { "tell": "report" } | { "tell": "read" } | { "tell": "anew",
  /**
   * The address of the article that was read in this tab, which may have gone on since.
   */
  address: string, } | { "tell": "passage",
  /**
   * The address of the page.
   */
  address: string,
  /**
   * The sentence, or empty.
   */
  passage: string, } | { "tell": "say",
  /**
   * What is said.
   */
  text: string, } | { "tell": "stands",
  /**
   * The name that the document has given itself.
   */
  document: string, } | { "tell": "granted",
  /**
   * The sites that are left, as match patterns.
   */
  origins: Array<string>, };

  /**
   * What became of checking a tab.
   */
  type Outcome = { "outcome": "checked",
  /**
   * What was found.
   */
  report: Account,
  /**
   * Where nothing was compared, the address of a frame that takes up much of the window: the article may
   * stand in that. Else empty.
   */
  frame: string,
  /**
   * Which of the page's lists of findings this is: the page is read again when it changes, and a click may
   * come from the list before.
   */
  list: number,
  /**
   * Whether only what the reader has selected was checked.
   */
  selected: boolean, } | { "outcome": "untouchable",
  /**
   * What it is instead of a web page.
   */
  what: Untouchable, } | { "outcome": "failed" } & Failure;

  /**
   * Why an answer is not to be had.
   */
  type Failure = {
  /**
   * What went wrong.
   */
  why: Why,
  /**
   * What else is known of it, or nothing: for [`Why::Told`] what the reader is told, else for those who look for the
   * cause.
   */
  problem: string, };

  /**
   * What went wrong between the parts of the extension.
   */
  type Why = "engine" | "stopped" | "left" | "late" | "large" | "long" | "noTab" | "ended" | "changed" | "told" | "unknown";

  /**
   * What stands in a tab that cannot be read.
   */
  type Untouchable = "browserPage" | "protectedSite" | "notHtml" | "localFile" | "tooLong";

  /**
   * The background's answer to [`PagePart::Last`]: what is said of the page by itself and by reference sets. Where there
   * are articles that were read or saved before, there is `more`: a second answer, which is all with what they say too, or
   * `null` where they say nothing.
   */
  type Checked = {
  /**
   * What was found.
   */
  report: Account,
  /**
   * The appearance that the document's style sheet has now.
   */
  styled: Appearance | null,
  /**
   * Whether a second answer follows.
   */
  more: boolean, };

  /**
   * The background's answer to [`Ask::Style`].
   */
  type Styled = {
  /**
   * The appearance that the document's style sheet has now.
   */
  styled: Appearance | null, };

  /**
   * The content script's answer to [`ToPage`].
   */
  type Shown = {
  /**
   * Whether a figure is shown: it still stands where it was found.
   */
  shown: boolean, };

  /**
   * The answer to a word of the reader.
   */
  type Said = {
  /**
   * Whether it is kept, or taken back; of a private window nothing is kept.
   */
  kept: boolean, };

  /**
   * The background's answer to [`Ask::Copy`].
   */
  type Copied = {
  /**
   * The finding in lines.
   */
  text: string, };

  /**
   * What a reader says of a finding.
   */
  type Word = "right" | "not-same" | "wrong-reading" | "ignore";

  /**
   * One of the appearances a reader can choose for marks.
   *
   * Each tells a warning from a mark by form as well as by colour, so that colour is never the only sign.
   */
  type Appearance = "tinted" | "lined" | "strong" | "plain";

  /**
   * A reference set as the options page shows it.
   */
  type Library = {
  /**
   * What it is about: "Meta's investment in Scale AI".
   */
  covers: Array<string>,
  /**
   * Its sources, each with what it states.
   */
  sources: Array<LibrarySource>, };

  /**
   * A source of the reference set.
   */
  type LibrarySource = {
  /**
   * Who published it.
   */
  publisher: string,
  /**
   * Its title.
   */
  title: string,
  /**
   * Its date as `YYYY-MM-DD`, `YYYY-MM` or `YYYY`, or empty when unknown.
   */
  date: string,
  /**
   * Its address, or empty.
   */
  address: string,
  /**
   * What it states, in its own order.
   */
  statements: Array<LibraryStatement>, };

  /**
   * A statement of a source.
   */
  type LibraryStatement = {
  /**
   * What it is about: "Meta's stake in Scale AI".
   */
  about: string,
  /**
   * The value in words: "$14.3 billion".
   */
  value: string,
  /**
   * When it held or happened, as `YYYY-MM-DD`, `YYYY-MM`, `YYYY`, two of them with a slash
   * between, or `before` one; or empty.
   */
  time: string,
  /**
   * Anything else a reader should know with it: "likely a slip, not counted"; or empty.
   */
  note: string, };

  /**
   * What became of an article in the library.
   */
  type Saving = { "saving": "saved",
  /**
   * As it is listed.
   */
  article: SavedHead, } | { "saving": "notSaved" } | { "saving": "refused",
  /**
   * Why.
   */
  why: NotKept, };

  /**
   * Why a page cannot be saved.
   */
  type NotKept = { "because": "private" } | { "because": "noFigures" } | { "because": "untouchable",
  /**
   * What it is instead of a web page; none where it does not answer.
   */
  what: Untouchable | null, };

  /**
   * A saved article as it is listed.
   */
  type SavedHead = {
  /**
   * Its number in the library.
   */
  number: number,
  /**
   * Its address.
   */
  address: string,
  /**
   * Its headline.
   */
  title: string,
  /**
   * Who published it, or empty.
   */
  publisher: string,
  /**
   * The day that it speaks from, `YYYY-MM-DD`, or empty.
   */
  published: string,
  /**
   * When it was saved, in milliseconds since 1970.
   */
  saved: number,
  /**
   * How many figures were read in it.
   */
  figures: number,
  /**
   * How much room it takes.
   */
  bytes: number,
  /**
   * Why nothing is compared with it, in a sentence, where that is known; or empty.
   */
  problem: string, };

  /**
   * A piece of the library as a file.
   */
  type Exported = {
  /**
   * The piece.
   */
  text: string,
  /**
   * From where it goes on; none after the last.
   */
  next: number | null,
  /**
   * How many records could not be read, and are not in it.
   */
  leftOut: number, };

  /**
   * What has become of lines of a file.
   */
  type Imported = {
  /**
   * How many articles are saved of them.
   */
  articles: number,
  /**
   * How many are not, for what is saved of their addresses is later.
   */
  older: number,
  /**
   * How many lines could not be taken.
   */
  wrong: number,
  /**
   * The first of them, each with its number and the reason.
   */
  told: Array<string>, };

  /**
   * An imported set as it is listed.
   */
  type SavedSet = {
  /**
   * Its number in the library.
   */
  number: number,
  /**
   * Its name.
   */
  name: string,
  /**
   * What it is about, one line each.
   */
  covers: Array<string>,
  /**
   * Whether pages are compared with it.
   */
  on: boolean,
  /**
   * Whether all of it has come; else its import was stopped, and it is not used.
   */
  whole: boolean,
  /**
   * How many people and things it is about.
   */
  entities: number,
  /**
   * How much is stated of them.
   */
  statements: number,
  /**
   * How much room it takes.
   */
  bytes: number, };

  /**
   * A set that is being imported.
   */
  type ComingSet = {
  /**
   * Its number in the library.
   */
  set: number,
  /**
   * Its name, as far as it is known.
   */
  name: string,
  /**
   * From which byte of its file on it goes on.
   */
  from: number,
  /**
   * Until which: no further than `from` once all of it is there.
   */
  until: number, };

  /**
   * One page as blocks of text, in document order.
   */
  type Page = {
  /**
   * The page's address; its path may carry the date.
   */
  url: string,
  /**
   * The document's title.
   */
  title: string,
  /**
   * The language the document declares (`en`, `en-GB`), or empty.
   */
  language: string,
  /**
   * The language and the place that the page tells those who share it (`og:locale`: `en_CA`), or empty.
   */
  place: string,
  /**
   * Every date the page states about itself, as written; those of one kind in their order.
   */
  dates: Array<StatedDate>,
  /**
   * The texts of its scripts of structured data (JSON-LD), as written, damaged or not.
   */
  data: Array<string>,
  /**
   * The text, block by block.
   */
  blocks: Array<Block>, };

  /**
   * A date that a page states about itself.
   */
  type StatedDate = {
  /**
   * Where it stood.
   */
  from: DateSource,
  /**
   * The date as written.
   */
  value: string,
  /**
   * For a [`DateSource::Time`], the index of the block it stands in or before; left out elsewhere.
   */
  block?: number, };

  /**
   * Where a page states its date.
   */
  type DateSource = "given" | "meta" | "modified" | "time";

  /**
   * A run of text that stands on its own: a paragraph, a heading, a table cell. What is as most blocks
   * have it may be left out: the message of a long page is a quarter faster for it.
   */
  type Block = {
  /**
   * What kind of element it is; left out for a paragraph.
   */
  role?: Role,
  /**
   * The landmark it stands in.
   */
  zone: Zone,
  /**
   * The text, as its text nodes hold it, unit by unit: a line break is `\n` where readers see one, and a space
   * where they do not.
   */
  text: string,
  /**
   * How many UTF-16 code units of the text are inside links; left out for none.
   */
  linked?: number,
  /**
   * For a cell, the row it belongs to, counted through the page; left out elsewhere.
   */
  row?: number, };

  /**
   * The kind of element a block is.
   */
  type Role = "headline" | "heading" | "paragraph" | "item" | "cell" | "caption" | "quote" | "code";

  /**
   * The landmark a block stands in; the innermost that says something.
   */
  type Zone = "article" | "main" | "body" | "header" | "footer" | "navigation" | "aside" | "other";

  /**
   * Everything that a reader is told of a page.
   */
  type Account = {
  /**
   * The counts shown on top.
   */
  summary: Summary,
  /**
   * The language the page says it is in, where that is not English and nothing was read; else empty.
   */
  foreign: string,
  /**
   * What is to be known before the findings: that the page is itself one of the sources; or empty.
   */
  notice: string,
  /**
   * What was checked within the article: "Within the article: 14 figures, 3 of which could be checked against one
   * another, and they agree."
   */
  inside: string,
  /**
   * With how many other articles the page was compared, or empty.
   */
  beside: string,
  /**
   * Those articles, with what each says of the page's figures.
   */
  story: Array<StoryLine>,
  /**
   * What was found: what cannot all be right within the article first, then in reading order.
   */
  findings: Array<Entry>,
  /**
   * That there are more findings than those; or empty.
   */
  more: string,
  /**
   * That findings are left out by the reader's word; or empty.
   */
  leftOut: string,
  /**
   * The figures that were read and not compared, by the reason.
   */
  passed: Array<PassedLine>,
  /**
   * What the reference set covers; empty where it speaks of figures of the page, though they were not compared.
   */
  covers: Array<string>, };

  /**
   * How many figures were read, and what was found.
   */
  type Summary = {
  /**
   * Figures read in the article.
   */
  read: number,
  /**
   * Findings with [`Level::Warn`]; one error is one finding, in however many places it stands.
   */
  warned: number,
  /**
   * Findings with [`Level::Mark`].
   */
  marked: number,
  /**
   * Findings that every comparable source agrees with.
   */
  supported: number,
  /**
   * Figures that were not compared.
   */
  notCovered: number,
  /**
   * Figures that could be held against one another within the article.
   */
  checked: number, };

  /**
   * A finding in words.
   */
  type Entry = {
  /**
   * Where it stands, in reading order.
   */
  places: Array<Place>,
  /**
   * What stands around the first of them.
   */
  spots: Array<Spot>,
  /**
   * The kind of reason, by a name that stays: `article/weekday`, `sources/one-differs`.
   */
  code: string,
  /**
   * Whether the reader has said that it is right.
   */
  right: boolean,
  /**
   * "7 times on this page", or empty for one place.
   */
  times: string,
  /**
   * How the page shows it.
   */
  level: Level,
  /**
   * Its sign and colour.
   */
  sign: Sign,
  /**
   * The verdict in a few words, for headings: "Against the evidence".
   */
  label: string,
  /**
   * What the figure is about: "Meta's investment in Scale AI", or empty.
   */
  about: string,
  /**
   * Where the places are figures of their own that cannot all be right: what leads from one of them to the others;
   * else empty.
   */
  together: string,
  /**
   * The answer, in one or two plain sentences.
   */
  answer: string,
  /**
   * Who says so, and then the arithmetic.
   */
  evidence: Array<EvidenceLine>,
  /**
   * What else is to be known of the evidence.
   */
  notes: Array<string>, };

  /**
   * Where a figure stands.
   */
  type Place = {
  /**
   * Index of the block in the page.
   */
  block: number,
  /**
   * First UTF-16 code unit of the figure within the block's text.
   */
  start: number,
  /**
   * One past the last.
   */
  end: number,
  /**
   * The figure as the page writes it: the text between `start` and `end`.
   */
  quote: string, };

  /**
   * What stands around a figure of a page, whose text is its blocks with a line break between two of them.
   */
  type Spot = {
  /**
   * How many characters of the page's text stand before it.
   */
  at: number,
  /**
   * The last of them.
   */
  prefix: string,
  /**
   * The characters that follow it.
   */
  suffix: string,
  /**
   * Its sentence, with single spaces; of one that is very long what is near.
   */
  sentence: string, };

  /**
   * The sign beside a finding.
   */
  type Sign = "warn" | "mark" | "supported" | "not-covered";

  /**
   * One value with those who state it, or the arithmetic that gives it.
   */
  type EvidenceLine = {
  /**
   * The value: "$14.3 billion".
   */
  value: string,
  /**
   * Whether it agrees with the page's figure.
   */
  agrees: boolean,
  /**
   * How it stands to the page's figure: "as on this page".
   */
  stand: string,
  /**
   * The arithmetic, for a calculation: "By arithmetic: 49% of $29 billion is about $14.2 billion"; else empty.
   */
  arithmetic: string,
  /**
   * Who states it.
   */
  sources: Array<SourceLine>,
  /**
   * Where it stands on this page, for another figure of it.
   */
  place: Place | null, };

  /**
   * A source as shown.
   */
  type SourceLine = {
  /**
   * Who published it, or what it is and that it does not say who.
   */
  publisher: string,
  /**
   * Its title.
   */
  title: string,
  /**
   * Its date, in the reader's words, or that it has none.
   */
  date: string,
  /**
   * Its address, or empty; it leads to the passage.
   */
  address: string,
  /**
   * The sentence in which it states the figure, where it is known; else empty.
   */
  passage: string, };

  /**
   * Figures that were not compared, for one reason.
   */
  type PassedLine = {
  /**
   * The reason: "The article only supposes it".
   */
  why: string,
  /**
   * How many there are.
   */
  count: number,
  /**
   * The figures as the page writes them, the first of them.
   */
  figures: Array<string>, };

  /**
   * Another article that tells the same story.
   */
  type StoryLine = {
  /**
   * The article; its address leads to its beginning.
   */
  source: SourceLine,
  /**
   * What it says of figures of the page; of none where they cannot be compared.
   */
  says: Array<Said>, };

  /**
   * What another article says of a figure of the page.
   */
  type Said = {
  /**
   * The figure as the page writes it.
   */
  page: string,
  /**
   * What it is about, or empty.
   */
  about: string,
  /**
   * What the other article says.
   */
  value: string,
  /**
   * Whether that agrees with the page.
   */
  agrees: boolean,
  /**
   * The address of the passage that says so, or empty.
   */
  address: string,
  /**
   * The sentence, or empty.
   */
  passage: string, };

  /**
   * How the page shows a finding.
   */
  type Level = "none" | "mark" | "warn";
}
