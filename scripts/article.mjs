// Serves the demo article, on this machine only.

import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';

const ARTICLE = readFileSync(new URL('../demo/article.html', import.meta.url));

/** @returns {Promise<{ url: string, close: () => void }>} */
export async function serveArticle() {
  const server = createServer((request, response) => {
    if (request.url !== '/') response.writeHead(404).end();
    else response.setHeader('Content-Type', 'text/html; charset=utf-8').end(ARTICLE);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const address = server.address();
  if (!address || typeof address === 'string') throw new Error('no port is free');
  return {
    url: `http://127.0.0.1:${address.port}/`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
