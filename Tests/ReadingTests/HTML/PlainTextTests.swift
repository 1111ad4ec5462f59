import Reading
import Testing

struct PlainTextTests {
    @Test(arguments: [
        ("<p>Satu.</p><p>Dua.</p>", "Satu.\nDua."), ("Satu<br>dua<br/>tiga", "Satu\ndua\ntiga"),
        ("<p>Satu<p>Dua<div>Tiga", "Satu\nDua\nTiga"), ("<ul><li>a<li>b</ul>c", "a\nb\nc"),
        ("A <b>B</b>, <i>C</i>\n D", "A B, C D"), ("<h1>T</h1>x<!-- y -->z", "T\nxz"),
        ("a<script>var b = '</p>';</script>c", "ac"), ("a<style>p{}</style> c", "a c"),
        ("a<!-- b", "a"), ("a <b", "a"), ("5 < 6 dan 7 > 2", "5 < 6 dan 7 > 2"), ("a<>b", "a<>b"), ("</p>a</", "a</"),
        ("<a title='x > y' href=/z>k</a>", "k"), ("<p>Anda &amp; saya&nbsp;&#8211; kami</p>", "Anda & saya – kami"),
        ("<table><tr><td>a<td>b<tr><td>c</table>d", "a\nb\nc\nd"), ("teks biasa", "teks biasa"), ("", ""),
        ("<svg><title>ikon</title></svg>a", "a"), ("<svg>a", "a"), ("a<textarea>b</textarea>c", "a\nc"),
        ("<![CDATA[a]]>b", "b"), ("<?xml version='1.0'?>b", "b"), ("<P CLASS=x>a</P>", "a"),
    ])
    func textOfHTML(html: String, text: String) {
        #expect(plainText(ofHTML: html) == text)
    }

    @Test func aScriptThatSpeaksOfEndTagsEndsAtItsOwn() {
        #expect(plainText(ofHTML: "<script>if (a</b/.exec(x)) '</scripts>'</script >ya") == "ya")
    }
}
