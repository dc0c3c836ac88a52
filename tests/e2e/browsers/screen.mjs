// A screen of its own for a browser with a window, and a hand at its mouse and keys: for what no driver leads to, as menus.

import { execFile, spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { until } from '../wait.mjs';

const run = promisify(execFile);

/** What it takes, each in Debian's package of that name in lower case. */
const PROGRAMS = ['Xvfb', 'xdotool'];

/** @param {string} program */
const isThere = (program) =>
  (process.env.PATH ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, program), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });

/** What is missing, in a sentence; or false. */
export const MISSING = PROGRAMS.every(isThere) ? false : `${PROGRAMS.filter((one) => !isThere(one)).join(' and ')} missing: the real menu is not pressed`;

/** A screen that nobody sees. */
export class Screen {
  /** @type {import('node:child_process').ChildProcess} */
  #server;
  /** By which programs find it. */
  name;

  /** @param {import('node:child_process').ChildProcess} server @param {string} name */
  constructor(server, name) {
    this.#server = server;
    this.name = name;
  }

  static async start() {
    // The server chooses a number that is free, and tells it.
    const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1280x1000x24', '-nolisten', 'tcp'], { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
    const told = /** @type {import('node:stream').Readable} */ (server.stdio[3]);
    const number = await new Promise((resolve, reject) => {
      told.once('data', resolve);
      server.once('error', reject);
      server.once('exit', () => reject(new Error('Xvfb has ended')));
    });
    return new Screen(server, `:${String(number).trim()}`);
  }

  /** @param {...string} words */
  async #do(...words) {
    const { stdout } = await run('xdotool', words, { env: { ...process.env, DISPLAY: this.name } });
    return stdout.trim();
  }

  /** The windows that are seen, menus too; none while one that was found goes before it was looked at. */
  async #windows() {
    return (await this.#do('search', '--onlyvisible', '--name', '').catch(() => '')).split('\n').filter(Boolean);
  }

  /**
   * Opens the menu at a point of the screen and presses one of its entries.
   * @param {number} x @param {number} y @param {number} fromEnd Which, counted from the last, which is 1.
   */
  async pressInMenu(x, y, fromEnd) {
    const before = await until('the windows', () => this.#windows().then((all) => (all.length > 0 ? all : undefined)));
    await this.#do('mousemove', String(Math.round(x)), String(Math.round(y)), 'click', '3');
    await until('the menu', async () => (await this.#windows()).some((one) => !before.includes(one)));
    await this.#do('key', ...Array.from({ length: fromEnd }, () => 'Up'), 'Return');
    await until('the menu closed', async () => {
      const now = await this.#windows();
      return now.length > 0 && now.every((one) => before.includes(one));
    });
  }

  /** Opens a private window with a page. @param {string} url @param {string} title The page's. */
  async openPrivate(url, title) {
    await this.#do('key', 'ctrl+shift+n');
    await this.#untilNamed('New Incognito Tab');
    await this.#do('key', 'ctrl+l');
    await this.#do('type', url);
    await this.#do('key', 'Return');
    await this.#untilNamed(title);
  }

  /** @param {string} title */
  async #untilNamed(title) {
    await until(`the window “${title}”`, async () => {
      const names = await Promise.all((await this.#windows()).map((one) => this.#do('getwindowname', one).catch(() => '')));
      return names.some((name) => name.startsWith(title));
    });
  }

  async stop() {
    const ended = new Promise((resolve) => this.#server.once('exit', resolve));
    this.#server.kill();
    await ended;
  }
}
