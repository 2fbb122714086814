/** All styles of the pages for those who answer; inlined, so that the first response is complete. */
export const styles = `
:root{color-scheme:light dark;--bg:#fff;--soft:#f3f5f7;--ink:#16191d;--dim:#4b535c;--line:#767f89;--accent:#0b5cad;--on:#fff;--bad:#b3261e;--ok:#136c3a}
@media (prefers-color-scheme:dark){:root{--bg:#121518;--soft:#1d2227;--ink:#eef1f4;--dim:#b4bcc5;--line:#8b949e;--accent:#8cc2ff;--on:#0c1a29;--bad:#ff9d94;--ok:#7fd6a2}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;background:var(--bg);color:var(--ink);font:1.0625rem/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC",sans-serif}
:lang(zh){line-height:1.65}
.wrap{max-width:42rem;margin:0 auto;padding:0 1rem}
header .wrap{display:flex;justify-content:space-between;align-items:center;gap:1rem;min-height:3.5rem}
header{border-bottom:1px solid color-mix(in srgb,var(--line) 35%,transparent)}
header strong{font-weight:650}
a{color:var(--accent)}
header a{display:inline-flex;align-items:center;min-height:44px;padding:0 .25rem}
main{padding:1.75rem 0 3rem}
h1{font-size:1.75rem;line-height:1.25;margin:0 0 .75rem;text-wrap:balance}
h2{font-size:1.1875rem;line-height:1.35;margin:1.75rem 0 .5rem}
p{margin:0 0 .75rem}
.about{background:var(--soft);border-radius:6px;padding:.875rem 1rem;margin:1rem 0 2rem;color:var(--ink)}
.about p{margin:0}.about p+p{margin-top:.375rem}
.about .warning{border-left:4px solid var(--bad);padding-left:.75rem;font-weight:620}
fieldset,.field{border:0;margin:0 0 2.25rem;padding:0;min-width:0}
legend .dim,.title .dim{font-weight:400}
legend,label.title{display:block;padding:0;font-weight:620;font-size:1.125rem;line-height:1.4;margin-bottom:.25rem}
.dim{color:var(--dim);font-size:.9375rem}
.scale{display:grid;gap:6px;margin:.625rem 0 .375rem}
.s11{grid-template-columns:repeat(6,minmax(44px,1fr))}
.s7{grid-template-columns:repeat(7,minmax(0,1fr));gap:4px}
.s5{grid-template-columns:repeat(5,minmax(0,1fr))}
.scale label{position:relative;display:flex;min-height:48px;min-width:0}
.scale input{position:absolute;inset:0;width:100%;height:100%;margin:0;opacity:0;cursor:pointer}
.scale span.box{flex:1;display:flex;align-items:center;justify-content:center;border:1.5px solid var(--line);border-radius:6px;background:var(--bg);font-variant-numeric:tabular-nums;font-weight:560}
.scale input:hover+.box{background:var(--soft)}
.scale input:checked+.box{background:var(--accent);border-color:var(--accent);color:var(--on);font-weight:750;text-decoration:underline;text-underline-offset:4px}
.scale input:focus-visible+.box,a:focus-visible,button:focus-visible,textarea:focus-visible,.summary:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
.ends{display:flex;justify-content:space-between;gap:1rem}
.ends :last-child{text-align:right}
.vh,.word{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
textarea{width:100%;min-height:7.5rem;margin-top:.5rem;padding:.625rem .75rem;border:1.5px solid var(--line);border-radius:6px;background:var(--bg);color:inherit;font:inherit;resize:vertical}
button,.button{display:inline-flex;align-items:center;justify-content:center;min-height:48px;padding:.5rem 1.5rem;border:0;border-radius:6px;background:var(--accent);color:var(--on);font:inherit;font-weight:650;text-decoration:none;cursor:pointer}
button[aria-disabled=true]{opacity:.65}
.summary{border:3px solid var(--bad);border-radius:6px;padding:1rem 1.125rem;margin-bottom:1.75rem}
.summary h2{margin:0 0 .375rem}
.summary ul{margin:0;padding-left:1.125rem}
.summary a,.problem{color:var(--bad);font-weight:620}
.wrong{border-left:4px solid var(--bad);padding-left:.875rem}
.problem{margin:.25rem 0}
.state{margin-top:1rem;min-height:1.6em;font-weight:560}
footer{border-top:1px solid color-mix(in srgb,var(--line) 35%,transparent);padding:1rem 0 2rem}
@media (min-width:40rem){h1{font-size:2.125rem}main{padding-top:2.5rem}.s11{grid-template-columns:repeat(11,minmax(44px,1fr))}}
@media (min-width:40rem){.s11{gap:5px}.s5 .box{flex-direction:column;min-height:68px}.s5 .word{position:static;width:auto;height:auto;overflow:visible;clip-path:none;white-space:normal;font-size:.8125rem;font-weight:450;line-height:1.25;text-align:center}.s5+.ends{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}}
@media (max-width:40rem){button[type=submit]{width:100%}}
@media (forced-colors:active){.scale input:checked+.box{background:Highlight;color:HighlightText;forced-color-adjust:none}}
@media print{button,.state{display:none}}
`.replaceAll('\n', '');
