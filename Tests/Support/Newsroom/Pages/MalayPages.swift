extension Edition {
    func stateEditionPage(of story: Story) -> String {
        let article = story.article
        let read = others(than: story, 1).map {
            "<p><strong>Baca juga:</strong> <a href=\"\($0.path)\">\(html($0.article.title))</a></p>"
        }
        let head = article.paragraphs.prefix(2)
        let tail = article.paragraphs.dropFirst(2)
        return """
            <!DOCTYPE html>
            <html lang="ms">
            <head>
            <meta charset="utf-8">
            <title>\(html(article.title)) | \(html(outlet.name))</title>
            <link rel="canonical" href="\(story.url)">
            <link rel="amphtml" href="http://\(authority)/amp\(story.path)">
            <meta property="og:title" content="\(html(article.title))">
            <meta property="og:type" content="article">
            \(script(newsArticle(story)))
            <script>window.dataLayer = window.dataLayer || []; dataLayer.push({page: "artikel"});</script>
            </head>
            <body>
            <div id="cookie-bar">Laman ini menggunakan kuki untuk meningkatkan pengalaman anda. <button>Setuju</button></div>
            <header><a href="/">\(html(outlet.name))</a>
            <nav><ul><li><a href="/edisi/kelantan">Kelantan</a></li><li><a href="/edisi/perak">Perak</a></li>
            <li><a href="/edisi/johor">Johor</a></li><li><a href="/sukan">Sukan</a></li></ul></nav></header>
            <main>
            <article>
            <h1>\(html(article.title))</h1>
            <div class="meta"><span class="penulis">\(html(article.author ?? "Wartawan kami"))</span>
            <time datetime="\(story.date.rfc3339)">\(story.date.malayLine)</time></div>
            <div class="saiz-huruf">A A A</div>
            \(figure(story))\(article.caption.map { "<p class=\"kapsyen\">\(html($0))</p>\n" } ?? "")\
            <div class="kandungan">
            \(Markup.paragraphs(Array(head)))
            \(read.joined())
            \(Markup.paragraphs(Array(tail)))
            </div>
            <div class="tag">Tag: <a href="/topik/\(article.section)">\(html(article.section))</a></div>
            </article>
            <section class="berita-lain"><h2>Artikel berkaitan</h2><ul>
            \(links(to: others(than: story, 6)))
            </ul></section>
            </main>
            <footer>Hak cipta terpelihara \(html(outlet.name)). Ikuti kami di saluran Telegram.</footer>
            </body>
            </html>

            """
    }

    /// The same story under another address, as AMP demands it.
    func ampPage(of story: Story) -> String {
        """
        <!doctype html>
        <html ⚡ lang="ms">
        <head>
        <meta charset="utf-8">
        <title>\(html(story.article.title))</title>
        <link rel="canonical" href="\(story.url)">
        <script async src="https://cdn.ampproject.example/v0.js"></script>
        </head>
        <body>
        <h1>\(html(story.article.title))</h1>
        <p>\(story.date.malayLine)</p>
        \(Markup.paragraphs(story.article.paragraphs))
        </body>
        </html>

        """
    }

    func metaTagsPage(of story: Story) -> String {
        let article = story.article
        return """
            <!DOCTYPE html>
            <html lang="ms">
            <head>
            <meta charset="utf-8">
            <title>\(html(article.title))</title>
            <meta name="author" content="\(html(article.author ?? outlet.name))">
            <meta property="og:url" content="\(story.url)">
            <meta property="og:site_name" content="\(html(outlet.name))">
            <meta property="article:published_time" content="\(story.date.rfc3339)">
            <meta name="description" content="\(html(story.teaser))">
            </head>
            <body>
            <div class="menu"><a href="/">Utama</a> | <a href="/edisi">Edisi</a> | <a href="/sukan">Sukan</a></div>
            <div class="article">
            <h1 class="tajuk">\(html(article.title))</h1>
            \(figure(story))\
            <div class="article-body">\(article.paragraphs.map(html).joined(separator: "<br>\n<br>\n"))</div>
            </div>
            <div class="share">Kongsi: <a href="https://sosial.example/kongsi?u=\(story.url)">Facebook</a></div>
            <div class="sidebar"><h4>Paling popular</h4><ul>
            \(links(to: others(than: story, 5)))
            </ul></div>
            <div class="footer">Penerbitan \(html(outlet.name)). Dasar privasi. Terma penggunaan.</div>
            </body>
            </html>

            """
    }

    func visibleDatePage(of story: Story) -> String {
        let article = story.article
        return """
            <!DOCTYPE html>
            <html>
            <head><meta charset="utf-8"><title>\(html(article.title)) - \(html(outlet.name))</title></head>
            <body>
            <div class="top"><a href="/">\(html(outlet.name))</a> <a href="/tentang">Tentang</a></div>
            <h2>\(html(article.title))</h2>
            <p class="tarikh">\(story.date.malayLine)</p>
            \(figure(story))\
            \(Markup.paragraphs(article.paragraphs))
            <p><em>Langgan saluran kami untuk berita terkini.</em></p>
            <h3>Berita lain</h3><ul>
            \(links(to: others(than: story, 4)))
            </ul>
            </body>
            </html>

            """
    }

    func tablesPage(of story: Story) -> String {
        let article = story.article
        let body = article.paragraphs.map { "<font face=\"Verdana\" size=\"2\">\(html($0))</font><p>" }
        return """
            <html>
            <head><meta http-equiv="Content-Type" content="text/html; charset=utf-8">
            <title>\(html(outlet.name)): \(html(article.title))</title></head>
            <body bgcolor="#ffffff">
            <table width="760"><tr><td colspan="2"><b>\(html(outlet.name))</b></td></tr>
            <tr><td width="140" valign="top"><a href="/">Muka depan</a><br><a href="/sukan.php">Sukan</a><br>
            \(links(to: others(than: story, 3)))
            </td>
            <td valign="top">
            <font face="Verdana" size="4"><b>\(html(article.title))</b></font><br>
            <font size="1">Dikemas kini: \(story.date.figures)</font><p>
            \(body.joined(separator: "\n"))
            </td></tr></table>
            <center><font size="1">Sesuai dilihat dengan resolusi 800 x 600</font></center>
            </body></html>

            """
    }
}
