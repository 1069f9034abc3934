import { describe, expect, it } from 'vitest';
import { absoluteUrl } from '../../src/vendor-kit/canonical-url.ts';

const base = 'https://desk.example:8443/support';

describe('an absolute URL', () => {
  it.each([
    ['https://cdn.example/a.png', 'https://cdn.example/a.png'],
    ['http://shop.example', 'http://shop.example'],
    ['//cdn.example/file.php?view=Y&file=1', 'https://cdn.example/file.php?view=Y&file=1'],
    ['themes/agent/anna b.png', 'https://desk.example:8443/support/themes/agent/anna%20b.png'],
    ['HTTPS://cdn.example/a.png', 'HTTPS://cdn.example/a.png'],
    ['themes/a:b.png', 'https://desk.example:8443/support/themes/a:b.png'],
    ['/x?y=1', 'https://desk.example:8443/x?y=1'],
    ['cdn.example/a.png', 'https://desk.example:8443/support/cdn.example/a.png'],
    [' https://shop.example/a b ', 'https://shop.example/a%20b'],
  ])('of %j is %j', (text, url) => {
    expect(absoluteUrl(text, base)).toBe(url);
    expect(absoluteUrl(text, `${base}/`)).toBe(url);
  });

  it.each([
    ['cdn.example/a.png', 'https://cdn.example/a.png'],
    ['google.com', 'https://google.com'],
    ['shop.example:8080/x', 'https://shop.example:8080/x'],
    ['bücher.example', 'https://bücher.example'],
    ['my_cdn.example/a.jpg', 'https://my_cdn.example/a.jpg'],
    ['cdn.my_shop.example:8080', 'https://cdn.my_shop.example:8080'],
    ['a.b_c/x', 'https://desk.example:8443/support/a.b_c/x'],
    ['localfile', 'https://desk.example:8443/support/localfile'],
    ['https://shop.example', 'https://shop.example'],
  ])('of %j is %j where bare hosts are expected', (text, url) => {
    expect(absoluteUrl(text, base, { bareHosts: true })).toBe(url);
  });

  it.each([
    null,
    undefined,
    '',
    ' ',
    'javascript:alert(1)',
    'java\tscript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    '//good@evil.example/x',
    'https://desk.example:pw@evil.example',
    'https://:pw@evil.example',
    '/\\evil.example/x',
    'http://',
    '//',
  ])('of %j is none', (text) => {
    expect(absoluteUrl(text, base)).toBeNull();
    expect(absoluteUrl(text, base, { bareHosts: true })).toBeNull();
  });

  it('of a host that no parser takes, though it says so, is none', () => {
    expect(absoluteUrl(`//${'A'.repeat(70_000)}/x`, base)).toBeNull();
  });
});
