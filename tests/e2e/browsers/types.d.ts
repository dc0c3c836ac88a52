// What both browser drivers offer to the tests: the real toolbar button, the real popup, the page as its
// own scripts see it, and the card, which no page script can reach.

export type BrowserName = 'chromium' | 'firefox';

export interface LaunchOptions {
  /** Folder of the unpacked extension. */
  extension: string;
  /** Whether to run without a window; true unless said otherwise. */
  headless?: boolean;
  /** The X display on which it has its window; Chromium alone knows it. */
  screen?: string;
  /** Whether to keep a log of the network, for what `close` gives; true unless said otherwise. */
  log?: boolean;
  /**
   * Folder of a reader's profile, which stays when the browser ends, with the extension installed in it for good; one that
   * goes with the browser unless said otherwise.
   */
  profile?: string;
  /** Settings of the browser itself, for what has to go wrong: arguments of Chromium, preferences of Firefox. */
  settings?: Settings;
}

export interface Settings {
  chromium?: string[];
  firefox?: Record<string, string | number | boolean>;
}

/** A document that functions can be evaluated in; they and their values travel as source text and JSON. */
export interface Document {
  evaluate<Arguments extends unknown[], Value>(
    work: (...args: Arguments) => Value,
    ...args: Arguments
  ): Promise<Awaited<Value>>;
  /** Presses a key or a chord such as `Shift+Tab` where the focus is. */
  press(chord: string): Promise<void>;
  /** PNG. */
  screenshot(): Promise<Buffer>;
}

export interface Popup extends Document {
  close(): Promise<void>;
  isOpen(): Promise<boolean>;
}

export interface DrivenBrowser extends Document {
  name: BrowserName;
  /** Name and version as the browser states them. */
  version: string;
  /** The address of the page that the extension opened when it was installed, which is closed again; empty when it was installed before. */
  greeting: string;
  /** The folder in which downloads are put; made with the first. */
  downloads: string;
  /** Goes to an address in the one tab and waits until it has loaded. */
  open(url: string): Promise<void>;
  /** Clicks the extension's button in the toolbar; the popup is open when this is done. */
  clickToolbarButton(): Promise<Popup>;
  /** Opens the side panel with the button of an open popup, which goes; the panel is open when this is done. */
  openPanel(popup: Popup): Promise<Popup>;
  /** Opens another tab at an address, and goes on in that. */
  openTab(url: string): Promise<void>;
  /** Shows the tab of this number, in the order in which they were opened, and goes on in that. */
  showTab(number: number): Promise<void>;
  /** The number of the tab that the reader looks at. */
  shownTab(): Promise<number>;
  /** Closes every tab but the first, and goes on in that. */
  closeTabs(): Promise<void>;
  /** Chooses the entry of that name from the context menu at a point of the viewport. */
  chooseFromMenu(x: number, y: number, entry: string): Promise<void>;
  /** The address of the tab that was opened beside ours, once it is there; it is closed again. */
  openedBeside(): Promise<string>;
  /** Opens a page of the extension, such as `options.html`, in the tab. */
  openExtensionPage(path: string): Promise<void>;
  /**
   * Has the browser grant a site without its question, which stands outside every page, when the extension asks for it.
   * @param pattern The site as a match pattern.
   */
  answerInAdvance(pattern: string): Promise<void>;
  /** Takes a site back, as the reader does in the browser's own settings. */
  takeBack(pattern: string): Promise<void>;
  /** Does what the browser does when the reader presses a command's keys. */
  command(name: string): Promise<void>;
  /** Commands and their keys as the browser has registered them. */
  commands(): Promise<Record<string, string>>;
  /** The text on the toolbar button for the tab. */
  badge(): Promise<string>;
  /** Gives the page a window of this many pixels. */
  resize(width: number, height: number): Promise<void>;
  /** Whether the reader has chosen the colours of everything, whatever pages say. */
  forceColours(forced: boolean): Promise<void>;
  /** Whether the reader wants everything dark. */
  darken(dark: boolean): Promise<void>;
  /** Moves the pointer, in pixels of the viewport. */
  hover(x: number, y: number): Promise<void>;
  click(x: number, y: number): Promise<void>;
  /** Evaluates in the closed shadow root of the card; undefined when no card is in the document. */
  inCard<Arguments extends unknown[], Value>(
    work: (root: ShadowRoot, ...args: Arguments) => Value,
    ...args: Arguments
  ): Promise<Awaited<Value> | undefined>;
  /** Roles and names that assistive technology is told, in order. */
  accessibleNodes(): Promise<AccessibleNode[]>;
  /**
   * How many bytes the background takes: in Chromium its heap with what stands outside of it and the engine's memory, in
   * Firefox the process of the extension, with all that Firefox keeps there.
   */
  memory(): Promise<number>;
  /** Opens a tab in a private window, which the extension may see into, and goes on in that; Chromium cannot be driven there. */
  openPrivate(url: string): Promise<void>;
  /** Forces the background to stop, as the browser may at any moment. */
  stopBackground(): Promise<void>;
  /**
   * Lets the extension store no more than so many bytes, as long as it has no permission for more; Firefox is told by a
   * preference at its start.
   */
  limitStorage(bytes: number): Promise<void>;
  /** Puts the extension in place of itself, as an update does; pages stay open. */
  update(): Promise<void>;
  /** Prints the page to nowhere. */
  print(): Promise<void>;
  /** Settles when the reader closes the browser. */
  closedByUser(): Promise<void>;
  /** Ends the browser and gives every address of the network that was asked for while it ran. */
  close(): Promise<NetworkRequest[]>;
}

export interface AccessibleNode {
  role: string;
  name: string;
}

export interface NetworkRequest {
  url: string;
  /** Origin on whose behalf it went out, as the browser states it. */
  initiator: string;
}
