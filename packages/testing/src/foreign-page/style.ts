/**
 * The style sheet of an old CRM: resets and element rules that would reach into anything that is not kept apart. They are
 * here to show that widgets neither take them on nor leave anything behind.
 */
export const oldStyle = `
* { margin: 0; padding: 0; box-sizing: content-box; font-family: Tahoma, "SimSun", "Noto Serif CJK SC", serif; }
body { background: #dfe6ee; color: #222; font-size: 12px; line-height: 1.3; }
button { background: linear-gradient(#fff, #c8d4e2); border: 1px solid #7a8fa8; color: #003; padding: 2px 9px; text-transform: uppercase; letter-spacing: 2px; }
input, select { border: 1px inset #99a; background: #ffffe8; }
table { border-collapse: collapse; width: 100%; }
td, th { border: 1px solid #b9c6d4; padding: 4px 7px; text-align: left; vertical-align: top; }
th { background: #e9eff6; font-weight: bold; width: 92px; }
h1 { font-size: 17px; color: #1d4f86; } h2 { font-size: 13px; color: #fff; background: #4d7bab; padding: 4px 8px; }
p { text-indent: 2em; } a { color: #06c; text-decoration: underline; } svg { fill: red; width: 99px; } section { float: none; }
.head { background: #1d4f86; color: #fff; padding: 9px 14px; } .head b { font-size: 15px; } .head span { float: right; }
.cols { display: grid; grid-template-columns: 190px minmax(0, 1fr) 400px; gap: 10px; padding: 10px; align-items: start; }
.box { background: #fff; border: 1px solid #9fb4ca; } .box > div { padding: 8px; } .list a { display: block; padding: 4px 8px; border-bottom: 1px dotted #b9c6d4; }
.list a.on { background: #fdf3cf; font-weight: bold; } milepost-widget { margin: 8px; }
.side { --mp-color-accent: #1d4f86; --mp-radius: 2px; }
@media (max-width: 900px) { .cols { grid-template-columns: minmax(0, 1fr); } }
`;
