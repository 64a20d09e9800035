/// The one style sheet: screen, phone and A4.
///
/// Inside the document itself, because the report must be one file that fetches nothing.
enum HTMLStyle {
  /// The rule that repeats the banner in the upper margin of every printed page.
  static func runningHead(_ banner: String) -> String {
    "@media print{@page{@top-left{content:\"\(escaped(banner))\";width:100%;"
      + "font:bold 9pt Arial,\"Liberation Sans\",sans-serif;color:#1b1b1b}}}"
  }

  /// Text as the inside of a CSS string: all but letters, digits and spaces as escapes.
  private static func escaped(_ raw: String) -> String {
    PlainText(raw).text.unicodeScalars.map { scalar in
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", " ": String(scalar)
      default: "\\" + String(scalar.value, radix: 16) + " "
      }
    }.joined()
  }

  static let sheet = """
    :root{--ink:#1b1b1b;--soft:#595959;--blue:#12436D;--line:#d5dadf;--wash:#f4f6f8}
    *{box-sizing:border-box}
    html{font:17px/1.5 Arial,"Liberation Sans",sans-serif;color:var(--ink);background:#fff;\
    -webkit-text-size-adjust:100%;text-size-adjust:100%}
    body{margin:0 auto;padding:2.2rem 1.25rem 5rem;max-width:44rem;overflow-wrap:break-word}
    .skip{position:absolute;left:-200vw;background:#fff;color:var(--blue);padding:.6rem .9rem}
    .skip:focus{left:1rem;top:.6rem}
    .banner{margin:0 0 1.6rem;padding:.45rem .8rem;border:2px solid var(--ink);font-weight:700;\
    font-size:.9rem;max-width:none}
    .kicker{margin:0;color:var(--soft);font-size:.85rem;letter-spacing:.02em}
    h1{font-size:1.95rem;line-height:1.18;margin:.25rem 0 .7rem;text-wrap:balance}
    h2{font-size:1.4rem;line-height:1.25;margin:3.2rem 0 .6rem;padding-top:1rem;\
    border-top:3px solid var(--blue);text-wrap:balance}
    h3{font-size:1.12rem;line-height:1.3;margin:2.2rem 0 .5rem}
    h4,h5,h6{font-size:1rem;margin:1.6rem 0 .4rem}
    .label{display:block;font-weight:400;font-size:.85rem;color:var(--soft);margin-bottom:.15rem}
    p,ul{margin:.65rem 0;max-width:36rem}ul{padding-left:1.2rem}li{margin:.3rem 0}
    data{white-space:nowrap}
    .answers{margin:1.5rem 0;border-top:1px solid var(--line)}
    .answers div{display:grid;grid-template-columns:8.4rem 1fr;gap:1.1rem;padding:.8rem 0;\
    border-bottom:1px solid var(--line)}
    .answers dt{color:var(--soft);font-size:.9rem;padding-top:.18rem}
    .answers dd{margin:0;max-width:34rem}.answers strong{font-size:1.1rem;line-height:1.4}\
    .answers dd>ul{margin:0;padding-left:1.1rem}
    .contents h2{font-size:1.12rem;margin:2rem 0 .4rem;padding:0;border:0}
    .contents ul{margin:0;padding:0;list-style:none}.contents li{margin:.2rem 0}
    .limit{border-left:5px solid #F46A25;background:#fff7f2;padding:.75rem 1.1rem;margin:1.5rem 0;\
    max-width:38rem}
    .limit p{margin:.3rem 0}
    figure{margin:2rem 0 2.4rem}figcaption{max-width:38rem;margin-bottom:.7rem}
    .finding{display:block;font-weight:700;font-size:1.1rem;line-height:1.32;text-wrap:balance}
    .what{display:block;color:var(--soft);font-size:.9rem;line-height:1.4;margin-top:.15rem}
    svg{display:block;width:100%;height:auto}
    .narrow{display:none}.narrow svg{max-width:24rem}
    .source{font-size:.85rem;line-height:1.45;color:var(--soft);margin:.4rem 0}
    details{margin:.5rem 0}
    summary{cursor:pointer;color:var(--blue);font-size:.9rem;padding:.25rem 0;width:fit-content}
    .scroll{overflow-x:auto;margin:.7rem 0}
    table{border-collapse:collapse;width:100%;font-size:.9rem;line-height:1.35;\
    font-variant-numeric:tabular-nums}
    caption{text-align:left;font-weight:700;padding:.3rem 0 .4rem}
    th,td{padding:.4rem .7rem;border-bottom:1px solid var(--line);text-align:left;\
    vertical-align:top}
    th:first-child,td:first-child{padding-left:0}th:last-child,td:last-child{padding-right:0}
    td.right,thead th.right{text-align:right}td.right{white-space:nowrap}
    tbody th{font-weight:400}thead th{border-bottom:2px solid var(--ink);vertical-align:bottom}
    .unit{font-weight:400;color:var(--soft)}
    .numbers caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);\
    white-space:nowrap}
    .tablenote{font-size:.85rem;color:var(--soft);margin:.3rem 0}
    blockquote{margin:1.6rem 0;padding:.1rem 0 .1rem 1.1rem;border-left:3px solid #28A197;\
    max-width:36rem;font-size:1.1rem;line-height:1.45}
    blockquote p{margin:.2rem 0}
    blockquote footer{font-size:.85rem;color:var(--soft);margin-top:.4rem}
    .made{font-size:.85rem;background:var(--wash);padding:.9rem 1.1rem;margin:1rem 0}
    .made div{display:grid;grid-template-columns:9rem 1fr;gap:1rem;padding:.12rem 0}
    .made dt{color:var(--soft)}.made dd{margin:0;overflow-wrap:anywhere}
    .notes{font-size:.85rem;color:var(--soft)}.notes p{margin:.3rem 0}
    .what.onpaper{display:none}
    .unseen{position:absolute;width:1px;height:1px;margin:0;padding:0;border:0;overflow:hidden;clip-path:inset(50%)}
    code{font:.92em Consolas,"Liberation Mono",monospace;overflow-wrap:anywhere}
    a{color:var(--blue)}
    :focus-visible{outline:3px solid var(--ink);outline-offset:2px;box-shadow:0 0 0 6px #fff}
    @media screen and (min-width:50rem){
    .scroll{width:min-content;min-width:100%;max-width:calc(100vw - 4rem);position:relative;\
    left:50%;transform:translateX(-50%)}
    }
    @media screen and (max-width:34rem){
    html{font-size:16px}body{padding:1.4rem 1rem 3rem}
    h1{font-size:1.65rem}h2{margin-top:2.6rem}
    .answers div{grid-template-columns:1fr;gap:.1rem}
    .made div{grid-template-columns:1fr;gap:0;padding:.3rem 0}
    .paired .wide{display:none}.paired .narrow{display:block}
    }
    @media print{
    @page{size:A4;margin:15mm 16mm 13mm;@bottom-right{content:counter(page) " / " counter(pages);\
    font:9pt Arial,"Liberation Sans",sans-serif;color:#595959}}
    html{font-size:10pt;line-height:1.26}body{padding:0;max-width:none}
    .skip{display:none}.banner{margin-bottom:.8rem;padding:.2rem .6rem}
    h1{font-size:19pt}h2{font-size:14pt;margin-top:.7rem;padding-top:.35rem}
    h3{font-size:11pt;margin:.7rem 0 .25rem}p,ul{margin:.3rem 0}
    figcaption,.limit,.answers dd,p,ul,blockquote{max-width:none}
    .answers{margin:.9rem 0}.answers div{padding:.45rem 0}
    .answers dt{font-size:9.5pt}.answers strong{font-size:11pt}
    .contents{margin:0}.contents h2{margin-top:0}.contents ul{columns:2}.contents a{color:inherit;text-decoration:none}
    .annexed,.seldom,.screens .drawing,.screens .source,.screens .what{display:none}.annex{display:block;break-before:page}
    .screens .what.onpaper{display:block}
    .opened,.more summary{font-weight:700;color:inherit;list-style:none}
    .numbers.behind summary{display:none}
    details::details-content{content-visibility:visible;display:block;block-size:auto}
    .numbers caption,.annex caption{position:static}
    .annex,details{font-size:9.5pt}table{font-size:9pt;line-height:1.2}
    th,td{padding:.1rem .35rem}caption{font-size:9.5pt;padding:.2rem 0}
    .kicker,.label,.source,.tablenote,.notes,.made,blockquote footer{font-size:9pt;line-height:1.3}
    .annex h3{margin:.7rem 0 .2rem}.annex .scroll{margin:.3rem 0 .5rem}.annex p{margin:.2rem 0}
    .slim{columns:2;column-gap:9mm}.slim tbody th{white-space:nowrap}
    .annex tbody th{min-width:32mm}.slim tbody th{min-width:0}
    .finding{font-size:10pt;line-height:1.25}.what{font-size:9pt;line-height:1.25}
    .tablenote{display:inline}
    .made{padding:.4rem .8rem;margin:.4rem 0}.behind .made{columns:2;column-gap:8mm}
    .behind .made div{grid-template-columns:7rem 1fr;gap:.5rem}
    .drawing{max-width:\(PlacedDrawing.narrowest)mm}
    figure{margin:.5rem 0}figcaption{margin-bottom:.3rem}
    .scroll{overflow:visible}td.right{white-space:normal}.few td.right{white-space:nowrap}
    .limit{border:1px solid var(--ink);border-left-width:5px;padding:.3rem .8rem;margin:.6rem 0}
    .limit p{display:inline}code{font-size:9pt}
    li{margin:.15rem 0}blockquote{font-size:1rem;line-height:1.3;margin:.4rem 0}\
    blockquote footer{margin-top:.1rem}.source{margin:.25rem 0}
    figure,.drawing,.limit,blockquote,.answers div,.made div,.contents,tr,.short{break-inside:avoid}
    figcaption{break-inside:avoid}.annex figure{break-inside:auto}.annex figcaption,.annex h3{break-after:avoid}
    h2,h3,h4,.label,.tablenote,.opened,summary,caption,thead,thead tr,\
    tbody tr:first-child:not(:last-child),tbody tr:nth-last-child(2){break-after:avoid}
    tbody tr:last-child:not(:first-child){break-before:avoid}
    thead{display:table-header-group}
    p,li{orphans:3;widows:3}
    *{-webkit-print-color-adjust:exact;print-color-adjust:exact}
    }
    """
}
