import Reading
import Testing

struct PageLinkTests {
    private let section = """
        <html><body><nav><ul><li><a href="/berita/semasa-dan-isu-hari-ini">Semasa dan isu hari ini semua</a>
        <li><a href="/sukan">Sukan bola sepak dan badminton</a></ul></nav><div class="list">
        <div class="item"><a href="/berita/1-banjir"><img src=a.jpg></a><h3><a href="/berita/1-banjir?ref=a#top">Banjir: 40 keluarga
        pindah malam tadi</a></h3><a href="/berita/1-banjir?ref=a">Baca</a></div>
        <div class="item"><h3><a href="https://www.rekaan.example/berita/2-maut">Pekerja maut terjatuh dari bangunan</a></h3></div>
        <div class="item"><h3><a href="/berita/3-rumah">Rumah ibu tunggal hangus dijilat api</a></h3></div>
        <div class="item"><h3><a href="https://lain.example/iklan">Beli rumah idaman anda hari ini juga</a></h3></div>
        <div class="item"><h3><a href="/tag/banjir">Semua berita tentang banjir tahun ini</a></h3></div>
        <div class="item"><h3><a href="javascript:void(0)">Muat lagi berita di halaman ini</a></h3></div></div>
        <p>Baca <a href="/dasar-privasi">dasar privasi kami yang baharu</a></p>
        <footer><a href="/a">Hubungi kami di pejabat utama kami</a> <a href="/b">Dasar kuki dan privasi laman kami</a></footer>
        """
    private let page = WebURL("https://rekaan.example/berita")

    @Test func headlinesOfASectionAreFoundByTheirPlace() throws {
        let found = try links(inPage: Array(section.utf8), url: #require(page))
        #expect(
            found.map(\.url.href) == [
                "https://rekaan.example/berita/1-banjir?ref=a", "https://www.rekaan.example/berita/2-maut",
                "https://rekaan.example/berita/3-rumah",
            ])
        #expect(found.first?.text == "Banjir: 40 keluarga pindah malam tadi")
    }

    @Test func aSelectorTakesWhatItNames() throws {
        let found = try links(inPage: Array(section.utf8), url: #require(page), matching: HTMLSelector("nav li, p a"))
        #expect(found.map(\.url.path) == ["/berita/semasa-dan-isu-hari-ini", "/sukan", "/dasar-privasi"])
    }

    @Test func theBaseOfThePageCounts() throws {
        let html =
            "<base href='/arkib/'><ul><li class=x><a href=1>Kisah pertama dari kampung rekaan</a><li class=x><a href=2>Kisah "
            + "kedua dari kampung rekaan</a></ul>"
        let found = try links(inPage: Array(html.utf8), url: #require(page))
        #expect(found.map(\.url.path) == ["/arkib/1", "/arkib/2"])
    }
}
