import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { type OutgoingHttpHeaders, request } from 'node:http';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect } from 'chai';
import { Connection } from '../fuzz/connection.ts';
import { type Folders, makeFolders, type Program, startProgram } from '../fuzz/program.ts';
import { written } from '../fuzz/rawRequest.ts';

const NGINX = ['/usr/sbin/nginx', '/usr/bin/nginx', '/usr/local/sbin/nginx'].find((file) => existsSync(file));
/** Stands in what visitors type and look for; no log may hold it. */
const TYPED = 'zqtyped';
const ADDRESSES = ['127.0.0.2', '127.0.0.3', '127.0.0.4'] as const;
const PATIENCE = 10_000;

interface Answer {
  readonly status: number;
  readonly headers: OutgoingHttpHeaders;
  readonly body: string;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const port = (server.address() as { port: number }).port;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** The block of docs/website.md with this test's ports and folders, and without TLS. */
function documented(listen: number, program: number, folder: string): string {
  const text = readFileSync(new URL('../../docs/website.md', import.meta.url), 'utf8');
  const block = /^```nginx\n([\s\S]*?)^```$/m.exec(text)?.[1] ?? '';
  const put = (from: string | RegExp, to: string, within: string): string => {
    expect(within).to.match(typeof from === 'string' ? new RegExp(from) : from);
    return within.replaceAll(from instanceof RegExp ? new RegExp(from, 'g') : from, to);
  };
  const withPorts = put(
    'listen 443 ssl',
    `listen 127.0.0.1:${listen}`,
    put('127.0.0.1:3978', `127.0.0.1:${program}`, block),
  );
  return put('/var/log/nginx', folder, put(/ *ssl_certificate.*\n/, '', withPorts));
}

function everyFile(folder: string): string {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'))
    .join('\n');
}

describe('nginx in front, as docs/website.md has it', function () {
  this.timeout(60_000);
  let folders: Folders;
  let program: Program;
  let nginx: ChildProcess;
  let port: number;
  let folder: string;
  let printed = '';

  before(async function () {
    if (!NGINX && !process.env.REQUIRE_ALL) return this.skip();
    expect(NGINX, 'nginx is not installed').to.be.a('string');
    folders = makeFolders();
    program = await startProgram(folders, { PUBLIC_URL: 'https://guide.example.org' });
    port = await freePort();
    folder = join(folders.root, 'nginx');
    for (const name of ['', 'bodies', 'answers', 'other']) mkdirSync(join(folder, name));
    // What a distribution's nginx.conf brings along, with its usual logs.
    const paths = ['fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path other/${name};`).join(' ');
    writeFileSync(
      join(folder, 'nginx.conf'),
      `daemon off; pid nginx.pid; worker_processes 1; error_log error.log info; events { worker_connections 512; }
http { access_log access.log; client_body_temp_path bodies; proxy_temp_path answers; ${paths}
${documented(port, program.port, folder)}}`,
    );
    const options = ['-p', `${folder}/`, '-e', join(folder, 'error.log'), '-c', join(folder, 'nginx.conf')];
    const check = spawnSync(NGINX!, [...options, '-t'], { encoding: 'utf8' });
    expect(check.status, check.stderr).to.equal(0);
    nginx = spawn(NGINX!, options, { stdio: 'ignore' });
    for (let tries = 0; tries < 200; tries++) {
      if (
        await ask('/healthz').then(
          ({ status }) => status === 200,
          () => false,
        )
      )
        return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`nginx does not answer: ${everyFile(folder)}`);
  });
  after(async () => {
    if (!folders) return;
    if (nginx && nginx.exitCode === null) {
      const gone = new Promise((resolve) => nginx.once('exit', resolve));
      nginx.kill('SIGTERM');
      await gone;
    }
    await program?.stop();
    folders.remove();
  });

  function ask(path: string, body?: string, type = 'application/json', localAddress = '127.0.0.1'): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const headers = {
        host: 'guide.example.org',
        accept: 'text/html',
        ...(body !== undefined && { 'content-type': type }),
      };
      const method = body === undefined ? 'GET' : 'POST';
      const sent = request(
        { host: '127.0.0.1', port, path, method, headers, localAddress, agent: false },
        (response) => {
          let text = '';
          response.setEncoding('utf8').on('data', (part) => {
            text += part;
          });
          response.on('end', () =>
            resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }),
          );
        },
      );
      sent.on('error', reject).end(body);
    });
  }
  const say = (text: string, localAddress?: string) =>
    ask('/api/chat', JSON.stringify({ activity: { type: 'message', text }, token: null }), undefined, localAddress);

  it('shows the pages, the chat in both its forms, and the line for other sites', async () => {
    const page = await ask('/directory?q=breast');
    expect(page.status).to.equal(200);
    expect(page.body).to.contain('<h1');
    expect(page.headers['strict-transport-security']).to.equal('max-age=31536000');
    expect((await ask('/embed.js')).status).to.equal(200);
    const answer = await say(`breast cancer ${TYPED}`);
    expect(answer.status).to.equal(200);
    expect(JSON.parse(answer.body).token).to.be.a('string');
    const form = await ask('/chat', `text=lung+cancer+${TYPED}`, 'application/x-www-form-urlencoded');
    expect(form.status).to.equal(200);
    expect(form.body).to.contain('lung cancer');
  });

  it('counts each visitor by their own address, whatever they say of it', async () => {
    const [greedy, quiet] = ADDRESSES;
    const statuses = new Set<number>();
    for (let sent = 0; sent < 300 && !statuses.has(429); sent += 20)
      for (const { status } of await Promise.all(Array.from({ length: 20 }, () => say('hello', greedy))))
        statuses.add(status);
    expect([...statuses]).to.include(429);
    expect((await say('hello', quiet)).status).to.equal(200);
  });

  it('lets a request that ends its connection end no other', async () => {
    const type = ['Content-Type', 'application/json'] as const;
    const host = ['Host', 'guide.example.org'] as const;
    const broken = [
      Buffer.from(`GET /directory?q=${TYPED} HTTP/1.1\r\nHost: a b\r\n\r\n`),
      Buffer.from(`\x16\x03\x01${TYPED}\r\n\r\n`),
      written('POST', '/api/chat', [host, type, ['Content-Encoding', 'gzip'], ['Content-Length', '1']], 'x'),
      written('POST', '/api/messages', [host, type, ['Content-Encoding', 'deflate'], ['Content-Length', '1']], 'x'),
      written('POST', '/chat', [host, type, ['Transfer-Encoding', 'chunked']], `5\r\n${TYPED}\r\nzz`),
      written('POST', '/api/chat', [host, type, ['Content-Length', '300000']], TYPED.repeat(50)),
      written('POST', `/directory?q=${TYPED}`, [host, type, ['Content-Length', '50'], ['Content-Length', '7']], TYPED),
    ];
    const bomb = gzipSync(Buffer.alloc(8 * 1024 * 1024, ' '));
    const length = ['Content-Length', String(bomb.length)] as const;
    broken.push(written('POST', '/api/chat', [host, type, ['Content-Encoding', 'gzip'], length], bomb));
    const others = Array.from({ length: 20 }, () => say(`breast cancer ${TYPED}`, ADDRESSES[2]));
    const outcomes = await Promise.all(
      broken.map((bytes) =>
        new Connection(port, '127.0.0.1').send({ kind: 'broken', method: 'POST', bytes, end: 'answered' }, PATIENCE),
      ),
    );
    expect(outcomes.flatMap(({ statuses }) => statuses).filter((status) => status >= 500)).to.deep.equal([]);
    expect((await Promise.all(others)).map(({ status }) => status)).to.deep.equal(others.map(() => 200));
    expect(program.ended()).to.equal(null);
  });

  it('writes nothing that is typed into a file, however long it is', async () => {
    const before = readdirSync(folder, { recursive: true }).length;
    await ask('/api/chat', JSON.stringify({ activity: { type: 'message', text: TYPED.repeat(30_000) }, token: null }));
    expect(readdirSync(folder, { recursive: true }).length).to.equal(before);
    expect(everyFile(folder)).not.to.contain('temporary file');
  });

  it('tells a visitor kindly, with a number to call, while the program is down, and goes on when it is back', async () => {
    await program.stop('SIGKILL');
    const page = await ask(`/directory?q=${TYPED}`, undefined, undefined, ADDRESSES[1]);
    expect(page.status).to.equal(503);
    expect(page.headers['content-type']).to.equal('text/html; charset=utf-8');
    expect(page.headers['cache-control']).to.equal('no-store');
    expect(page.body).to.contain('href="tel:112"').and.to.contain('</h1>');
    for (const language of ['de', 'es', 'fr', 'it', 'nl', 'pl', 'pt'])
      expect(page.body).to.contain(`<p lang="${language}">`);
    expect((await say(TYPED, ADDRESSES[1])).status).to.equal(503);
    expect((await ask('/chat', `text=${TYPED}`, 'application/x-www-form-urlencoded')).status).to.equal(503);
    printed += program.printed();
    program = await startProgram(folders, { PORT: String(program.port) });
    expect((await say(TYPED, ADDRESSES[1])).status).to.equal(200);
  });

  it('leaves in no log what was typed, what was looked for, or from where', () => {
    const logs = everyFile(folder).replace(readFileSync(join(folder, 'nginx.conf'), 'latin1'), '');
    expect(logs).to.match(/ POST 200 /);
    expect(logs).to.match(/ GET 503 /);
    const all = `${logs}\n${printed}${program.printed()}`;
    for (const secret of [TYPED, 'breast', 'lung', ...ADDRESSES]) expect(all).not.to.contain(secret);
    expect(everyFile(folders.data)).not.to.contain(TYPED);
  });
});
