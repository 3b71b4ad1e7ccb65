/** The whole look of the portal: the phone's own fonts, both themes, controls that a thumb can hit. */
export const STYLES = `
:root{--paper:#fcfcfa;--surface:#fff;--ink:#14233c;--soft:#4f5a6b;--rule:#d0d5dc;--strong:#5b6573;--link:#1f4a86;--key:#1a2f4f;--on-key:#fff}
@media(prefers-color-scheme:dark){:root{--paper:#12161c;--surface:#181d25;--ink:#e6eaf0;--soft:#b2bac6;--rule:#2b333e;--strong:#8a94a2;--link:#a9c3ec;--key:#9db0cf;--on-key:#0d1116;color-scheme:dark}}
*{box-sizing:border-box}
html{font:100%/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;-webkit-text-size-adjust:100%}
html[data-text=large]{font-size:131.25%}
body{margin:0;background:var(--paper);color:var(--ink);overflow-wrap:break-word;font-variant-numeric:tabular-nums}
a{color:var(--link);text-underline-offset:.2em}
:focus-visible{outline:3px solid var(--link);outline-offset:2px}
.skip{position:absolute;left:-999px}
.skip:focus{left:.5rem;top:.5rem;padding:.5rem;background:var(--surface)}
.wide{max-width:44rem;margin:0 auto;padding:0 1rem}
.bar{border-bottom:1px solid var(--rule)}
.bar .wide{display:flex;flex-wrap:wrap;align-items:center;gap:0 1rem}
.bar a{display:inline-flex;align-items:center;min-height:2.75rem}
.bar a:last-child{margin-left:auto}
.masthead{padding:1.75rem 0 1rem;border-bottom:3px double var(--strong)}
.masthead a{color:inherit;text-decoration:none}
.masthead p,.masthead h1{margin:0}
.tenant{font-size:1.0625rem;color:var(--soft)}
.masthead .name{font-size:1.625rem;line-height:1.25;font-weight:600}
.masthead .demo{display:inline-block;margin-top:.5rem;padding:.0625rem .5rem;border:1px dashed var(--soft);border-radius:2px;font-size:.875rem}
h1{font-size:1.375rem;line-height:1.3;margin:1.5rem 0 .5rem}
h2{font-size:1.0625rem;margin:1.75rem 0 .25rem}
p{margin:.25rem 0 .75rem;max-width:65ch}
.search{margin:1.5rem 0}
.search label{display:block;font-weight:600;margin-bottom:.375rem}
.search div{display:flex;gap:.5rem}
.search input{flex:1 1 auto;min-width:0;min-height:3rem;padding:0 .75rem;font:inherit;color:inherit;background:var(--surface);border:1px solid var(--strong);border-radius:3px}
.search input::placeholder{color:var(--soft);opacity:1}
.search button{min-height:3rem;padding:0 1.25rem;font:inherit;font-weight:600;color:var(--on-key);background:var(--key);border:0;border-radius:3px;cursor:pointer}
.hint{margin:.375rem 0 0;color:var(--soft);font-size:.9375rem}
.go{display:inline-flex;align-items:center;min-height:2.75rem;font-weight:600}
ul.list{list-style:none;margin:.5rem 0;padding:0;border-top:1px solid var(--ink)}
ul.list li{padding:.625rem 0;border-bottom:1px solid var(--rule)}
ul.list :is(strong,.go+.soft){display:block}
.soft{color:var(--soft)}
.seal{display:grid;grid-template-columns:5.5rem 1fr;gap:0 .75rem;margin:0}
.seal dt{color:var(--soft)}
.seal dd{margin:0}
.seal code{overflow-wrap:anywhere;font-size:.875rem}
table.ranking{width:100%;border-collapse:collapse;margin:.5rem 0 1rem}
.ranking caption{text-align:left;font-weight:600;padding:.25rem 0}
.ranking th,.ranking td{padding:.5rem .5rem .5rem 0;border-bottom:1px solid var(--rule);text-align:left;vertical-align:top;font-weight:400}
.ranking thead th{border-bottom:1px solid var(--ink);color:var(--soft)}
.ranking th .soft{display:block;font-size:.9375rem}
.ranking th a{display:inline-block;padding:.125rem 0}
.ranking .num,.facts .num{text-align:right;white-space:nowrap}
.ranking td:last-child,.ranking th:last-child{padding-right:0}
.facts{display:grid;grid-template-columns:minmax(7rem,auto) 1fr;gap:.25rem 1rem;margin:1rem 0}
.facts dt{color:var(--soft)}
.facts dd{margin:0}
.field{border-bottom:1px solid var(--rule)}
.field>.head,.field>summary{display:grid;grid-template-columns:1rem minmax(0,1fr) auto;gap:.375rem .5rem;align-items:baseline;min-height:2.75rem;padding:.75rem 0;list-style:none}
.field>.head::before{content:""}
.field>summary{cursor:pointer}
.field>summary::-webkit-details-marker{display:none}
.field>summary::before{content:"▸";font-size:1.25rem;line-height:1;color:var(--soft)}
.field[open]>summary::before{content:"▾"}
.field meter{grid-column:1/-1;width:100%;height:.75rem}
.field meter::-webkit-meter-optimum-value{background:var(--key)}
.field meter::-moz-meter-bar{background:var(--key)}
.field .num{padding-left:.5rem;white-space:nowrap}
.field ul{list-style:none;margin:0 0 .625rem;padding:0}
.field li{display:grid;grid-template-columns:minmax(0,1fr) auto;gap:0 1rem;padding:.375rem 0;border-top:1px solid var(--rule)}
.field .d2{padding-left:1rem}
.field .d3{padding-left:2rem}
footer{margin-top:3rem;border-top:1px solid var(--rule);color:var(--soft);font-size:.9375rem}
footer .wide{padding-top:1rem;padding-bottom:2rem}
@media print{.bar,.search,footer{display:none}}
`.trim();
