//! A mail draft with a paper: for the notice of a meeting and for its notes. The user's own mail program sends it.

use std::fs;
use std::path::{Path, PathBuf};

use mail_builder::MessageBuilder;
use mail_builder::headers::raw::Raw;
use model::id::ObjectId;
use model::meeting::read;
use model::vocabulary::Role;

use crate::error::Error;
use crate::list::title_of;
use crate::target::{file_name, write_whole};
use crate::words::{Args, say};
use crate::{ExportForm, Workspace, clock};

impl Workspace {
    /// Writes a mail draft (RFC 5322, `.eml`) with the document's PDF and its bilagor attached, to everybody who is in
    /// the group on the meeting's day, or today where that has passed, and has an address. With a folder as the target the document's title becomes the file's name. Returns the file.
    ///
    /// # Errors
    /// As [`Workspace::export`].
    pub fn mail_draft(&self, id: ObjectId, target: &Path) -> Result<PathBuf, Error> {
        let loaded = self.load(id)?;
        let title = title_of(&loaded.paper);
        let path = if target.is_dir() {
            target.join(format!("{}.eml", file_name(&title)))
        } else {
            target.to_owned()
        };
        let folder = tempfile::tempdir().map_err(|error| Error::io(target, error))?;
        let exported = self.export_as(id, folder.path(), &ExportForm::default())?;
        let day = read::day(read::own(&loaded.paper, Role::MeetingDate));
        let day = day.map_or_else(|| self.today(), |day| day.max(self.today()));
        let people = loaded.group.people.iter();
        let people = people.filter(|person| person.is_there(day));
        let addresses = people.map(|person| person.word(Role::Email).trim().to_owned());
        let addresses: Vec<String> = addresses.filter(|address| is_address(address)).collect();
        let args = Args::from([("title".to_owned(), title.clone())]);
        let mut mail = MessageBuilder::new()
            .header("X-Unsent", Raw::new("1"))
            .message_id(format!("{}@missiv.invalid", clock::new_object()))
            .date(clock::now().timestamp())
            .to(addresses)
            .subject(title.as_str())
            .text_body(say("mail-draft", &args));
        for file in std::iter::once(&exported.path).chain(&exported.attachments) {
            let bytes = fs::read(file).map_err(|error| Error::io(file, error))?;
            let name = file.file_name().unwrap_or_default().to_string_lossy();
            mail = mail.attachment("application/pdf", name.into_owned(), bytes);
        }
        let bytes = mail
            .write_to_vec()
            .map_err(|error| Error::io(&path, error))?;
        write_whole(&path, &bytes)?;
        Ok(path)
    }
}

/// Whether a text can stand as an address in a mail's head: one line, one @, nothing that parts addresses.
fn is_address(text: &str) -> bool {
    let plain = text
        .chars()
        .all(|c| !c.is_whitespace() && !c.is_control() && !r#"<>,;:"()[]\"#.contains(c));
    plain
        && text.split('@').filter(|part| !part.is_empty()).count() == 2
        && text.matches('@').count() == 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_one_address_is_written_to() {
        assert!(is_address("processtod@example.org"));
        for other in [
            "",
            "a@",
            "@b",
            "a b@c",
            "a@b, c@d",
            "a@b\r\nBcc: x@y",
            "a@b@c",
            "<a@b>",
        ] {
            assert!(!is_address(other), "{other}");
        }
    }
}
