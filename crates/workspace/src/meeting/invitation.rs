//! A mail draft with a paper: for the notice of a meeting and for its notes, or with a question to those who were absent.
//! The user's own mail program sends it.

use std::fs;
use std::path::{Path, PathBuf};

use mail_builder::MessageBuilder;
use mail_builder::headers::raw::Raw;
use model::group::Person;
use model::id::ObjectId;
use model::input::long_date;
use model::meeting::read;
use model::paper::{Paper, Printed};
use model::profile::Circle;
use model::vocabulary::{Concept, Role};

use crate::error::Error;
use crate::list::title_of;
use crate::load::Loaded;
use crate::target::{file_name, with_ending, write_whole};
use crate::words::{Args, say};
use crate::{ExportForm, Workspace, clock};

/// A mail draft that was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MailDraft {
    /// The file.
    pub path: PathBuf,
    /// Those whom it would have gone to and who have no address, as they are named.
    pub without_address: Vec<String>,
}

impl Workspace {
    /// Writes a mail draft (RFC 5322, `.eml`) to everybody whose meeting it is on its day, or today where that has passed: the document's PDF with its bilagor, and of a meeting when and where it is. A question to absent
    /// members goes to them alone, as words, until the replies are put together. With a folder as the target the
    /// document's title becomes the file's name.
    ///
    /// # Errors
    /// As [`Workspace::export`].
    pub fn mail_draft(&self, id: ObjectId, target: &Path) -> Result<MailDraft, Error> {
        let loaded = self.load(id)?;
        let title = title_of(&loaded.paper);
        let path = if target.is_dir() {
            target.join(format!("{}.eml", file_name(&title)))
        } else {
            with_ending(target, "eml")
        };
        let asked = asked(&loaded.paper);
        let to = |person: &&Person| match &asked {
            Some(asked) => asked.contains(&person.word(Role::Organisation)),
            None => true,
        };
        let day = read::day(read::own(&loaded.paper, Role::MeetingDate));
        let day = day.map_or_else(|| self.today(), |day| day.max(self.today()));
        let people = loaded.group.people.iter();
        let whose = read::own_body(&loaded.paper, &loaded.profile);
        let circle = whose.filter(|_| asked.is_none());
        let circle = circle.map_or(Circle::Everybody, |body| loaded.profile.circle(body));
        let people = people.filter(|person| person.meets_with(&circle, Some(day)));
        let people = people.filter(to);
        let has_address = |person: &&Person| is_address(person.word(Role::Email).trim());
        let (reached, others): (Vec<&Person>, Vec<&Person>) = people.partition(has_address);
        let addresses: Vec<&str> = reached
            .iter()
            .map(|person| person.word(Role::Email).trim())
            .collect();
        let mut mail = MessageBuilder::new()
            .header("X-Unsent", Raw::new("1"))
            .message_id(format!("{}@missiv.invalid", clock::new_object()))
            .date(clock::now().timestamp())
            .to(addresses)
            .subject(title.as_str())
            .text_body(body(&loaded, &title, asked.is_some()));
        if asked.is_none() {
            let folder = tempfile::tempdir().map_err(|error| Error::io(target, error))?;
            let exported = self.export_as(id, folder.path(), &ExportForm::default())?;
            for file in std::iter::once(&exported.path).chain(&exported.attachments) {
                let bytes = fs::read(file).map_err(|error| Error::io(file, error))?;
                let name = file.file_name().unwrap_or_default().to_string_lossy();
                mail = mail.attachment("application/pdf", name.into_owned(), bytes);
            }
        }
        let bytes = mail
            .write_to_vec()
            .map_err(|error| Error::io(&path, error))?;
        write_whole(&path, &bytes)?;
        Ok(MailDraft {
            path,
            without_address: others.into_iter().map(named).collect(),
        })
    }
}

/// The parties that a question goes to, as long as their replies are not put together; nothing for other papers.
fn asked(paper: &Paper) -> Option<Vec<&str>> {
    let is_open = paper.document.concept == Concept::Poll && read::own(paper, Role::Date).is_none();
    is_open.then(|| {
        let answers = read::items(paper, Concept::Answer).into_iter();
        let parties = answers.filter_map(|answer| match read::of(answer, Role::Party)? {
            Printed::Party(party) => Some(party.label.as_str()),
            _ => None,
        });
        parties.collect()
    })
}

fn named(person: &Person) -> String {
    let parts = [Role::Name, Role::Office].map(|role| person.word(role));
    let mut parts = parts.into_iter().filter(|part| !part.is_empty());
    parts.next().unwrap_or_default().to_owned()
}

/// What the mail says: a greeting, what it is about, a line for each fact that is known.
fn body(loaded: &Loaded, title: &str, asks: bool) -> String {
    let paper = &loaded.paper;
    let own = |role| read::words(read::own(paper, role)).trim().to_owned();
    let line = |key: &str, text: String| {
        (!text.is_empty()).then(|| say(key, &Args::from([("text".to_owned(), text)])))
    };
    let day = read::day(read::own(paper, Role::MeetingDate));
    let when = day.map(|day| [long_date(day), own(Role::Time)]);
    let when = when.map(|when| when.join(" ").trim().to_owned());
    let facts = if asks {
        let matters = read::items(paper, Concept::Matter).into_iter();
        let questions = matters.map(|matter| read::words(read::of(matter, Role::Description)));
        let last = read::day(read::own(paper, Role::ReplyBy)).map(long_date);
        let mut facts = vec![Some(own(Role::Motivation)).filter(|why| !why.is_empty())];
        facts.extend(questions.map(|question| line("mail-question", question)));
        facts.push(line("mail-reply-by", last.unwrap_or_default()));
        let body = read::own_body(paper, &loaded.profile).unwrap_or_default();
        let mut rules = loaded.profile.decision_rules_of(body);
        let is_consent = rules.any(|rule| rule.silence.is_some());
        facts.push(is_consent.then(|| say("mail-silence", &Args::new())));
        facts
    } else if paper.document.concept == Concept::Meeting {
        vec![
            line("mail-when", when.unwrap_or_default()),
            line("mail-where", own(Role::Location)),
            line("mail-link", own(Role::MeetingLink)),
        ]
    } else {
        Vec::new()
    };
    let key = if asks { "mail-asks" } else { "mail-draft" };
    let args = Args::from([("title".to_owned(), title.to_owned())]);
    let mut parts = vec![say(key, &args)];
    let between = if asks { "\n\n" } else { "\n" };
    let facts: Vec<String> = facts.into_iter().flatten().collect();
    if !facts.is_empty() {
        parts.push(facts.join(between));
    }
    parts.push(say("mail-end", &Args::new()));
    parts.join("\n\n")
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
