import Testing

/// A page in the layout of a kind of outlet, with invented people, and what is to be read from it.
struct PageLayout: Sendable, CustomTestStringConvertible {
    var name: String
    var html: String
    var title: String
    var paragraphs: [String]

    var testDescription: String { name }

    static let all = newspapers + contentSystems + odd
}

// Three paragraphs of one invented event, used where the layout and not the text is what a page tests.
let lead = """
    KOTA REKAAN: Seorang tukang kebun maut selepas dihempap dahan pokok ketika bertugas di Taman Contoh, pagi semalam.
    """
let middle = """
    Mangsa, Salleh Rekaan, 47, yang meninggalkan seorang isteri dan empat anak, disahkan meninggal dunia di tempat kejadian.
    """
let end = "“Dia satu-satunya pencari nafkah kami,” kata isterinya, Kamsiah Contoh, 44, ketika ditemui di sini."
let headline = "Tukang kebun maut dihempap dahan, tinggalkan balu dan empat anak"

extension PageLayout {
    static let newspapers = [
        PageLayout(
            name: "state edition with a caption twice",
            html: """
                <html lang="ms"><head><title>\(headline) - Harian Rekaan</title>
                <meta property="og:title" content="\(headline)"><meta property="og:site_name" content="Harian Rekaan"></head>
                <body class="has-sidebar"><div class="top-menu"><a href="/">Utama</a> <a href="/edisi/selatan">Edisi Selatan</a>
                </div><ol class="breadcrumb"><li><a href="/edisi">Edisi</a><li><a href="/edisi/selatan">Selatan</a></ol>
                <div class="article-wrap"><h1>\(headline)</h1><div class="author-info">AMINAH REKAAN</div>
                <div class="date">5 Mac 2031 09:12pg</div><div class="share-bar">Kongsi: <a href="#">FB</a> <a href="#">X</a></div>
                <figure><img src="a.jpg" alt="Pokok tumbang di Taman Contoh."><figcaption>Keadaan pokok yang dahannya menghempap
                mangsa di Taman Contoh semalam.</figcaption></figure>
                <div class="article-body"><p class="img-caption">Keadaan pokok yang dahannya menghempap mangsa di Taman Contoh
                semalam.</p><p>\(lead)</p><p><strong>Baca juga:</strong> <a href="/x">Lori rempuh gerai, dua cedera</a></p>
                <p>\(middle)</p><div class="ads">Iklan</div><p>\(end)</p></div>
                <div class="tags">Tag: <a href="/tag/maut">maut</a></div>
                <h3>Berita Berkaitan</h3><ul><li><a href="/y">Buruh binaan jatuh dari tingkat lima di tapak projek</a></li>
                <li><a href="/z">Nelayan hilang selepas bot karam dipukul ribut</a></li></ul></div>
                <div class="footer">Hak cipta terpelihara Harian Rekaan Sendirian Berhad, sebuah syarikat yang tidak wujud di mana
                mana, dengan alamat yang panjang dan nombor telefon.</div></body></html>
                """, title: headline, paragraphs: [lead, middle, end]),
        PageLayout(
            name: "agency page without class names",
            html: """
                <html><head><title>Agensi Contoh - \(headline)</title></head><body><table><tr><td><a href="/">Home</a>
                <td><a href="/general">General</a></table><h1>\(headline)</h1><p>05/03/2031 09:12 AM
                <p>\(lead)<p>\(middle)<p>\(end)<p>-- AGENSI CONTOH<hr><p><a href="/1">Most read: something else</a>
                <p><a href="/2">About us</a> | <a href="/3">Contact us</a></body></html>
                """, title: headline, paragraphs: [lead, middle, end]),
        PageLayout(
            name: "accelerated mobile page",
            html: """
                <!doctype html><html ⚡ lang="ms"><head><link rel="canonical" href="/asal"><title>\(headline)</title>
                <style amp-boilerplate>body{animation:none}</style><script async src="v0.js"></script></head><body>
                <amp-sidebar id="sidebar"><ul><li><a href="/">Utama</a></li></ul></amp-sidebar>
                <header><a href="/"><amp-img src="logo.png"></amp-img></a></header><article><h1>\(headline)</h1>
                <amp-img src="a.jpg"><noscript><img src="a.jpg"></noscript></amp-img><p>\(lead)</p>
                <amp-ad type="x"><div fallback>Iklan tidak dapat dipaparkan pada masa ini kerana sambungan terputus.</div></amp-ad>
                <p>\(middle)</p><p>\(end)</p></article><amp-social-share type="x">Kongsi</amp-social-share>
                <footer><p>Dasar privasi kami menerangkan cara kami menggunakan maklumat peribadi anda dengan panjang lebar.</p>
                </footer></body></html>
                """, title: headline, paragraphs: [lead, middle, end]),
        PageLayout(
            name: "gallery with more captions than text",
            html: """
                <html><head><title>\(headline) | Harian Rekaan</title></head><body><main><h1>\(headline)</h1><p>\(lead)</p>
                <div class="gallery">\((1...8).map {
                    "<figure><img src=\($0).jpg><figcaption>Gambar \($0): anggota bomba memotong dahan pokok yang menghempap "
                        + "mangsa di Taman Contoh pagi semalam.</figcaption></figure>"
                }.joined())</div><p>\(middle)</p><p>\(end)</p></main></body></html>
                """, title: headline, paragraphs: [lead, middle, end]),
        PageLayout(
            name: "live updates",
            html: """
                <html><head><title>Banjir di Daerah Rekaan: perkembangan semasa</title></head><body>
                <h1>Banjir di Daerah Rekaan: perkembangan semasa</h1><div class="live-blog">
                <article><time>9.40 malam</time><p>Jumlah mangsa di tiga pusat pemindahan meningkat kepada 412 orang malam
                ini.</p></article><article><time>7.15 malam</time><p>Seorang warga emas, Wan Rekaan, 81, dipindahkan dengan bot
                dari rumahnya di Kampung Contoh.</p></article><article><time>6.02 petang</time><p>Air mula melimpah ke jalan
                utama selepas hujan lebat selama empat jam.</p></article></div></body></html>
                """, title: "Banjir di Daerah Rekaan: perkembangan semasa",
            paragraphs: [
                "Jumlah mangsa di tiga pusat pemindahan meningkat kepada 412 orang malam ini.",
                "7.15 malam",
                "Seorang warga emas, Wan Rekaan, 81, dipindahkan dengan bot dari rumahnya di Kampung Contoh.",
                "6.02 petang", "Air mula melimpah ke jalan utama selepas hujan lebat selama empat jam.",
            ]),
        PageLayout(
            name: "paywall with the text in linked data",
            html: """
                <html><head><title>\(headline)</title><script type="application/ld+json">
                {"@context":"https://schema.org","@type":"NewsArticle","headline":"\(headline)",
                "isAccessibleForFree":false,"articleBody":"\(lead)\\n\(middle)\\n\(end)"}</script></head>
                <body><h1>\(headline)</h1><article><p>\(lead.prefix(60))…</p><div class="paywall-notice">Langgan untuk terus
                membaca. Sudah menjadi pelanggan? Log masuk di sini.</div></article></body></html>
                """, title: headline, paragraphs: [lead, middle, end]),
    ]
}
