/** How the report looks: one column that reads on a phone, in the theme of the reader's device, and on paper. */
import { customProperties } from "../charts/theme.js";

const [light, dark] = [customProperties("light"), customProperties("dark")];

export const STYLE = `
:root{color-scheme:light dark;${light}}
@media (prefers-color-scheme:dark){:root{${dark}}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"DejaVu Sans",sans-serif}
main,header,footer{max-width:1120px;margin:0 auto;padding:0 16px}
header{padding-top:24px}
h1{font-size:1.7rem;line-height:1.2;margin:0 0 8px}
h2{font-size:1.25rem;margin:32px 0 8px;padding-top:8px;border-top:2px solid var(--c1)}
h3{font-size:1.05rem;margin:0 0 4px}
p{margin:0 0 10px}
.muted{color:var(--muted);font-size:.9rem}
nav ul{display:flex;flex-wrap:wrap;gap:4px 14px;padding:0;margin:0 0 8px;list-style:none}
a{color:var(--c1)}
.charts{columns:2 420px;column-gap:16px}
article{border:1px solid var(--grid);border-radius:12px;padding:14px;margin:0 0 16px;break-inside:avoid}
figure{margin:0}
figure svg{display:block;width:100%;max-width:560px;height:auto;margin:6px auto}
figure svg text{font-family:"DejaVu Sans",Verdana,system-ui,sans-serif}
details{margin-top:6px}
summary{cursor:pointer;color:var(--c1);min-height:28px}
.table{max-height:420px;overflow:auto;border:1px solid var(--grid);border-radius:8px}
.table:focus-visible{outline:2px solid var(--c1)}
table{border-collapse:collapse;width:100%;font-size:.85rem;font-variant-numeric:tabular-nums}
th,td{text-align:left;padding:3px 8px;border-bottom:1px solid var(--grid);vertical-align:top}
.n{text-align:right;white-space:nowrap}
@media (max-width:480px){table{font-size:.8rem}th,td{padding:3px 5px}}
thead th{position:sticky;top:0;background:var(--paper)}
code{font:.85em/1.4 ui-monospace,SFMono-Regular,Menlo,"DejaVu Sans Mono",monospace;overflow-wrap:anywhere;background:var(--grid);padding:1px 5px;border-radius:4px}
.ask{margin:8px 0 0;font-size:.85rem;color:var(--muted)}
footer{padding-top:24px;padding-bottom:40px}
@media print{body{font-size:11pt}.charts{columns:1}article{margin-bottom:12px}table{font-size:8pt}nav{display:none}.table{max-height:none;overflow:visible}thead th{position:static}}
`.trim();
