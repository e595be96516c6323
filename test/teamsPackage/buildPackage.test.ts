import { expect } from 'chai';
import { SEARCH_COMMAND } from '../../src/channels/teams/searchCommand.ts';
import { DataError } from '../../src/dataFiles/dataFile.ts';
import { buildPackage } from '../../src/teamsPackage/buildPackage.ts';
import { readPackageSettings } from '../../src/teamsPackage/packageSettings.ts';
import { LANGUAGES } from '../../src/words/languages.ts';
import { readingGrade } from '../readingGrade.ts';
import { builtFiles, DATA, ENVIRONMENT, readTeamsFile, withData } from './parts.ts';

interface Manifest {
  readonly id: string;
  readonly manifestVersion: string;
  readonly version: string;
  readonly developer: Record<string, string>;
  readonly name: { readonly short: string };
  readonly validDomains: readonly string[];
  readonly bots: readonly {
    readonly botId: string;
    readonly scopes: readonly string[];
    readonly commandLists: readonly { readonly scopes: readonly string[]; readonly commands: readonly object[] }[];
  }[];
  readonly composeExtensions: readonly {
    readonly botId: string;
    readonly commands: readonly { readonly id: string; readonly parameters: readonly { readonly name: string }[] }[];
  }[];
}

type Edit = Parameters<Parameters<typeof withData>[0]>[0];

/** What the build says about changed data. */
function faultsOf(change: (edit: Edit) => void): string {
  return withData(change, (folder) => {
    try {
      buildPackage(folder, readPackageSettings(ENVIRONMENT));
      return 'no fault';
    } catch (error) {
      if (error instanceof DataError) return error.message;
      throw error;
    }
  });
}

const editJson = (edit: Edit, file: string, of: (content: Record<string, unknown>) => unknown): void =>
  edit(file, (text) => {
    const content = JSON.parse(text);
    of(content);
    return JSON.stringify(content);
  });

describe('the app package for Teams', () => {
  const { files, json } = builtFiles();
  const manifest = json<Manifest>('manifest.json');

  it('has the manifest, two icons and a file for each of the eight languages', () => {
    expect(Object.keys(files).sort()).to.deep.equal(
      ['manifest.json', 'color.png', 'outline.png', ...LANGUAGES.map((language) => `${language}.json`)].sort(),
    );
  });

  it('is the same to the byte each time', () => {
    const settings = readPackageSettings(ENVIRONMENT);
    expect(
      Buffer.from(buildPackage(DATA, settings).zip).equals(Buffer.from(buildPackage(DATA, settings).zip)),
    ).to.equal(true);
  });

  it('has the settings in it', () => {
    const id = ENVIRONMENT.MicrosoftAppId;
    expect([manifest.id, manifest.bots[0]!.botId, manifest.composeExtensions[0]!.botId]).to.deep.equal([id, id, id]);
    expect(manifest.developer).to.deep.equal({
      name: 'Cancer Society',
      websiteUrl: 'https://example.org',
      privacyUrl: 'https://guide.example.org/privacy',
      termsOfUseUrl: 'https://guide.example.org/terms',
    });
    expect(manifest.validDomains).to.deep.equal(['guide.example.org']);
    for (const language of LANGUAGES) {
      const text = json(`${language}.json`)['description.full']!;
      expect(text).to.include('https://guide.example.org/support').and.to.include('https://guide.example.org/privacy');
      expect(JSON.stringify(json(`${language}.json`))).not.to.include('{{');
    }
  });

  it('offers the guide to a person, a team and a group chat, with four commands', () => {
    const scopes = ['personal', 'team', 'groupChat'];
    expect(manifest.bots[0]!.scopes).to.deep.equal(scopes);
    expect(manifest.bots[0]!.commandLists.map((list) => list.scopes)).to.deep.equal([scopes]);
    expect(manifest.bots[0]!.commandLists[0]!.commands).to.have.length(4);
  });

  it('offers the search that the guide answers', () => {
    const [command] = manifest.composeExtensions[0]!.commands;
    expect(command).to.include({ id: SEARCH_COMMAND.id, type: 'query', initialRun: true, fetchTask: false });
    expect(command!.parameters.map(({ name }) => name)).to.deep.equal([SEARCH_COMMAND.parameter]);
  });

  it('says in English what stands in the file of the default language', () => {
    expect(manifest.name.short).to.equal(readTeamsFile('en.json')['name.short']);
  });

  it('can be read by a child of eleven', () => {
    const texts = Object.entries(readTeamsFile('en.json')).filter(([key]) => key !== '$schema');
    const text = texts.map(([, value]) => value.replace(/\{\{\w+\}\}\S*/g, '')).join('.\n');
    expect(readingGrade(text)).to.be.at.most(6);
  });
});

describe('a fault in data/teams', () => {
  it('of the manifest is named with its place', () => {
    const said = faultsOf((edit) =>
      editJson(edit, 'manifest.json', (content) => {
        content.accentColour = content.accentColor;
        delete content.accentColor;
        content.defaultInstallScope = 'everywhere';
      }),
    );
    expect(said).to.match(/teams\/manifest\.json, accentColor: must have required property/);
    expect(said).to.match(/teams\/manifest\.json, accentColour: must NOT have additional properties/);
    expect(said).to.match(/teams\/manifest\.json, defaultInstallScope: must be equal to one of .*personal, team/);
  });

  it('of a language is named with its place', () => {
    const said = faultsOf((edit) =>
      editJson(edit, 'de.json', (content) => {
        content['name.short'] = 'Ein Name, der viel zu lang für Teams ist';
        content['bots[0].commandLists[0].commands[9].name'] = 'Hilfe';
        delete content['bots[0].commandLists[0].commands[1].title'];
      }),
    );
    expect(said).to.match(/teams\/de\.json, name\.short: must NOT have more than 30 characters/);
    expect(said).to.match(
      /teams\/de\.json, bots\[0\]\.commandLists\[0\]\.commands\[9\]\.name: must NOT have additional/,
    );
    expect(said).to.match(/teams\/de\.json, bots\[0\]\.commandLists\[0\]\.commands\[1\]\.title: is missing/);
  });

  it('of English is found in the manifest, too', () => {
    const said = faultsOf((edit) =>
      editJson(edit, 'en.json', (content) => {
        content['description.short'] = 'Long '.repeat(20);
      }),
    );
    expect(said).to.match(/teams\/manifest\.json, description\.short: must NOT have more than 80 characters/);
  });

  const refused: [string, string, string, string][] = [
    ['a command with "/"', 'fr.json', '"Aide"', '"/aide"'],
    ['a wildcard domain', 'manifest.json', '"{{PUBLIC_HOST}}"', '"*.example.org"'],
    ['a domain of azurewebsites.net', 'manifest.json', '"{{PUBLIC_HOST}}"', '"guide.azurewebsites.net"'],
    ['an address without TLS', 'manifest.json', '{{PUBLIC_URL}}/terms', 'http://example.org/terms'],
    ['a version with a suffix', 'manifest.json', '"1.0.0"', '"1.0.0-beta"'],
    ['a name with "Teams"', 'en.json', '"Cancer Support Guide"', '"Teams Cancer Guide"'],
    ['a place for no setting', 'nl.json', '{{PUBLIC_URL}}/support', '{{SUPPORT_URL}}'],
    ['a version that is not released', 'manifest.json', '"1.30"', '"devPreview"'],
    ['a version that is not known', 'manifest.json', '"1.30"', '"1.99"'],
  ];
  for (const [what, file, from, to] of refused) {
    it(`is refused: ${what}`, () => {
      const said = faultsOf((edit) =>
        edit(file, (text) => {
          expect(text).to.include(from);
          return text.replaceAll(from, to);
        }),
      );
      expect(said).to.include(`teams/${file}, `);
    });
  }
});
