// The parts of the content script find one another here. They are classic scripts that share one
// global object, which the page cannot see; each is brought in again with every check and keeps
// what is there already.

/** A stretch of a block's text and where it stands. */
interface TextPiece {
  /** The text node; `null` for a line break element. */
  node: Text | null;
  /** First UTF-16 code unit within the block's text. */
  start: number;
  length: number;
}

/** A page as read, with the way back from its blocks to the document. */
interface Reading {
  /** Every block of the page. */
  blocks: Plumbline.Block[];
  /** The page with those of its blocks that were not handed over while it was read. */
  last: Plumbline.Page;
  /** For each block, its pieces in order. */
  pieces: TextPiece[][];
}

/** A finding and where its figure stands in the document. */
interface Place {
  report: Plumbline.Report;
  /** Index in the report's findings. */
  index: number;
  finding: Plumbline.Finding;
  range: Range;
  /** What the text nodes under the range must hold, character by character, for the mark to stay. */
  text: string;
}

/** What names say in HTML: data for the reader, each explained where it is written from. */
interface ElementTables {
  /** Roles by the name of the element. */
  roles: Map<string, Plumbline.Role>;
  /** Landmarks by the name of the element. */
  zones: Map<string, Plumbline.Zone>;
  /** Landmarks by the value of the `role` attribute. */
  landmarks: Map<string, Plumbline.Zone>;
  /** Ids and classes of what is beside the article. */
  asides: RegExp;
  /** Values of `itemprop` that mark the body of an article. */
  bodies: RegExp;
  skipped: Set<string>;
  inline: Set<string>;
  /** Selectors of the `meta` elements that state when a page was published, best first. */
  metas: string[];
  /** Selector of the elements that state it with `datetime`. */
  times: string;
  /** Kinds of JSON-LD data that are articles. */
  types: RegExp;
}

interface Marks {
  /** Draws a report on the reading it was made from, in place of what was drawn before. */
  draw(report: Plumbline.Report, reading: Reading): void;
  /** Takes away every mark whose text has changed; says whether any has. */
  verify(): boolean;
  /** Keeps what is drawn now as what the popup lists, and later refers to. */
  list(): void;
  /** Shows none of the marks, or all of them again. */
  hide(wish: boolean): void;
  /** Where the figure of a finding that the popup lists stands now, if it does. */
  listed(index: number): Place | undefined;
  /** What stands now for a place of an earlier report: the same figure, be it in new nodes. */
  find(earlier: Place): Place | undefined;
  /** Whether two places, of whichever reports, are of one figure. */
  same(one: Place | undefined, other: Place | undefined): boolean;
  /** Whether a place's figure is still there. */
  stands(place: Place): boolean;
  /** All that a reader is told of a finding, to compare. */
  words(finding: Plumbline.Finding): string;
  /** The drawn places in reading order, verified. */
  drawn(): Place[];
  /** The drawn place under a point of the viewport. */
  at(x: number, y: number): Place | undefined;
  /** Sets the figure that is being shown apart, or none. */
  here(place: Place | undefined): void;
  /** Whether anything stands. */
  standing(): boolean;
}

interface Card {
  /** Opens the card at a place; `focus` when the keyboard asked for it, `keep` when a click did. */
  open(place: Place, focus: boolean, keep?: boolean): void;
  close(): void;
  /** The marks were drawn anew: stays with its figure, or goes where that is gone. */
  follow(): void;
  /** Whether it stays when the pointer leaves. */
  keeps(): boolean;
  /** The place it is open at. */
  shown(): Place | undefined;
  /** Whether an event happened on the card. */
  holds(event: Event): boolean;
  /** Whether a node is the card's own. */
  isHost(node: Node): boolean;
}

interface Tab {
  /** Moves the focus to what can take it after a range, or before it; says whether there is anything. */
  goOn(range: Range, back: boolean): boolean;
  /** Has the next Tab go on from a range, unless the focus goes elsewhere meanwhile. */
  from(range: Range): void;
}

interface Note {
  /** Says something in a line that goes again by itself. */
  say(text: string): void;
  /** Whether a node is the line's own. */
  isHost(node: Node): boolean;
}

interface Watch {
  /** Watches the document for changes from now on; harmless when it is watching already. */
  start(): void;
  /** A check is over: whether it found other than the one before, and how long it took in milliseconds. */
  settled(changed: boolean, took: number): void;
}

interface Parts {
  elements?: ElementTables;
  statedDates?: () => Plumbline.StatedDate[];
  /** Reads the page; `handOver` is given the blocks, some at a time, except the last. */
  read?: (handOver?: (blocks: Plumbline.Block[]) => void) => Reading;
  marks?: Marks;
  cardStyle?: string;
  tab?: Tab;
  note?: Note;
  card?: Card;
  watch?: Watch;
  /** Checks the page: because the reader has `asked`, or if it has changed since it was last checked. */
  check?: (asked: boolean) => Promise<Plumbline.Outcome>;
}

declare var plumbline: Parts;
