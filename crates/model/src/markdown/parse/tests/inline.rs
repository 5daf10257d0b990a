//! Marks within a line, and what is none.

use super::*;

#[test]
fn stars_and_underscores_make_bold_and_italic() {
    check_spans(
        "a **b** *c* __d__ _e_",
        &[
            span("a "),
            bold("b"),
            span(" "),
            italic("c"),
            span(" "),
            bold("d"),
            span(" "),
            italic("e"),
        ],
    );
    check_spans(
        "***a* b**",
        &[
            Span {
                italic: true,
                ..bold("a")
            },
            bold(" b"),
        ],
    );
    check_spans("för**bättra**s", &[span("för"), bold("bättra"), span("s")]);
    check_spans("**a***b*", &[bold("a"), italic("b")]);
    check_spans("**en\nrad till**", &[bold("en\nrad till")]);
    check_typed("** a ** och 2 * 3 och snake_case_ord");
}

/// Who types a letter and its mark apart, as some programs do, may end the bold between them.
#[test]
fn a_mark_belongs_to_the_letter_before_it() {
    check_spans("**o**\u{308}", &[bold("o\u{308}")]);
    check_spans("**o**\u{308}l", &[bold("o\u{308}"), span("l")]);
    check_spans("o**\u{308}l**", &[span("o\u{308}"), bold("l")]);
    check_spans(
        "[a](https://b.se)\u{30a} *e*\u{301}\u{323}",
        &[
            link("a\u{30a}", "https://b.se"),
            span(" "),
            italic("e\u{301}\u{323}"),
        ],
    );
    check_spans("**o** \u{308}l", &[bold("o"), span(" \u{308}l")]);
}

#[test]
fn a_backslash_takes_a_marks_meaning_away() {
    check_spans(r"\*a\* \[b\](c) C:\Mapp", &[span(r"*a* [b](c) C:\Mapp")]);
    check(r"\# nej", &[p("# nej")]);
    check(r"1\. nej", &[p("1. nej")]);
}

#[test]
fn a_link_leads_to_the_web_to_mail_or_to_a_telephone() {
    check_spans(
        "se [sidan](https://a.se/b_(c)?d=1&e=2)",
        &[span("se "), link("sidan", "https://a.se/b_(c)?d=1&e=2")],
    );
    check_spans(
        "[a **b**](HTTP://a.se)",
        &[
            link("a ", "http://a.se"),
            Span {
                bold: true,
                ..link("b", "http://a.se")
            },
        ],
    );
    check_spans(
        "<https://a.se/b>",
        &[link("https://a.se/b", "https://a.se/b")],
    );
    check_spans("<vi@a.se>", &[link("vi@a.se", "mailto:vi@a.se")]);
    check_spans(
        "[ring](tel:+4635123456)!",
        &[link("ring", "tel:+4635123456"), span("!")],
    );
    check_spans("!\\[a](mailto:b@c.se)", &[span("![a](mailto:b@c.se)")]);
    check_spans(
        "[a ](https://b.se)c",
        &[link("a", "https://b.se"), span(" c")],
    );
    check_spans(
        "\\![a](https://b.se)",
        &[span("!"), link("a", "https://b.se")],
    );
    check_spans(
        "**[a ](https://b.se)** c",
        &[
            Span {
                bold: true,
                ..link("a", "https://b.se")
            },
            span("  c"),
        ],
    );
}

#[test]
fn any_other_link_is_the_characters_typed() {
    for target in [
        "javascript:alert(1)",
        "JaVaScRiPt:a",
        "data:text/html,a",
        "file:///etc",
        "../a",
        "a.se",
        "#a",
        "",
    ] {
        check_typed(&format!("se [sidan]({target})"));
    }
    for target in [
        "https:",
        "https:///a",
        "https:a",
        "http://",
        "mailto:",
        "<https://a b>",
        "https://a.se \"titel\"",
    ] {
        check_typed(&format!("[sidan]({target})"));
    }
    check_typed("[](https://a.se) [ ](https://a.se)");
    check_typed(&format!("[a](https://{})", "b".repeat(2000)));
    check(
        "[a]: https://b.se\n\n[a]",
        &[p("[a]: https://b.se"), p("[a]")],
    );
}

#[test]
fn what_is_outside_the_subset_is_the_characters_typed() {
    for typed in [
        "`a *b* c`",
        "a &amp; &#65; &nbsp;",
        "![bild *ett*](https://a.se/b.png)",
        "<b>a</b> <!-- b -->",
        "[^1]",
        "~~a~~",
        "<div>\n**a**\n</div>",
        "> **a**\n> b",
        "```rust\n**a**\n# b\n```",
        "~~~\n- a\n~~~",
        "---",
        "***",
        "- - -",
        "Rubrik\n===",
        "Text\n---",
        "a | b",
        "####### a",
        "#a",
        "#",
        "# #",
        "-5",
        "-",
        "1.",
        "--- a",
        "“a” – $b$ ^c^",
    ] {
        check_typed(typed);
    }
    check("    **a**\n      b", &[p("**a**\nb")]);
    check("```\na\n\n  b\n```\nc", &[p("```\na"), p("b\n```"), p("c")]);
    check_spans("```\n**a**", &[span("```\n"), bold("a")]);
    check_spans("**Viktigt**\n---", &[bold("Viktigt"), span("\n---")]);
}

#[test]
fn marks_that_cannot_be_written_back_are_characters() {
    let typed = "<https://a.se>**[__**.](https://a.se)1å***(***— b";
    assert!(
        crate::markdown::parse::inline::read(typed)
            .iter()
            .any(|span| span.bold)
    );
    check_typed(typed);
}
