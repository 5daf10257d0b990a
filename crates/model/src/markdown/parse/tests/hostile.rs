//! Text that means to harm.

use super::*;

#[test]
fn lists_below_the_eighth_level_are_text() {
    let [Block::List { items, .. }] = &parse(&("- ".repeat(10_000) + "x"))[..] else {
        panic!("a list")
    };
    assert!(plain(&items[0]).starts_with("- - "));
    let stairs: String = (0..300)
        .map(|depth| format!("{}- n{depth}\n", "  ".repeat(depth)))
        .collect();
    let shown = plain(&parse(&stairs));
    assert!((0..300).all(|depth| shown.contains(&format!("n{depth}"))));
    assert!(shown.contains("- n9") && !shown.contains("- n7\n"));
}

#[test]
fn hostile_text_of_100_kb_gives_no_more_than_it_holds() {
    let row = "| a |\n|---|\n";
    let many = [
        "[",
        "]",
        "*",
        "_",
        "**a",
        "*a_",
        "`",
        "`a``",
        "<",
        "<a",
        "&",
        "&a",
        "![",
        "[a](",
        "[a](b",
        "\\",
        "> ",
        "- ",
        "-\n",
        "1. ",
        "1. a\n",
        "#",
        "# a\n",
        "```\n",
        "```a\n",
        "~~~~\na\n",
        "|",
        "|\n",
        "|-",
        "|a\n|-\n",
        "\n",
        "a\n",
        "a\n\n",
        "- a\n\n",
        "(",
        "[a](https://b)",
        "*a* **b** ",
        "<!--",
        "<?",
        "<![CDATA[",
        "]:",
        "\t",
        "    a\n",
        "&#1;",
        "a**b",
        "_a_b",
        row,
    ];
    for piece in many {
        let typed = piece.repeat(100_000 / piece.len());
        assert!(plain(&parse(&typed)).len() <= typed.len(), "{piece:?}");
        let blocks = parse(&piece.repeat(1000));
        assert_eq!(parse(&render(&blocks)), blocks, "{piece:?}");
    }
    let typed = "- ".repeat(20_000) + "x" + &"\n".repeat(60_000);
    assert!(plain(&parse(&typed)).len() <= typed.len());
    let typed = format!("[{}](https://{})", "*a*b".repeat(20_000), "c".repeat(1900));
    assert_eq!(
        parse(&typed),
        [p(&typed)],
        "a target is not copied into each of 40,000 spans"
    );
}

#[test]
fn a_fence_without_an_end_is_looked_up_once() {
    let mut fences = Fences::default();
    assert_eq!(fences.closed(&["```a", "b"]), None);
    assert_eq!(
        fences.closed(&["````", "````"]),
        None,
        "what is below was below the first one too"
    );
    assert_eq!(fences.closed(&["~~~", "~~~"]), Some(2));
}
