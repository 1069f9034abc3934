/**
 * Asks a person in GraphiQL for an API key or token when the gateway refuses a request without a good one, and from
 * then on sends it with every request of the page. GraphiQL by itself has separate headers for each of its tabs, and
 * does not ask for the schema again when they change. The key stays in the browser's tab and is forgotten with it.
 */
export const keyDialog = `<style>
#key-dialog { color-scheme: light dark; font: 15px/1.5 system-ui, sans-serif; width: 26rem; max-width: 90vw; box-sizing: border-box; padding: 1.2rem 1.4rem; border: 1px solid; border-radius: .6rem }
#key-dialog h2 { font-size: 1.15rem; margin: 0 0 .6rem }
#key-dialog p { margin: .6rem 0 }
#key-dialog input { display: block; width: 100%; box-sizing: border-box; font: inherit; padding: .3rem .4rem }
#key-dialog button { font: inherit; padding: .2rem .8rem; margin-right: .5rem }
</style>
<dialog id="key-dialog" aria-labelledby="key-title" aria-describedby="key-meaning">
<form method="dialog">
<h2 id="key-title">Who are you?</h2>
<p id="key-refused" role="alert" hidden>The gateway does not know that key or token.</p>
<label for="key-text">API key or token</label>
<input id="key-text" type="password" autocomplete="off" pattern="\\s*\\S+\\s*" title="one word without blanks in it" required autofocus>
<p id="key-meaning">It goes along with every request of this page, except where a tab has an <code>Authorization</code> or <code>X-API-Key</code> among its own headers. The browser forgets it when this page is closed.</p>
<button value="use">Use it</button><button value="" formnovalidate>Not now</button>
</form>
</dialog>
<script>
{
  const plainFetch = globalThis.fetch;
  const dialog = document.getElementById('key-dialog');
  const text = document.getElementById('key-text');
  // Another gateway may stand at another path of the same origin.
  const place = 'deskgraph-key ' + location.pathname;
  // A header takes bytes only, each as one letter: a key beyond ASCII is sent in UTF-8.
  const bytesOf = (key) => String.fromCharCode(...new TextEncoder().encode(key));
  let isDeclined = false;
  let asking = null;
  const askPerson = () => (asking ??= new Promise((resolve) => {
    document.getElementById('key-refused').hidden = sessionStorage.getItem(place) === null;
    dialog.returnValue = text.value = '';
    dialog.addEventListener('close', () => {
      asking = null;
      isDeclined = dialog.returnValue !== 'use';
      if (!isDeclined) sessionStorage.setItem(place, text.value.trim());
      text.value = '';
      resolve();
    }, { once: true });
    dialog.showModal();
  }));
  globalThis.fetch = async (address, options) => {
    for (;;) {
      const headers = new Headers(options?.headers);
      const isTold = headers.has('authorization') || headers.has('x-api-key');
      const key = isTold ? null : sessionStorage.getItem(place);
      if (key) headers.set('authorization', 'Bearer ' + bytesOf(key));
      const answer = await plainFetch(address, { ...options, headers });
      if (answer.status !== 401 || isTold || isDeclined) return answer;
      // Meanwhile another request may have led to a new key.
      if (sessionStorage.getItem(place) === key) await askPerson();
      if (isDeclined) return answer;
    }
  };
}
</script>
`;
