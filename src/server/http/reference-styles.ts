/** The colors of the portal, laid out for reading beside an editor. */
export const REFERENCE_STYLES = `
:root{--paper:#fcfcfa;--surface:#fff;--ink:#14233c;--soft:#4f5a6b;--rule:#d0d5dc;--link:#1f4a86}
@media(prefers-color-scheme:dark){:root{--paper:#12161c;--surface:#181d25;--ink:#e6eaf0;--soft:#b2bac6;--rule:#2b333e;
--link:#a9c3ec;color-scheme:dark}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:15px/1.55 system-ui,-apple-system,"Segoe UI","Noto Sans",sans-serif;
display:grid;grid-template-columns:18rem minmax(0,1fr)}
nav{position:sticky;top:0;height:100vh;overflow-y:auto;padding:1.5rem 1rem;border-right:1px solid var(--rule);font-size:14px}
nav p{margin:1rem 0 .25rem;font-weight:600}nav ul{list-style:none;margin:0;padding:0}nav a{display:block;padding:.125rem 0;
text-decoration:none}nav a:hover{text-decoration:underline}
main{max-width:56rem;padding:1.5rem 2rem 6rem}
a{color:var(--link);text-underline-offset:.2em}:focus-visible{outline:2px solid var(--link);outline-offset:2px}
h1{font-size:1.5rem;margin:0 0 .25rem}h2{font-size:1.25rem;margin:3rem 0 0;padding-bottom:.25rem;border-bottom:3px double var(--soft)}
h3{font-size:1rem;margin:2rem 0 .25rem;scroll-margin-top:1rem}p{margin:.25rem 0}.soft{color:var(--soft)}
code,pre{font:13px/1.5 ui-monospace,"DejaVu Sans Mono",monospace;overflow-wrap:anywhere}b{text-transform:uppercase}
pre{margin:.5rem 0;padding:.75rem;overflow-x:auto;overflow-wrap:normal;background:var(--surface);border:1px solid var(--rule);border-radius:3px}
summary{cursor:pointer;padding:.25rem 0}small{color:var(--soft)}
table{border-collapse:collapse;margin:.5rem 0;width:100%}th,td{text-align:left;vertical-align:top;padding:.25rem 1rem .25rem 0;
border-bottom:1px solid var(--rule)}th{font-weight:600}
@media(max-width:48rem){body{display:block}nav{position:static;height:auto;border:0;border-bottom:1px solid var(--rule)}main{padding:1rem}}
@media print{body{display:block}nav{display:none}}
`;
