import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect } from 'chai';
import { type SiteServer, startSite } from './siteServer.ts';

describe('what the browser gets', () => {
  let site: SiteServer;
  let assets: string[];
  before(async () => {
    site = await startSite();
    assets = [...(await site.text('/')).matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map(([, path = '']) => path);
  });
  after(() => site.close());

  it('is compressed as the browser can read it', async () => {
    // fetch unpacks by itself, so that the sizes must tell.
    const size = async (path: string, encoding: string): Promise<number> =>
      Number((await site.get(path, { 'accept-encoding': encoding })).headers.get('content-length'));
    for (const path of ['/', '/directory', ...assets]) {
      const [plain, gzip, br] = [
        await size(path, 'identity'),
        await size(path, 'gzip'),
        await size(path, 'gzip, deflate, br'),
      ];
      expect(gzip, path).to.be.below(plain);
      if (path.startsWith('/assets')) expect(br, path).to.be.below(gzip);
      expect(br, path).to.be.below(plain);
    }
  });

  it('is the same, however it is packed', async () => {
    expect(await (await site.get('/', { 'accept-encoding': 'gzip' })).text()).to.equal(
      await (await site.get('/', { 'accept-encoding': 'br' })).text(),
    );
    for (const [encoding, unpack] of [
      ['br', brotliDecompressSync],
      ['gzip', gunzipSync],
    ] as const) {
      const { createSite } = await import('../../src/web/server/site.ts');
      const { DATA_FOLDER } = await import('../../src/start/loadGuide.ts');
      const { guide } = await import('../conversation.ts');
      const asset = createSite(guide, { PUBLIC_URL: undefined }, DATA_FOLDER).assets.find(assets[0]!)!;
      expect(unpack(await asset.encoded(encoding)!).equals(asset.body)).to.equal(true);
    }
  });

  it('is plain where the browser refuses what we have', async () => {
    const { headers } = await site.get('/', { 'accept-encoding': 'br;q=0, gzip;q=0' });
    expect(headers.get('content-encoding')).to.equal(null);
    expect(headers.get('vary')).to.equal('Accept, Accept-Language, Accept-Encoding');
  });

  it('may be kept: a page for minutes, a file for a year under an address of its content', async () => {
    expect((await site.get('/')).headers.get('cache-control')).to.equal('public, max-age=300');
    expect(assets).not.to.have.length(0);
    for (const path of assets) {
      expect(path).to.match(/^\/assets\/[a-z]+\.[0-9a-f]{12}\.\w+$/);
      expect((await site.get(path)).headers.get('cache-control')).to.equal('public, max-age=31536000, immutable');
    }
  });

  it('is not sent again where the browser has it', async () => {
    const etag = (await site.get('/directory')).headers.get('etag')!;
    const again = await site.get('/directory', { 'if-none-match': etag });
    expect(again.status).to.equal(304);
    expect(await again.text()).to.equal('');
    expect((await site.get('/directory', { 'if-none-match': 'W/"x"' })).status).to.equal(200);
  });

  it('is told without a body where only that is asked', async () => {
    for (const path of ['/', '/directory/europacolon', ...assets]) {
      const response = await site.get(path, {}, 'HEAD');
      expect(response.status, path).to.equal(200);
      expect(await response.text(), path).to.equal('');
    }
    expect((await site.get('/nowhere', {}, 'HEAD')).status).to.equal(404);
  });
});

describe('what search engines get', () => {
  it('is every page, with the address that is set', async () => {
    const site = await startSite(undefined, 'https://guide.example.org/');
    const map = await site.text('/sitemap.xml');
    expect(map).to.include('<loc>https://guide.example.org/directory/europacolon</loc>');
    expect(map.match(/<url>/g)!.length).to.be.above(150);
    expect(await site.text('/robots.txt')).to.include('Sitemap: https://guide.example.org/sitemap.xml');
    expect(await site.text('/privacy')).to.include('<link rel="canonical" href="https://guide.example.org/privacy">');
    await site.close();
  });

  it('is the address of the request where none is set, and never an odd one', async () => {
    const site = await startSite();
    expect(await site.text('/robots.txt')).to.match(/Sitemap: http:\/\/127\.0\.0\.1:\d+\/sitemap\.xml/);
    await site.close();
  });
});
