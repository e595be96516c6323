import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { ConfigError, readConfig, settings } from '../src/config.ts';

describe('the settings', () => {
  it('are complete without any environment', () => {
    expect(readConfig({})).to.include({ PORT: 3978, HOST: '127.0.0.1' });
  });

  it('are those of .env.example, with the same defaults', () => {
    const lines = readFileSync(new URL('../.env.example', import.meta.url), 'utf8').split('\n');
    const example = Object.fromEntries(
      lines
        .filter((line) => /^\w+=/.test(line))
        .map((line) => [line.split('=')[0]!, line.slice(line.indexOf('=') + 1)]),
    );
    expect(Object.keys(example).sort()).to.deep.equal(Object.keys(settings.shape).sort());
    expect(readConfig(example)).to.deep.equal(
      readConfig(Object.fromEntries(Object.keys(example).map((name) => [name, example[name] === '' ? '' : undefined]))),
    );
  });

  it('name every faulty variable and its remedy', () => {
    expect(() => readConfig({ PORT: 'x', MicrosoftAppId: 'y' })).to.throw(
      ConfigError,
      /PORT must be a number[\s\S]*MicrosoftAppId must be the application id/,
    );
  });

  it('ask for the password and the tenant of an application', () => {
    const id = '00000000-0000-4000-8000-000000000000';
    expect(() => readConfig({ MicrosoftAppId: id })).to.throw(
      ConfigError,
      /MicrosoftAppPassword is missing[\s\S]*MicrosoftAppTenantId is missing/,
    );
  });

  it('take a managed identity without a password, and refuse one with it', () => {
    const app = {
      MicrosoftAppId: '11111111-2222-3333-4444-555555555555',
      MicrosoftAppType: 'UserAssignedMSI',
      MicrosoftAppTenantId: 't',
    };
    expect(readConfig(app).MicrosoftAppType).to.equal('UserAssignedMSI');
    expect(() => readConfig({ ...app, MicrosoftAppPassword: 'p' })).to.throw(
      ConfigError,
      /MicrosoftAppPassword must be empty/,
    );
  });

  it('take the origins of sites that may show the chat, and no more than that', () => {
    expect(readConfig({}).ALLOWED_ORIGINS).to.deep.equal([]);
    expect(
      readConfig({
        ALLOWED_ORIGINS: ' https://www.Example.org/, https://krebs-hölle.example:8443 ,http://localhost:8080',
      }).ALLOWED_ORIGINS,
    ).to.deep.equal(['https://www.example.org', 'https://xn--krebs-hlle-kcb.example:8443', 'http://localhost:8080']);
    for (const wrong of [
      '*',
      'https://*.example.org',
      'https://example.org/path',
      'http://example.org',
      'example.org',
      'https://user@example.org',
      "https://a;script-src'*'",
      'https://a b',
      'null',
    ])
      expect(() => readConfig({ ALLOWED_ORIGINS: `https://ok.example,${wrong}` }), wrong).to.throw(
        ConfigError,
        /ALLOWED_ORIGINS cannot use ".*": write the beginning of each site's address/,
      );
  });

  it('take a setting without a value for one that is not set', () => {
    const empty = Object.fromEntries(
      ['PORT', 'HOST', 'DATA_DIR', 'TRUSTED_PROXIES', 'LOCAL_BOT_PORTS', 'MicrosoftAppType'].map((name) => [name, ' ']),
    );
    expect(readConfig(empty)).to.deep.equal(readConfig({}));
    expect(readConfig({ PORT: '' }).PORT).to.equal(3978);
  });

  it('take a port in digits, 0 for any free one, and nothing else', () => {
    expect(readConfig({ PORT: '0' }).PORT).to.equal(0);
    for (const wrong of ['65536', '-1', '0x10', '1e3', '80 80', '3978.5'])
      expect(() => readConfig({ PORT: wrong }), wrong).to.throw(ConfigError, /PORT must be a number such as 3978/);
  });

  it('take random keys, and refuse keys that can be guessed', () => {
    const inBase64 = (make: (place: number) => number): string =>
      Buffer.from(Array.from({ length: 32 }, (_, place) => make(place) & 255)).toString('base64');
    for (let round = 0; round < 1000; round += 1) {
      const key = randomBytes(32);
      expect(readConfig({ SEAL_KEYS: key.toString('base64') }).SEAL_KEYS).to.equal(key.toString('base64'));
      expect(readConfig({ SEAL_KEYS: key.toString('base64url') })).to.have.property('SEAL_KEYS');
    }
    const good = randomBytes(32).toString('base64');
    const half = randomBytes(16);
    const guessed = [
      inBase64(() => 0),
      inBase64(() => 0x5a),
      inBase64((place) => place),
      inBase64((place) => 250 - 3 * place),
      inBase64((place) => place % 4),
      Buffer.concat([half, half]).toString('base64'),
      Buffer.from('correct horse battery staple 123').toString('base64'),
    ];
    for (const key of guessed)
      for (const keys of [key, `${good},${key}`])
        expect(() => readConfig({ SEAL_KEYS: keys }), key).to.throw(
          ConfigError,
          /SEAL_KEYS has a key that can be guessed: .* make one with "openssl rand -base64 32"/,
        );
    for (const wrong of ['x', `${good},`, `${good.slice(0, 20)}!${good.slice(20)}`, good.slice(4)])
      expect(() => readConfig({ SEAL_KEYS: wrong }), wrong).to.throw(
        ConfigError,
        /SEAL_KEYS has a key that (?:is|has) /,
      );
  });

  it('take the proxies that are believed, by address or by network, but not the whole world', () => {
    expect(readConfig({}).TRUSTED_PROXIES).to.deep.equal(['127.0.0.0/8', '::1']);
    expect(readConfig({ TRUSTED_PROXIES: ' 10.0.0.7, 172.18.0.0/16,fd00::/64 ' }).TRUSTED_PROXIES).to.deep.equal([
      '10.0.0.7',
      '172.18.0.0/16',
      'fd00::/64',
    ]);
    for (const wrong of [
      'nginx',
      '0.0.0.0/0',
      '::/0',
      '10.0.0.0/33',
      '10.0.0.0/',
      '10.0.0/8',
      '10.0.0.1:80',
      'fe80::1%eth0',
    ])
      expect(() => readConfig({ TRUSTED_PROXIES: `10.0.0.7,${wrong}` }), wrong).to.throw(
        ConfigError,
        `TRUSTED_PROXIES cannot use "${wrong}": write the addresses of your proxies`,
      );
  });

  it('take the ports of the Playground and the Emulator', () => {
    expect(readConfig({}).LOCAL_BOT_PORTS).to.deep.equal([56150]);
    expect(readConfig({ LOCAL_BOT_PORTS: '56150, 52885' }).LOCAL_BOT_PORTS).to.deep.equal([56150, 52885]);
    for (const wrong of ['x', '0', '70000', '1-9'])
      expect(() => readConfig({ LOCAL_BOT_PORTS: wrong }), wrong).to.throw(
        ConfigError,
        /LOCAL_BOT_PORTS must be ports/,
      );
  });

  /** For each setting what cannot be used, and the sentence about it; none where any text can. */
  const BROKEN: Readonly<Record<keyof typeof settings.shape, readonly [wrong: string, sentence: RegExp] | 'any text'>> =
    {
      PORT: ['70000', /^- PORT /m],
      HOST: 'any text',
      TRUSTED_PROXIES: ['nginx', /^- TRUSTED_PROXIES cannot use "nginx": write the addresses of your proxies/m],
      LOCAL_BOT_PORTS: ['x', /^- LOCAL_BOT_PORTS must be ports/m],
      DATA_DIR: 'any text',
      MicrosoftAppId: ['my-app', /^- MicrosoftAppId must be the application id, such as /m],
      MicrosoftAppPassword: 'any text',
      MicrosoftAppType: ['Multi', /^- MicrosoftAppType must be SingleTenant, UserAssignedMSI or MultiTenant$/m],
      MicrosoftAppTenantId: 'any text',
      PUBLIC_URL: ['guide.example.org', /^- PUBLIC_URL must be a web address such as https/m],
      SEAL_KEYS: ['short', /^- SEAL_KEYS has a key that has 3 bytes instead of 32: .*: make one with "openssl/m],
      ALLOWED_ORIGINS: ['*', /^- ALLOWED_ORIGINS cannot use "\*": write the beginning of each site's address/m],
      DIRECTORY_LISTS: ['all', /^- DIRECTORY_LISTS must be "society", "wider" or "society,wider"$/m],
      SOCIETY_NAME: 'any text',
      SOCIETY_URL: ['www.example.org', /^- SOCIETY_URL must be a web address such as https/m],
      SOCIETY_EMAIL: ['info', /^- SOCIETY_EMAIL must be an e-mail address$/m],
      SOCIETY_PHONE: ['call us', /^- SOCIETY_PHONE must be a phone number: digits/m],
    };

  it('each refuse what cannot be used, in a sentence with the variable and the remedy', () => {
    expect(Object.keys(BROKEN).sort(), 'every setting has a broken example').to.deep.equal(
      Object.keys(settings.shape).sort(),
    );
    for (const [name, broken] of Object.entries(BROKEN)) {
      if (broken === 'any text') continue;
      const [wrong, sentence] = broken;
      const read = () => readConfig({ [name]: wrong });
      expect(read, name).to.throw(ConfigError, sentence);
      expect(read, name).to.throw(/Set them in the environment or in \.env; \.env\.example explains each\.$/);
      expect(read, name).to.not.throw(/Too (?:small|big)|Invalid/);
    }
  });
});
