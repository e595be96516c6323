import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { runPackageCommand } from '../../src/teamsPackage/packageCommand.ts';
import { DATA, ENVIRONMENT } from './parts.ts';

describe('npm run teams:package', () => {
  let folder = '';
  let zipFile = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'teams-'));
    zipFile = join(folder, 'dist', 'teams-app.zip');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  function run(environment: Record<string, string | undefined>): { code: number; said: string } {
    const lines: string[] = [];
    const code = runPackageCommand(environment, { dataFolder: DATA, zipFile }, (line) => lines.push(line));
    return { code, said: lines.join('\n') };
  }

  it('builds the package', () => {
    const { code, said } = run(ENVIRONMENT);
    expect(code).to.equal(0);
    expect(said).to.include('Cancer Support Guide 1.0.0');
    expect(existsSync(zipFile)).to.equal(true);
  });

  it('names every missing setting at once', () => {
    const { code, said } = run({});
    expect(code).to.equal(1);
    for (const name of Object.keys(ENVIRONMENT)) expect(said).to.include(`- ${name} is missing: set `);
  });

  for (const name of Object.keys(ENVIRONMENT)) {
    it(`names ${name} alone where only that is missing or empty`, () => {
      for (const value of [undefined, '']) {
        const { code, said } = run({ ...ENVIRONMENT, [name]: value });
        expect(code).to.equal(1);
        expect(said.match(/^- \w+/gm)).to.deep.equal([`- ${name}`]);
      }
    });
  }

  const wrong: [string, string, string][] = [
    ['MicrosoftAppId', 'guide', 'client'],
    ['MicrosoftAppId', '00000000-0000-0000-0000-000000000000', 'client'],
    ['PUBLIC_URL', 'guide.example.org', 'https://'],
    ['PUBLIC_URL', 'http://guide.example.org', 'https://'],
    ['PUBLIC_URL', 'https://localhost:3978', 'on the internet'],
    ['PUBLIC_URL', 'https://guide', 'on the internet'],
    ['PUBLIC_URL', 'https://127.0.0.1', 'on the internet'],
    ['PUBLIC_URL', 'https://2130706433', 'on the internet'],
    ['PUBLIC_URL', 'https://[::1]/', 'on the internet'],
    ['PUBLIC_URL', 'https://192.0.2.7', 'on the internet'],
    ['PUBLIC_URL', 'https://guide.azurewebsites.net', 'azurewebsites.net'],
    ['PUBLIC_URL', 'https://GUIDE.AzureWebsites.net.', 'azurewebsites.net'],
    ['PUBLIC_URL', 'https://guide.example.org/?a=1', 'plain address'],
    ['SOCIETY_NAME', ' ', 'a name'],
    ['SOCIETY_NAME', 'A society whose name is far too long', '32'],
    ['SOCIETY_URL', 'http://example.org', 'https://'],
    ['MicrosoftAppType', 'Tenant', 'SingleTenant'],
  ];
  for (const [name, value, remedy] of wrong) {
    it(`refuses ${name}=${value}`, () => {
      const { code, said } = run({ ...ENVIRONMENT, [name]: value });
      expect(code).to.equal(1);
      expect(said.match(/^- .*$/gm)).to.have.length(1);
      expect(said).to.include(`- ${name} `).and.to.include(remedy);
    });
  }

  it('leaves no package behind where something is wrong, not even an older one', () => {
    run(ENVIRONMENT);
    expect(existsSync(zipFile)).to.equal(true);
    run({ ...ENVIRONMENT, PUBLIC_URL: 'https://localhost' });
    expect(existsSync(zipFile)).to.equal(false);
  });

  it('takes a host that only looks like azurewebsites.net', () => {
    expect(run({ ...ENVIRONMENT, PUBLIC_URL: 'https://myazurewebsites.net' }).said).not.to.match(/^- PUBLIC_URL/m);
  });

  it('needs no password', () => {
    expect(run({ ...ENVIRONMENT, MicrosoftAppPassword: '' }).code).to.equal(0);
  });
});
