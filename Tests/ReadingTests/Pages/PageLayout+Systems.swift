extension PageLayout {
    static let contentSystems = [
        PageLayout(
            name: "WordPress with related posts and comments",
            html: """
                <html><head><title>\(headline) – Portal Contoh</title></head>
                <body class="post-template single single-post postid-7 has-sidebar"><div id="page"><header id="masthead">
                <h1 class="site-title"><a href="/">Portal Contoh</a></h1></header><div id="content"><main>
                <article class="post-7 post type-post category-jenayah tag-maut"><header class="entry-header">
                <h1 class="entry-title">\(headline)</h1><div class="entry-meta">Oleh <a rel="author" href="/a">Tan Rekaan</a> on
                5 Mac 2031</div></header><div class="entry-content"><p>\(lead)</p><p>\(middle)</p><p>\(end)</p>
                <div class="sharedaddy"><h3>Share this:</h3><ul><li><a href="?share=x">X</a></li></ul></div>
                <div id="jp-relatedposts"><h3>Related</h3><p>Sebuah lagi berita panjang tentang perkara lain yang berlaku minggu
                lalu.</p></div></div></article><div id="comments" class="comments-area"><h2>3 komen</h2><ol><li><p>Takziah
                kepada keluarga mangsa, semoga mereka tabah menghadapi ujian yang berat ini bersama anak-anak.</p></li></ol>
                </div></main></div><aside id="secondary" class="widget-area"><h2>Terkini</h2></aside></div></body></html>
                """, title: headline, paragraphs: [lead, middle, end]),
        PageLayout(
            name: "Blogger with breaks instead of paragraphs",
            html: """
                <html><head><title>Blog Rekaan: \(headline)</title></head><body><div class="main section"><div class="blog-posts">
                <div class="post hentry"><h3 class="post-title entry-title">\(headline)</h3><div class="post-body entry-content">
                \(lead)<br /><br />\(middle)<br /><br /><b>\(end)</b><div style="clear: both;"></div></div>
                <div class="post-footer">Posted by Blog Rekaan at 9:12 AM</div></div></div></div>
                <div class="sidebar section"><div class="widget"><p>Blog ini bercerita tentang kehidupan di kampung rekaan dan
                perkara lain.</p></div></div></body></html>
                """, title: headline, paragraphs: [lead, middle, end]),
        PageLayout(
            name: "Drupal with the lead in a field of its own",
            html: """
                <html><head><meta property="og:title" content="\(headline)"></head><body><div class="node node-article">
                <h1 class="page-title">\(headline)</h1><div class="field-summary"><p>\(lead)</p></div>
                <div class="field field-name-body"><div class="field-items"><p>\(middle)</p><p>\(end)</p>
                <p>Siasatan lanjut sedang dijalankan oleh pihak berkuasa keselamatan pekerjaan negeri itu.</p></div></div></div>
                </body></html>
                """, title: headline,
            paragraphs: [
                lead, middle, end,
                "Siasatan lanjut sedang dijalankan oleh pihak berkuasa keselamatan pekerjaan negeri itu.",
            ]),
        PageLayout(
            name: "paragraphs in boxes of their own",
            html: """
                <html><head><title>\(headline)</title></head><body><div class="row"><h2>\(headline)</h2></div>
                <div class="row"><div class="col"><p>\(lead)</p></div></div><div class="row"><div class="col"><p>\(middle)</p>
                </div></div><div class="row"><div class="col"><p>\(end)</p></div></div><div class="row"><div class="col">
                <a href="/1">Berita pertama di bahagian lain laman ini</a></div></div></body></html>
                """, title: headline, paragraphs: [lead, middle, end]),
    ]

    static let odd = [
        PageLayout(
            name: "a ticker above the headline that is longer than the article",
            html: """
                <html><head><title>\(headline)</title></head><body><div class="wrap"><div class="running"><ul>\((1...9).map {
                    "<li><a href=/\($0)>Berita utama nombor \($0)</a> <span>Perenggan pertama berita nombor \($0) yang agak "
                        + "panjang tentang sesuatu yang berlaku di tempat lain pada hari yang sama.</span></li>"
                }.joined())</ul></div><div class="story"><h2>\(headline)</h2><p>\(lead)</p><p>\(middle)</p><p>\(end)</p></div>
                </div></body></html>
                """, title: headline, paragraphs: [lead, middle, end]),
        PageLayout(
            name: "teasers of other articles below",
            html: """
                <html><head><title>\(headline)</title></head><body><main><h1>\(headline)</h1><p>\(lead)</p><p>\(middle)</p>
                <p>\(end)</p><section>\((1...5).map {
                    "<article><h3><a href=/\($0)>Tajuk berita lain nombor \($0) hari ini</a></h3><p>Ringkasan berita lain nombor "
                        + "\($0), cukup panjang untuk kelihatan seperti satu perenggan.</p></article>"
                }.joined())</section></main></body></html>
                """, title: headline, paragraphs: [lead, middle, end]),
        PageLayout(
            name: "a cookie notice and comments longer than the article",
            html: """
                <html><head><title>\(headline)</title></head><body><div id="cookie-consent"><p>\(String(
                    repeating: "Kami menggunakan kuki untuk meningkatkan pengalaman anda di laman ini. ", count: 9))</p></div>
                <h1>\(headline)</h1><div><p>\(lead)</p><p>\(middle)</p><p>\(end)</p></div><div class="fb-comments">\((1...9).map {
                    "<p>Pembaca \($0): sangat sedih membaca kisah ini, semoga keluarga mangsa mendapat pembelaan yang "
                        + "sewajarnya.</p>"
                }.joined())</div></body></html>
                """, title: headline, paragraphs: [lead, middle, end]),
        PageLayout(
            name: "tags left open and tables for layout",
            html: """
                <html><head><title>\(headline)</title><body><table width=100%><tr><td class=menu><a href=/>Utama</a><br>
                <a href=/b>Berita</a><td><font size=5><b>\(headline)</b></font><p>\(lead)<p>\(middle)<p><i>\(end)
                <td class=kanan><a href=/x>Pautan</a></table>
                """, title: headline, paragraphs: [lead, middle, end]),
        PageLayout(
            name: "a post shared from elsewhere and a table belong to the text",
            html: """
                <html><head><title>\(headline)</title></head><body><article><h1>\(headline)</h1><p>\(lead)</p>
                <div class="social-embed"><blockquote class="tweet"><p>Salam takziah kepada keluarga mangsa, bantuan segera
                sedang diuruskan oleh pejabat kami.</p></blockquote></div><p>\(middle)</p><table><tr><th>Tahun<th>Maut
                <tr><td>2029<td>12<tr><td>2030<td>17</table><p>\(end)</p></article></body></html>
                """, title: headline,
            paragraphs: [
                lead, "Salam takziah kepada keluarga mangsa, bantuan segera sedang diuruskan oleh pejabat kami.",
                middle,
                "Tahun Maut", "2029 12", "2030 17", end,
            ]),
        PageLayout(
            name: "Chinese",
            html: """
                <html lang="zh"><head><title>园丁被树枝压死 遗下妻子和四名孩子 | 虚构日报</title></head><body><nav><a href="/">首页</a></nav>
                <h1>园丁被树枝压死 遗下妻子和四名孩子</h1><div class="post-content"><p>（虚构城5日讯）一名47岁园丁昨早在公园工作时，不幸被掉落的树枝压中头部，当场身亡。</p>
                <p>死者遗下妻子和四名年幼的孩子，家境贫困，全家依靠他一人的收入维持生活。</p></div><div>相关新闻</div></body></html>
                """, title: "园丁被树枝压死 遗下妻子和四名孩子",
            paragraphs: [
                "（虚构城5日讯）一名47岁园丁昨早在公园工作时，不幸被掉落的树枝压中头部，当场身亡。",
                "死者遗下妻子和四名年幼的孩子，家境贫困，全家依靠他一人的收入维持生活。",
            ]),
    ]
}
