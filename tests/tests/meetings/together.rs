//! Two people with a copy each, who go through the same meeting.

use missiv_tests::WorkspaceFile;

use super::group;

fn copied(file: &WorkspaceFile) -> WorkspaceFile {
    let copy = file.place.path("kopia.missiv");
    file.done("copy", &[copy.to_str().unwrap()]);
    WorkspaceFile::of(&std::fs::read(copy).unwrap())
}

/// 5.1-7: who begins an agenda or notes apart begins the same ones.
#[test]
fn an_agenda_and_notes_that_are_begun_apart_are_one() {
    let file = group(
        "skaraborg_fora",
        "Forum Äldre",
        &[
            ("A.A.", "Ordförande", "Skövde kommun"),
            ("B.B.", "Kommunrepresentant", "Hjo kommun"),
        ],
    );
    file.done("meeting plan", &["2026", "13 februari"]);
    file.done(
        "matter add",
        &["rubrik=Nattbemanning", "arendetyp=Dialogärende"],
    );
    let other = copied(&file);
    for (mine, noted) in [(&file, "Läget är känt."), (&other, "Frågan är angelägen.")] {
        mine.done("meeting agenda", &["2026-02-13"]);
        mine.done("matter take-up", &["1", "dagordning"]);
        mine.done("meeting notes", &["dagordning"]);
        mine.done("set", &["mötesanteckningar", "1", "noterat", noted]);
    }
    file.done("merge", &[other.path.to_str().unwrap()]);
    let lines = file.json("list", &[]);
    let count = |concept: &str| {
        let all = lines.as_array().unwrap().iter();
        all.filter(|line| line["concept"] == concept).count()
    };
    assert_eq!((count("meeting"), count("notes")), (1, 1));
    let agenda = file.text("dagordning");
    assert_eq!(
        agenda.matches("## Ärende 1 Nattbemanning").count(),
        1,
        "{agenda}"
    );
    // What both wrote about the same matter is a conflict with both texts, and nothing is lost.
    let conflicts = file.done("conflicts", &[]);
    for text in ["Läget är känt.", "Frågan är angelägen."] {
        assert!(conflicts.contains(text), "{conflicts}");
    }
}
