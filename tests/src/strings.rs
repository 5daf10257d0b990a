//! Texts that another program would take for its own language.

use crate::plain;

/// A text as it is typed, and what a page must show of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hostile {
    /// What is typed.
    pub typed: &'static str,
    /// What a line shows.
    pub line: &'static str,
    /// What a text field shows, whose small Markdown is meant as such.
    pub text: &'static str,
}

const fn same(typed: &'static str) -> Hostile {
    Hostile {
        typed,
        line: typed,
        text: typed,
    }
}

const fn shown(typed: &'static str, shown: &'static str) -> Hostile {
    Hostile {
        typed,
        line: shown,
        text: shown,
    }
}

/// Every one of them stands in every field that takes text.
pub const ALL: &[Hostile] = &[
    // Typst
    same("#panic(\"hej\") #import \"x\" #{ 1 + 1 }"),
    same("$x^2$ och $ \"text\" $"),
    same("#read(\"/etc/passwd\") #sys.inputs"),
    same("@ref <label> ~ -- --- ... // kommentar /* och */ mer"),
    same("= heading == två / term: beskrivning"),
    same("]]]]] ))))) }}}}} #show: it => [] #set page(width: 1pt)"),
    same("#while true {} #range(300000000)"),
    // Markdown: a line shows what was typed, a text what was meant
    Hostile {
        typed: "*a* **b** [c](https://d.se)",
        line: "*a* **b** [c](https://d.se)",
        text: "a b c",
    },
    Hostile {
        typed: "`kod` ~~struken~~ ![bild](x.png)",
        line: "`kod` ~~struken~~ ![bild](x.png)",
        text: "`kod` ~~struken~~ ![bild](x.png)",
    },
    same("[x](javascript:alert(1)) [^1] :smile:"),
    // HTML and entities
    same("<script>alert(1)</script> <img src=x onerror=y> &amp; &#65;"),
    // SQL, shells, templates, formats
    same("'); DROP TABLE step;-- \" OR 1=1"),
    same("$(rm -rf /) ; cat ../../etc/passwd | %PATH% %s %n {0} {{x}} ${x}"),
    same("{year} {parent}.{n} {title} {group}"),
    // What nobody sees, and what cannot be printed
    shown(
        "kontroll\u{1}\u{7}\u{1b}[31mtecken\u{7f}\u{9f}",
        "kontroll[31mtecken",
    ),
    shown("emoji 👩‍👩‍👧‍👦 och ☃", "emoji □□□□ och □"),
    shown(
        "faktura\u{202e}fdp.exe\u{202c} שלום مرحبا",
        "fakturafdp.exe □□□□ □□□□□",
    ),
    shown("ga\u{308}rna fo\u{308}r a\u{30a}ldern", "gärna för åldern"),
    shown(
        "noll\u{200b}\u{200c}\u{200d}\u{feff}bredd\u{ad}ord",
        "nollbreddord",
    ),
    shown("漢字 \u{e000} \u{fffd} \u{10ffff}", "□□ □ □ □"),
    same("ﬁ ﬂ ½ ‰ € – — ” ’ … × ≤ § å Ö ß ñ ł"),
];

/// Returns a text without what a line's end or a page's width changes: spaces, and places where a word may break.
#[must_use]
pub fn letters(text: &str) -> String {
    plain(text)
        .chars()
        .filter(|c| !c.is_whitespace() && *c != '\u{200b}')
        .collect()
}
