//! The judge itself: a judge that lets everything pass would prove nothing.

use missiv_tests::{Place, verapdf};

#[test]
fn a_pdf_without_tags_and_metadata_fails_with_its_clauses() {
    let place = Place::new();
    let file = place.write("utan märkning.pdf", untagged());
    let Some(verdicts) = verapdf::judge(verapdf::WITH_ATTACHMENT, &[&file]) else {
        return;
    };
    let flavours: Vec<&str> = verdicts
        .iter()
        .map(|verdict| verdict.flavour.as_str())
        .collect();
    assert_eq!(flavours, ["3a", "ua1"]);
    for verdict in &verdicts {
        assert!(!verdict.compliant && verdict.error.is_none(), "{verdict}");
        assert_eq!(verdict.file, file);
    }
    assert!(
        verdicts[0]
            .failed
            .iter()
            .any(|rule| rule.clause.starts_with("6.6")),
        "{}",
        verdicts[0]
    );
    assert!(
        verdicts[1].failed.iter().any(|rule| rule.clause == "7.1"),
        "{}",
        verdicts[1]
    );
}

#[test]
fn a_file_that_is_no_pdf_is_an_error_and_the_judge_goes_on() {
    let place = Place::new();
    let broken = place.write("trasig.pdf", "det här är text");
    let plain = place.write("hel.pdf", untagged());
    let missing = place.path("saknas.pdf");
    let Some(verdicts) = verapdf::judge("ua1", &[broken, missing, plain]) else {
        return;
    };
    let errors: Vec<bool> = verdicts
        .iter()
        .map(|verdict| verdict.error.is_some())
        .collect();
    assert_eq!(errors, [true, true, false]);
    assert!(verdicts.iter().all(|verdict| !verdict.compliant));
}

/// One empty page, as plain as a PDF can be.
fn untagged() -> Vec<u8> {
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
        "xref\n0 4\n{table}trailer\n<< /Size 4 /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n"
    );
    pdf.into_bytes()
}
