import { expect } from 'chai';
import { html, raw } from '../../src/web/server/html.ts';

describe('a template of HTML', () => {
  it('escapes what is put into it', () => {
    expect(String(html`<p title="${'"<>&\''}">${'<b>'}</p>`)).to.equal(
      '<p title="&quot;&lt;&gt;&amp;&#39;">&lt;b&gt;</p>',
    );
  });

  it('takes HTML, lists and numbers as they are, and nothing for nothing', () => {
    const items = ['a', '<'].map((text) => html`<li>${text}</li>`);
    expect(String(html`<ul>${items}</ul>${3}${null}${undefined}${false}${raw('<br>')}`)).to.equal(
      '<ul><li>a</li><li>&lt;</li></ul>3<br>',
    );
  });

  it('is not fooled by an object that looks like HTML', () => {
    const fake = { toString: () => '<script>' } as unknown as string;
    expect(() => String(html`${fake}`)).to.throw(TypeError);
  });
});
