//! Bilagor: listed with their pages, carried by the PDF, laid beside it, and told of where they cannot go along.

use std::{fs, path::Path};

use crate::made::sample_of;
use missiv_tests::{Place, WorkspaceFile, verapdf};

const REPORT: &str = "Äldre-2025-år";

/// The sample year, where a memo is written anew.
fn group() -> WorkspaceFile {
    let file = WorkspaceFile::of(&fs::read(&sample_of(REPORT).file).unwrap());
    file.done("begin", &["halland_missiv_beslutsunderlag", "2026"]);
    file.done("set", &["missiv/2026", ".", "rubrik", "Ett ärende"]);
    file
}

fn attach(file: &WorkspaceFile, pdf: &Path, more: &[&str]) {
    let words = ["missiv/2026", pdf.to_str().unwrap()];
    let words: Vec<&str> = words.into_iter().chain(more.iter().copied()).collect();
    file.done("attach", &words);
}

fn export(file: &WorkspaceFile, folder: &str, more: &[&str]) -> serde_json::Value {
    let folder = file.place.path(folder);
    fs::create_dir_all(&folder).unwrap();
    let words = ["missiv/2026", folder.to_str().unwrap()];
    let words: Vec<&str> = words.into_iter().chain(more.iter().copied()).collect();
    file.json("export", &words)
}

fn beside(answer: &serde_json::Value) -> Vec<String> {
    let paths = answer["attachments"].as_array().unwrap().iter();
    paths
        .map(|path| path.as_str().unwrap().to_owned())
        .collect()
}

/// A page without tags, as other programs write them.
fn page(trailer: &str) -> Vec<u8> {
    let objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>",
    ];
    let mut pdf = String::from("%PDF-1.7\n");
    let mut table = String::from("0000000000 65535 f \n");
    for (number, object) in objects.iter().enumerate() {
        table += &format!("{:010} 00000 n \n", pdf.len());
        pdf += &format!("{} 0 obj\n{object}\nendobj\n", number + 1);
    }
    let start = pdf.len();
    pdf += &format!(
        "xref\n0 4\n{table}trailer\n<< /Size 4 /Root 1 0 R {trailer}>>\nstartxref\n{start}\n%%EOF\n"
    );
    pdf.into_bytes()
}

#[test]
fn a_bilaga_is_listed_with_its_pages_carried_and_laid_beside() {
    let file = group();
    let report = sample_of(REPORT);
    let budget = file.place.write("Budget_ 2026.pdf", page(""));
    attach(&file, &report.path, &["--title", "Årsrapport 2025"]);
    attach(&file, &budget, &[]);

    let answer = export(&file, "ut", &[]);
    let path = Path::new(answer["path"].as_str().unwrap());
    let pdf = fs::read(path).unwrap();
    let carried = typeset::supplements(&pdf).unwrap();
    let names: Vec<&str> = carried.iter().map(|(name, _)| name.as_str()).collect();
    let (first, second) = (
        "Bilaga 1 – Årsrapport 2025.pdf",
        "Bilaga 2 – Budget_ 2026.pdf",
    );
    assert_eq!(names, [first, second]);
    assert!(carried[0].1 == report.pdf && carried[1].1 == page(""));
    let beside = beside(&answer);
    assert!(
        beside[1].ends_with("– bilaga 2 – Budget_ 2026.pdf"),
        "{beside:?}"
    );
    assert!(fs::read(&beside[0]).unwrap() == report.pdf);
    assert!(fs::read(&beside[1]).unwrap() == page(""));
    verapdf::assert_passes(verapdf::WITH_ATTACHMENT, &[path]);
    let text = typeset::text(&pdf)
        .unwrap()
        .concat()
        .replace(char::is_whitespace, "");
    let pages = typeset::inspect(&report.pdf).unwrap();
    assert!(
        text.contains(&format!("Årsrapport2025,{pages}sidor")),
        "{text}"
    );
    assert!(text.contains("Budget_2026,1sida"), "{text}");

    // What was printed can be read back with its bilagor, and exported again it is the same.
    let again = WorkspaceFile::at(Place::new());
    let words = [
        "read".as_ref(),
        path.as_os_str(),
        "--into".as_ref(),
        again.path.as_os_str(),
    ];
    let _ = again.place.missiv(words).succeeded();
    let copy = export(&again, "ut", &["--draft"]);
    let copy = fs::read(copy["path"].as_str().unwrap()).unwrap();
    assert_eq!(typeset::attachment(&copy), typeset::attachment(&pdf));
    assert!(typeset::supplements(&copy).unwrap() == carried);
}

/// PDF/A-2 takes no attachments of other kinds; whoever archives the copy archives what lies beside it.
#[test]
fn an_archive_copy_has_its_bilagor_beside_it_only() {
    let file = group();
    let budget = file.place.write("Budget.pdf", page(""));
    attach(&file, &budget, &[]);
    let answer = export(&file, "ut", &["--archive"]);
    let path = answer["path"].as_str().unwrap();
    assert_eq!(
        typeset::supplements(&fs::read(path).unwrap()),
        Ok(Vec::new())
    );
    assert!(fs::read(&beside(&answer)[0]).unwrap() == page(""));
    verapdf::assert_passes(verapdf::ARCHIVE, &[path]);
}

#[test]
fn a_locked_a_damaged_or_a_missing_bilaga_is_told_of_and_stays_behind() {
    let file = group();
    let locked = page("/Encrypt << /Filter /Standard /V 1 /R 2 >> ");
    let locked = file.place.write("Låst.pdf", locked);
    let damaged = file.place.write("Trasig.pdf", &page("")[..80]);
    let whole = file.place.write("Hel.pdf", page(""));
    attach(&file, &whole, &[]);
    let codes = || {
        let mut codes = file.codes("missiv/2026");
        codes.retain(|code| code.starts_with("attachment"));
        codes
    };
    assert_eq!(codes(), [""; 0]);
    attach(&file, &locked, &[]);
    attach(&file, &damaged, &[]);
    let listed = file.json("show", &["missiv/2026"]).to_string();
    assert!(
        listed.contains("Låst") && listed.contains("Trasig"),
        "{listed}"
    );
    assert_eq!(codes(), ["attachment-encrypted", "attachment-damaged"]);
    let answer = export(&file, "ut", &[]);
    assert_eq!(beside(&answer).len(), 1);
    // The row's file is replaced, and its title stays.
    attach(&file, &whole, &["--row", "2"]);
    assert_eq!(codes(), ["attachment-damaged"]);
    let answer = export(&file, "ut", &[]);
    assert!(
        beside(&answer)[1].ends_with("– bilaga 2 – Låst.pdf"),
        "{answer}"
    );
    let absent = r#"[{"title":"Hel","sha256":"0000000000000000000000000000000000000000000000000000000000000000"},{"title":"Sedan"}]"#;
    file.done("set", &["missiv/2026", ".", "bilagor", absent, "--stored"]);
    assert_eq!(codes(), ["attachment-missing", "attachment-missing"]);
}

#[test]
fn what_is_no_pdf_or_too_large_is_refused() {
    let file = group();
    let refused = |name: &str, bytes: &[u8], more: &[&str]| {
        let path = file.place.write(name, bytes);
        let words = ["missiv/2026", path.to_str().unwrap()];
        let words: Vec<&str> = words.into_iter().chain(more.iter().copied()).collect();
        file.refused("attach", &words)
    };
    let said = refused("budget.docx", b"PK\x03\x04", &[]);
    assert!(
        said.contains("budget.docx") && said.contains("PDF"),
        "{said}"
    );
    let mut large = page("");
    large.resize(20 * 1024 * 1024 + 1, b' ');
    assert!(refused("stor.pdf", &large, &[]).contains("stor.pdf"));
    refused("liten.pdf", &page(""), &["--row", "7"]);
    // All of a document's bilagor together have a bound too.
    large.truncate(19 * 1024 * 1024);
    attach(&file, &file.place.write("a.pdf", &large), &[]);
    large[1000] = b'\n';
    attach(&file, &file.place.write("b.pdf", &large), &[]);
    large[1001] = b'\n';
    let said = refused("c.pdf", &large, &[]);
    assert!(said.contains("40"), "{said}");
}
