import { expect, it } from 'vitest';
import { callContext, openSource } from './open-source.ts';
import { openDesk } from './test-desk.ts';

// As the reference shows it, cut down to one entry: nobody escaped the image.
const entries = `<?xml version='1.0' encoding='utf-8'?>
<response>
<entries>
<entrie>
<kb_id>kb_defa</kb_id>
<kb_entry_id>42</kb_entry_id>
<rtype>A</rtype>
<title>Article 42</title>
<keywords>test article</keywords>
<content>This is test content that can contain <b>html</b> and images <img src="pix.gif"></content>
<conversationid/>
<deleted>N</deleted>
</entrie>
</entries>
</response>`;

it('reads HTML in XML that nobody escaped', async () => {
  const desk = await openDesk(() => ({ status: 200, body: entries, type: 'application/xml' }));
  const source = openSource(desk.url, { format: 'xml' });
  const { value } = await source.articles!.find({}, callContext());
  expect(value.articles).toMatchObject([
    {
      key: '42',
      title: 'Article 42',
      conversation: null,
      content: {
        body: 'This is test content that can contain <b>html</b> and images <img src="pix.gif">',
        bodyFormat: 'html',
      },
    },
  ]);
  await source.close();
  await desk.close();
});

it('reads an address in XML whose ampersand nobody escaped', async () => {
  const file = `<?xml version='1.0' encoding='utf-8'?>
<response>
<fileid>f0f0</fileid>
<filename>plans &amp; lists.pdf</filename>
<filesize>1200</filesize>
<downloadUrl>//desk.test/scripts/file.php?view=Y&file=f0f0</downloadUrl>
</response>`;
  const desk = await openDesk(() => ({ status: 200, body: file, type: 'application/xml' }));
  const source = openSource(desk.url, { format: 'xml' });
  expect(await source.directories.File!.get(['f0f0'], callContext())).toMatchObject([
    {
      key: 'f0f0',
      name: 'plans & lists.pdf',
      size: 1200,
      url: 'https://desk.test/scripts/file.php?view=Y&file=f0f0',
    },
  ]);
  await source.close();
  await desk.close();
});
