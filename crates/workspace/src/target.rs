//! Where files that leave the program come to stand, and how they get there: whole or not at all.

use std::fs;
use std::path::{Path, PathBuf};

use typeset::Rendition;

use crate::error::Error;
use crate::export::export_error;
use crate::strays;
use crate::words::{self, Args};

/// Returns the file with an ending: a name that has another gets it at its end, for what is written is of that sort whatever
/// it is called. What is there already keeps its name: it is replaced or refused by what it is.
pub(crate) fn with_ending(target: &Path, ending: &str) -> PathBuf {
    let has = |own: &std::ffi::OsStr| own.eq_ignore_ascii_case(ending);
    let is_there = fs::symlink_metadata(target).is_ok();
    match target.file_name() {
        Some(name) if !is_there && !target.extension().is_some_and(has) => {
            let mut name = name.to_owned();
            name.push(format!(".{ending}"));
            target.with_file_name(name)
        }
        _ => target.to_owned(),
    }
}

/// Returns the file that an export writes: the target itself, or in a folder the title with `.pdf`, and from the second of
/// several documents with one title on its number among them.
pub(crate) fn target_file(
    target: &Path,
    title: &str,
    number: impl FnOnce() -> Result<usize, Error>,
) -> Result<PathBuf, Error> {
    if !target.is_dir() {
        return Ok(with_ending(target, "pdf"));
    }
    let name = file_name(title);
    Ok(target.join(match number()? {
        0 | 1 => format!("{name}.pdf"),
        number => format!("{name} ({number}).pdf"),
    }))
}

/// Returns the same file under another name, which the locale makes of its own.
pub(crate) fn with_suffix(pdf: &Path, key: &str) -> PathBuf {
    let name = pdf.file_stem().unwrap_or_default().to_string_lossy();
    let named = |name: &str| {
        let args = Args::from([("name".to_owned(), name.to_owned())]);
        format!("{}.pdf", words::say(key, &args))
    };
    let room = LONGEST_NAME.saturating_sub(named("").len());
    let fits = name.char_indices().map(|(at, c)| at + c.len_utf8());
    let end = fits.take_while(|end| *end <= room).last().unwrap_or(0);
    pdf.with_file_name(named(name[..end].trim_end()))
}

/// The most bytes of a file's name that every file system takes.
const LONGEST_NAME: usize = 240;

/// Refuses to put a paper, an archive copy or a receipt in the place of one of another sort; and a receipt, which nobody
/// names, in the place of anything else.
pub(crate) fn refuse_another(path: &Path, wanted: Rendition) -> Result<(), Error> {
    let Ok(there) = fs::read(path) else {
        return Ok(());
    };
    match typeset::rendition(&there) {
        Some(found) if found != wanted => Err(Error::AnotherRendition {
            path: path.to_owned(),
            found,
        }),
        None if wanted == Rendition::Receipt => Err(Error::Exists(path.to_owned())),
        _ => Ok(()),
    }
}

/// Returns a title as a name that every file system takes.
#[must_use]
pub(crate) fn file_name(title: &str) -> String {
    let safe = title.chars().map(|c| {
        if c.is_control() || r#"<>:"/\|?*"#.contains(c) {
            ' '
        } else {
            c
        }
    });
    let name = safe
        .collect::<String>()
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ");
    let short: String = name.chars().take(120).collect();
    let short = short.trim_matches([' ', '.']).to_owned();
    if short.is_empty() {
        "Missiv".to_owned()
    } else {
        short
    }
}

/// Writes a file beside its target, syncs it and puts it in place: a failure leaves an old file whole.
///
/// # Errors
/// The disk refuses, or a workspace file or something that is no file stands there.
pub fn write_whole(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    let path = free(path)?;
    strays::clear_beside(&path);
    typeset::export::save(bytes, &path).map_err(export_error)
}

/// Returns where something can be written that is to have this name: a link's own target, and never in the place of a
/// workspace file, which is nowhere else, nor of a device or a pipe.
pub(crate) fn free(path: &Path) -> Result<PathBuf, Error> {
    let Ok(found) = fs::metadata(path) else {
        return Ok(path.to_owned());
    };
    if !found.is_file() {
        return Err(Error::NotAFile(path.to_owned()));
    }
    if store::Store::is_workspace(path) {
        return Err(Error::WorkspaceInTheWay(path.to_owned()));
    }
    if path.is_symlink() {
        return fs::canonicalize(path).map_err(|error| Error::io(path, error));
    }
    Ok(path.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_longer_name_still_fits() {
        let long = "å".repeat(120);
        let path = with_suffix(Path::new(&format!("mapp/{long}.pdf")), "archive-name");
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        assert!(name.len() <= LONGEST_NAME, "{name}");
        assert!(name.ends_with("å – arkivkopia.pdf"), "{name}");
    }

    #[test]
    fn a_name_without_the_ending_gets_it() {
        let check = |name: &str, ending: &str, expected: &str| {
            let found = with_ending(Path::new(name), ending);
            assert_eq!(found, Path::new(expected));
        };
        check("ut", "pdf", "ut.pdf");
        check("mapp/ut", "eml", "mapp/ut.eml");
        check("ut.pdf", "pdf", "ut.pdf");
        check("ut.PDF", "pdf", "ut.PDF");
        check("ut.pdf", "eml", "ut.pdf.eml");
        check("möte 2027.01.20", "pdf", "möte 2027.01.20.pdf");
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(with_ending(folder.path(), "pdf"), folder.path());
    }

    #[test]
    fn a_title_becomes_a_name_that_every_file_system_takes() {
        assert_eq!(
            file_name("UTKAST – Plan 2025 – område Äldre"),
            "UTKAST – Plan 2025 – område Äldre"
        );
        assert_eq!(file_name("a/b\\c:d\u{7}?"), "a b c d");
        assert_eq!(file_name(" ... "), "Missiv");
    }
}
