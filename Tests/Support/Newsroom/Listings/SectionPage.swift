extension Edition {
    /// A list of all articles in print between navigation, advertisement and a footer whose links are no articles.
    func sectionPage() -> String {
        let cards = stories.map { story in
            """
            <div class="card">
            <a href="\(story.path)"><img src="/media/\(story.number).jpg" alt=""></a>
            <span class="badge">\(html(story.article.section))</span>
            <h3><a href="\(story.path)">\(html(story.article.title))</a></h3>
            <p class="masa">\(story.date.malayLine)</p>
            </div>
            """
        }
        return """
            <!DOCTYPE html>
            <html lang="ms"><head><meta charset="utf-8"><title>Edisi negeri - \(html(outlet.name))</title></head>
            <body>
            <nav><a href="/">Utama</a> <a href="/edisi">Edisi</a> <a href="/sukan">Sukan</a> <a href="/log-masuk">Log masuk</a>
            <a href="http://\(authority)/langgan">Langgan</a> <a href="javascript:void(0)">Menu</a></nav>
            <h1>Edisi negeri</h1>
            <main>
            \(cards.joined(separator: "\n"))
            </main>
            <aside><a href="https://iklan.example/klik?id=7"><img src="/iklan.png" alt="Iklan"></a></aside>
            <div class="halaman"><a href="?page=1">1</a> <a href="?page=2">2</a></div>
            <footer><a href="/hubungi-kami">Hubungi kami</a> <a href="/dasar-privasi">Dasar privasi</a>
            <a href="mailto:editor@sinaran-contoh.example">Editor</a></footer>
            </body></html>

            """
    }
}

func html(_ text: String) -> String { Markup.escaped(text) }
