import Model
import Text

extension Edition {
    func commentsPage(of story: Story) -> String {
        let article = story.article
        return """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <title>\(html(article.title)) | \(html(outlet.name))</title>
            <link rel="canonical" href="\(story.url)">
            <meta property="og:title" content="\(html(article.title))">
            <meta property="article:published_time" content="\(story.date.rfc3339)">
            \(script(newsArticle(story)))
            </head>
            <body>
            <nav><a href="/">Home</a> <a href="/news/nation">Nation</a> <a href="/news/sport">Sport</a>
            <a href="/subscribe">Subscribe from RM1 a day</a></nav>
            <article>
            <h1>\(html(article.title))</h1>
            <p class="byline">By \(html(article.author ?? outlet.name)) <span>\(story.date.englishLine)</span></p>
            \(figure(story))\
            <div class="story-body">
            \(Markup.paragraphs(article.paragraphs))
            </div>
            <aside class="newsletter"><h4>Get the morning brief</h4><p>The news that matters, in your inbox.</p></aside>
            </article>
            <section id="comments"><h3>2 comments</h3>
            <div class="comment"><b>reader88</b><p>Thank you for reporting this.</p></div>
            <div class="comment"><b>kopi_o</b><p>My uncle was in hospital last year, prices only go up.</p></div>
            </section>
            <section class="related"><h3>Related stories</h3><ul>
            \(links(to: others(than: story, 5)))
            </ul></section>
            <footer>Copyright \(html(outlet.name)). We use cookies. <a href="/privacy">Privacy</a></footer>
            </body>
            </html>

            """
    }

    func blogPage(of story: Story) -> String {
        let article = story.article
        return """
            <!DOCTYPE html>
            <html lang="\(article.language.rawValue)">
            <head>
            <meta charset="UTF-8">
            <title>\(html(article.title)) - \(html(outlet.name))</title>
            <link rel="canonical" href="\(story.url)">
            <meta property="og:type" content="article">
            <meta property="article:published_time" content="\(story.date.rfc3339)">
            <meta property="article:section" content="\(html(article.section))">
            </head>
            <body class="single-post">
            <header class="site-header"><p class="site-title"><a href="/">\(html(outlet.name))</a></p></header>
            <main id="content">
            <article class="post type-post">
            <header class="entry-header"><h1 class="entry-title">\(html(article.title))</h1>
            <div class="entry-meta"><a href="/author">\(html(article.author ?? outlet.name))</a>
            <time class="published" datetime="\(story.date.rfc3339)">\(story.date.englishLine)</time></div></header>
            <div class="entry-content">
            \(figure(story))\
            \(Markup.paragraphs(article.paragraphs))
            <div class="sharedaddy"><h3>Share this:</h3><ul><li>Facebook</li><li>WhatsApp</li></ul></div>
            <div class="jp-relatedposts"><h3>Related</h3><ul>
            \(links(to: others(than: story, 3)))
            </ul></div>
            </div>
            <footer class="entry-footer"><a rel="tag" href="/tag/\(article.section)">\(html(article.section))</a></footer>
            </article>
            </main>
            <aside class="widget"><h2>Recent posts</h2><ul>
            \(links(to: Array(stories.prefix(5))))
            </ul></aside>
            </body>
            </html>

            """
    }

    func tickerPage(of story: Story) -> String {
        let article = story.article
        let site: JSONValue = ["@type": "WebSite", "name": .string(outlet.name), "url": .string(home)]
        let graph: JSONValue = ["@context": "https://schema.org", "@graph": [site, newsArticle(story)]]
        return """
            <!DOCTYPE html>
            <html lang="en-MY">
            <head>
            <meta charset="utf-8">
            <title>\(html(article.title))</title>
            <link rel="canonical" href="\(story.url)">
            \(script(graph))
            </head>
            <body>
            <div class="ticker"><strong>Breaking</strong><ul>
            \(links(to: others(than: story, 4)))
            </ul></div>
            <ol class="breadcrumb"><li><a href="/">Home</a></li><li><a href="/\(article.section)">\
            \(html(article.section))</a></li></ol>
            <div class="layout"><div class="column">
            <h1>\(html(article.title))</h1>
            <div class="date"><time datetime="\(story.date.rfc3339)">\(story.date.englishLine)</time></div>
            \(figure(story))\
            <div itemprop="articleBody">
            \(Markup.paragraphs(article.paragraphs))
            <p class="also-read">Also read: \(others(than: story, 1).map { html($0.article.title) }.joined())</p>
            </div></div>
            <div class="rail"><h3>Most read</h3><ul>
            \(links(to: others(than: story, 5)))
            </ul></div></div>
            <footer>The Peninsular Example is a member of the Invented Press Council.</footer>
            </body>
            </html>

            """
    }
}
