// Host pages that imitate what the usual platforms do with embedded pages: the markup they leave of a snippet,
// the frames they put around it, and the policy they send. The snippets are the ones the help pages print.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const EXAMPLE = 'https://tools.example.org/mailtls/';
const HOSTILE = `
  iframe, mailtls-analyzer * { display: none !important; width: 1px !important }
  h1 { color: rgb(255, 0, 0) !important }
  * { font-size: 50px !important; line-height: 3 !important }
  textarea { display: none !important }`;

export function snippet(name, tools) {
  const path = fileURLToPath(new URL(`../../www/embed/snippets/${name}`, import.meta.url));
  return readFileSync(path, 'utf8').replaceAll(EXAMPLE, `${tools}/`);
}

/** The frame that the WordPress plugin prints, from its own format string. */
function wordpress(tools) {
  const php = snippet('wordpress.php', tools);
  const format = php.slice(php.indexOf('sprintf('), php.indexOf('esc_url'));
  const text = [...format.matchAll(/'((?:[^'\\]|\\.)*)'/g)].map((match) => match[1]).join('').replaceAll('%%', '%');
  return text.replace('%s', `${tools}/embed.html?lang=pt-BR&#038;theme=auto`);
}

function mediawiki(tools) {
  const text = snippet('mediawiki.txt', tools);
  return text.slice(text.indexOf('<includeonly>') + '<includeonly>'.length, text.lastIndexOf('</includeonly>'))
    .replace(/<!--\{\$lang[^}]*\}-->/, 'es');
}

const page = (title, body, head = '') =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title>${head}</head><body><h1>${title}</h1>${body}</body></html>`;

/**
 * The hosts by name: what they send, and what is expected of them. `tools` is the origin that serves mailtls,
 * another one than the host's. `frames` are the selectors that lead to the frame; `outcome` is `works`,
 * `runbook` (mailtls runs, and says why it cannot), `link` or `blocked`.
 */
export function hosts(tools) {
  const single = snippet('frame.html', tools);
  const inner = page('macro', single, `<meta http-equiv="Content-Security-Policy"
    content="default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; frame-src ${tools}">`);
  const attribute = (text) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  return {
    'plain HTML, frame': { body: page('Knowledge base', single + snippet('height.html', tools)), frames: ['iframe'], grows: true },
    'SharePoint Online': {
      headers: { 'content-security-policy': `frame-src 'self' ${tools}; script-src 'self'; object-src 'none'`, 'x-frame-options': 'SAMEORIGIN' },
      body: page('SharePoint', `<div class="webPart">${snippet('sharepoint.html', tools)}</div>`, '<style>iframe{max-width:100%}</style>'),
      frames: ['iframe'],
    },
    'SharePoint Online, host not allowed': {
      headers: { 'content-security-policy': "frame-src 'self'" },
      body: page('SharePoint', snippet('sharepoint.html', tools)),
      outcome: 'blocked',
      frames: ['iframe'],
    },
    'Confluence Cloud, frame by address': {
      body: page('Confluence', `<iframe id="macro" sandbox="allow-scripts allow-same-origin allow-forms allow-popups allow-modals"
        srcdoc="${attribute(inner)}" width="100%" height="900"></iframe>`),
      frames: ['#macro', 'iframe'],
    },
    'Confluence Cloud, file pasted into a macro': {
      pasted: true,
      headers: { 'content-security-policy': "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:" },
      outcome: 'runbook',
    },
    'Confluence Data Center': {
      headers: { 'content-security-policy': "frame-ancestors 'self'", 'x-content-type-options': 'nosniff' },
      body: page('Confluence', snippet('confluence-dc.vm', tools).replace(/^## .*$/m, '').replace('$paramLang', 'en')),
      frames: ['iframe'],
    },
    MediaWiki: {
      headers: { 'content-security-policy': "script-src 'unsafe-eval' blob: 'self' 'unsafe-inline'; default-src * data: blob:; object-src 'none'" },
      body: page('MediaWiki', mediawiki(tools)),
      frames: ['iframe'],
      lang: 'es',
    },
    WordPress: { body: page('WordPress', wordpress(tools)), frames: ['iframe'], lang: 'pt-BR' },
    'WordPress, embedded without downloads': {
      body: page('WordPress', `<iframe sandbox="allow-scripts" src="${tools}/embed.html?lang=en" width="100%" height="900"></iframe>`),
      frames: ['iframe'],
    },
    'plain HTML, element': { body: page('Intranet', snippet('element.html', tools)), element: true, grows: true },
    'element, changed script': {
      body: page('Intranet', snippet('element.html', tools).replace('{{integrity}}', `sha384-${'A'.repeat(64)}`)),
      outcome: 'nothing',
      element: true,
    },
    'element, hostile style': { body: page('Intranet', snippet('element.html', tools), `<style>${HOSTILE}</style>`), element: true, hostile: true },
    'element, strict policy': {
      headers: { 'content-security-policy': `default-src 'none'; script-src ${tools}; frame-src ${tools}; require-trusted-types-for 'script'` },
      body: page('Intranet', snippet('element.html', tools)),
      element: true,
    },
    'element, frames forbidden': {
      headers: { 'content-security-policy': `default-src 'none'; script-src ${tools}; frame-src 'none'` },
      body: page('Intranet', snippet('element.html', tools)),
      element: true,
      outcome: 'link',
      says: 'frame-src',
    },
    'element, wrong address': {
      body: page('Intranet', snippet('element.html', tools).replace('<mailtls-analyzer ', `<mailtls-analyzer src="${tools}/nowhere.html" `)),
      element: true,
      outcome: 'link',
      says: tools,
    },
    'element, in a shadow root': {
      headers: { 'content-security-policy': `default-src 'none'; script-src ${tools} 'wasm-unsafe-eval'; worker-src blob:; img-src data:` },
      body: page('Intranet', snippet('element.html', tools).replace('<mailtls-analyzer ', '<mailtls-analyzer mode="shadow" ')),
      element: true,
      shadow: true,
    },
    'element, in a shadow root, hostile style': {
      body: page('Intranet', snippet('element.html', tools).replace('<mailtls-analyzer ', '<mailtls-analyzer mode="shadow" '), `<style>${HOSTILE}</style>`),
      element: true,
      shadow: true,
      hostile: true,
    },
    'element, in a shadow root, no workers': {
      headers: { 'content-security-policy': `default-src 'none'; script-src ${tools} 'wasm-unsafe-eval'; worker-src 'none'; img-src data:` },
      body: page('Intranet', snippet('element.html', tools).replace('<mailtls-analyzer ', '<mailtls-analyzer mode="shadow" ')),
      element: true,
      shadow: true,
    },
    'element, shadow root asked for, WebAssembly forbidden': {
      headers: { 'content-security-policy': `default-src 'none'; script-src ${tools}; frame-src ${tools}` },
      body: page('Intranet', snippet('element.html', tools).replace('<mailtls-analyzer ', '<mailtls-analyzer mode="shadow" ')),
      element: true,
    },
  };
}
