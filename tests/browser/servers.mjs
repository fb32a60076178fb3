// What the browser tests talk to: the site, host pages with the policies of their platforms, and a trap.
import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { createServer as createTcp } from 'node:net';
import { createSocket } from 'node:dgram';
import { extname, join, normalize, sep } from 'node:path';

const TYPES = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8',
  '.json': 'application/json', '.svg': 'image/svg+xml', '.txt': 'text/plain; charset=utf-8',
};

function listen(server, address = '127.0.0.1') {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, address, () => resolve(server.address().port));
  });
}

/** Serves a folder; `pages` are further addresses with their own headers: `{ '/x': { body, headers } }`. */
export async function site(folder, pages = {}) {
  const seen = [];
  const server = createServer((request, response) => {
    seen.push(request.url);
    const path = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
    const page = pages[path];
    if (page) {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...(page.headers ?? {}) });
      response.end(page.body);
      return;
    }
    const file = normalize(join(folder, path.endsWith('/') ? `${path}index.html` : path));
    if (!file.startsWith(folder + sep) || !existsSync(file) || !statSync(file).isFile()) {
      response.writeHead(404).end('not here');
      return;
    }
    response.writeHead(200, {
      'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
      // What a static host has to send for the script of the element to be usable with an integrity hash.
      'access-control-allow-origin': '*',
      'cache-control': 'no-store',
    });
    createReadStream(file).pipe(response);
  });
  const port = await listen(server);
  return {
    port,
    url: (path = '/') => `http://127.0.0.1:${port}${path}`,
    pages,
    seen,
    text: (path) => readFileSync(join(folder, path), 'utf8'),
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** Counts whatever arrives, by TCP connection and by datagram: a connection alone is already a hit. */
export async function trap() {
  const hits = [];
  const tcp = createTcp((socket) => {
    const hit = { sort: 'tcp', host: Number(socket.localAddress.split('.').at(-1)), text: '' };
    hits.push(hit);
    socket.on('data', (data) => {
      hit.text += data.toString('latin1').slice(0, 400);
      socket.end('HTTP/1.1 204 No Content\r\nAccess-Control-Allow-Origin: *\r\nConnection: close\r\n\r\n');
    });
    socket.on('error', () => {});
  });
  // All of 127.0.0.0/8 is this machine.
  const port = await listen(tcp, '0.0.0.0');
  const udp = createSocket('udp4', (message) => hits.push({ sort: 'udp', host: 0, text: message.toString('latin1').slice(0, 80) }));
  await new Promise((resolve) => udp.bind(port, '0.0.0.0', resolve));
  return {
    port,
    hits,
    /** What arrived since the last call. */
    take: () => hits.splice(0),
    close: () => {
      tcp.close();
      udp.close();
    },
  };
}
