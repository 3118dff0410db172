import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, it } from 'node:test';
import { pageInUse, stylesInUse } from '../../src/integrations/styles-in-use.ts';

describe('the styles that a page keeps where it has the calculator (lag) alone', () => {
  const rows: readonly (readonly [string, string, string])[] = [
    // style sheet, what is kept, why
    ['.lag-bar{color:red}', '.lag-bar{color:red}', 'of the calculator'],
    ['.log-line{color:red}', '', 'of the log explainer'],
    [':is(.lag,.fp) b{top:0}', ':is(.lag,.fp) b{top:0}', 'of both: one is there'],
    [':is(.log,.fp) b{top:0}', '', 'of neither'],
    ['.field:not(.log-wide){top:0}', '.field:not(.log-wide){top:0}', 'matches without one'],
    ['.log-x,.share{top:0}', '.share{top:0}', 'one of two needs none'],
    [':is(.log-x,.share) b{top:0}', ':is(.log-x,.share) b{top:0}', 'a part of it needs none'],
    ['.log-x:not(.lag-y){top:0}', '', 'what is not to match is no tool that is there'],
    ['.logo,.flag{top:0}', '.logo,.flag{top:0}', 'only looks like one'],
    ['@layer a,b;.x{top:0}', '@layer a,b;.x{top:0}', 'a statement stays'],
    ['@media print{.log-x{top:0}}', '', 'nothing is left of it'],
    ['@media print{.log-x{top:0}p{top:0}}', '@media print{p{top:0}}', 'one rule is left'],
    ['@keyframes log-in{from{top:0}}', '@keyframes log-in{from{top:0}}', 'frames are no rules'],
    ['.x:before{content:"}.log{"}', '.x:before{content:"}.log{"}', 'a brace in a text is none'],
    ['p{a:1;b:2}.log{c:3}q{d:4}', 'p{a:1;b:2}q{d:4}', 'its neighbours stay'],
  ];
  for (const [css, kept, why] of rows) {
    it(`${css} goes as ${kept || 'nothing'}: ${why}`, () => {
      assert.equal(stylesInUse(css, new Set(['lag'])), kept);
    });
  }
});

describe('a page', () => {
  const hash = (text: string) => createHash('sha256').update(text).digest('base64');
  const page = (css: string, body: string) =>
    `<meta content="style-src 'sha256-${hash(css)}'"><style>${css}</style>${body}`;

  it('names its shorter styles in its policy', () => {
    const css = '.log-x{top:0}p{top:0}';
    assert.equal(pageInUse(page(css, '<p>')), page('p{top:0}', '<p>'));
  });

  it('has all of two equal style sheets shortened', () => {
    const css = '.log-x{top:0}p{top:0}';
    const twice = (own: string) => page(own, `<style>${own}</style>`);
    assert.equal(pageInUse(twice(css)), twice('p{top:0}'));
  });

  it('keeps the styles of a tool by any class of it', () => {
    const css = '.log-x{top:0}p{top:0}';
    const own = page(css, '<p class="wide log-strip">');
    assert.equal(pageInUse(own), own);
  });

  it('is left alone where its policy names no such styles', () => {
    const own = '<style>.log-x{top:0}</style><p>';
    assert.equal(pageInUse(own), own);
  });
});
