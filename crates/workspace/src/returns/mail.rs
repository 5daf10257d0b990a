//! What is asked, as plain text for a mail.
//!
//! Lines are broken here, below the width at which mail programs break them: a line of ours that comes back is then
//! known again and is not taken for an answer.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use model::input::long_date;
use model::paper::in_words;
use model::schema::Field;
use model::vocabulary::{FieldType, Role};

use super::ask::{Question, Who, people};
use super::reply::{ANSWER, RULE, plain_line};
use crate::list::title_of;
use crate::load::Loaded;
use crate::wording::value_words;
use crate::words::{self, Args};

/// The most characters of a line.
const WIDTH: usize = 72;

/// Returns what the mail is about.
pub(super) fn subject(title: &str) -> String {
    say("returns-subject", &[("title", title)])
}

/// Returns the mail to a person with their questions; `last` is the day by which the document must be finished.
pub(super) fn text(
    loaded: &Loaded,
    who: &Who,
    questions: &[&Question],
    last: Option<NaiveDate>,
    signed: Option<&str>,
) -> String {
    let mut lines = Vec::new();
    let group = loaded.group.word(Role::Title);
    let title = title_of(&loaded.paper);
    let about = [("group", group), ("title", title.as_str())];
    if who.name.is_empty() {
        wrap(&say("returns-of-nobody", &about), "", &mut lines);
    } else {
        lines.push(say("returns-hello", &[("name", &who.name)]));
        lines.push(String::new());
        wrap(&say("returns-of-person", &about), "", &mut lines);
    }
    lines.push(String::new());
    if let Some(day) = last {
        let day = long_date(day);
        wrap(&say("returns-last-day", &[("day", &day)]), "", &mut lines);
        lines.push(String::new());
    }
    wrap(&say("returns-how", &[]), "", &mut lines);
    lines.push(String::new());
    lines.push(say("returns-helps", &[]));
    for field in fields(questions) {
        wrap(&help(loaded, field), "– ", &mut lines);
    }
    let mut row = None;
    for question in questions {
        if row != Some(question.row.id) {
            row = Some(question.row.id);
            lines.push(String::new());
            lines.push(heading(&question.place()));
            shown(question, &mut lines);
        }
        lines.push(String::new());
        lines.push(format!("[{}] {}", question.key, question.field.label));
        answer(&question.current, &mut lines);
    }
    lines.push(String::new());
    lines.push(heading(&say("returns-end", &[])));
    if let Some(signed) = signed {
        lines.push(String::new());
        wrap(&say("returns-thanks", &[]), "", &mut lines);
        lines.push(signed.to_owned());
    }
    lines.join("\n") + "\n"
}

/// Returns every line that stands in a mail about these questions and is no answer, in the form in which lines are
/// compared. Any of the group may have sent it, and signed it.
pub(super) fn known_lines(
    loaded: &Loaded,
    questions: &[Question],
    last: Option<NaiveDate>,
) -> BTreeSet<String> {
    let mut known = BTreeSet::new();
    for who in people(questions) {
        let of: Vec<&Question> = questions.iter().filter(|one| one.who == who).collect();
        let text = text(loaded, &who, &of, last, Some(""));
        known.extend(text.lines().map(plain_line));
        known.insert(plain_line(&subject(&title_of(&loaded.paper))));
    }
    let people = loaded.group.people.iter();
    known.extend(people.map(|person| plain_line(&crate::history::named(person))));
    known
}

/// Each field once, as its kind of rows comes first.
fn fields<'a>(questions: &[&Question<'a>]) -> Vec<&'a Field> {
    let mut found: Vec<&Field> = Vec::new();
    for question in questions {
        let same =
            |one: &&Field| one.label == question.field.label && one.help == question.field.help;
        if !found.iter().any(same) {
            found.push(question.field);
        }
    }
    found
}

fn help(loaded: &Loaded, field: &Field) -> String {
    let help = field.help.trim();
    let choices = match field.ty {
        FieldType::Choice => {
            let options = loaded.options(field);
            let labels: Vec<&str> = options.iter().map(|one| one.label.as_str()).collect();
            say("returns-choose", &[("words", &labels.join(", "))])
        }
        FieldType::Bool => say("returns-yes-or-no", &[]),
        FieldType::Money if !help.contains("kronor") => say("returns-kronor", &[]),
        _ => String::new(),
    };
    let said = [help, &choices].map(str::trim).join(" ");
    format!("{}: {}", field.label, said.trim())
}

/// What the row shows of the object it follows, in words.
fn shown(question: &Question, lines: &mut Vec<String>) {
    let words = value_words();
    let said = |cell: &&model::paper::Cell| {
        !matches!(cell.is, Some(Role::Title | Role::Responsible)) && cell.value.is_some()
    };
    let cells = question.row.shown.iter().filter(said);
    let told: Vec<String> = cells
        .filter_map(|cell| {
            let value = in_words(cell.value.as_ref()?, &words);
            Some(format!("{} {}", cell.label.to_lowercase(), value))
        })
        .collect();
    if !told.is_empty() {
        wrap(
            &say("returns-shown", &[("words", &told.join(", "))]),
            "",
            lines,
        );
    }
}

/// What stands there is written out, so that one can change it or let it stand.
fn answer(current: &str, lines: &mut Vec<String>) {
    let paragraphs = current.lines().filter(|line| !line.trim().is_empty());
    let before = lines.len();
    for paragraph in paragraphs {
        if lines.len() == before {
            wrap(paragraph, &format!("{ANSWER} "), lines);
        } else {
            lines.push(String::new());
            wrap(paragraph, "", lines);
        }
    }
    if lines.len() == before {
        lines.push(format!("{ANSWER} "));
    }
}

fn heading(words: &str) -> String {
    let room = WIDTH - 2 * (RULE.len() + 1);
    let words: String = if words.chars().count() > room {
        let cut: String = words.chars().take(room - 1).collect();
        format!("{}…", cut.trim_end())
    } else {
        words.to_owned()
    };
    format!("{RULE} {words} {RULE}")
}

/// Adds a paragraph, its first line after `first`.
fn wrap(text: &str, first: &str, lines: &mut Vec<String>) {
    let mut line = first.to_owned();
    let mut length = line.chars().count();
    let mut is_begun = false;
    // Hard spaces hold their words together.
    for word in text
        .split([' ', '\n', '\t'])
        .filter(|word| !word.is_empty())
    {
        let long = word.chars().count();
        if is_begun && length + 1 + long > WIDTH {
            lines.push(std::mem::take(&mut line));
            (length, is_begun) = (0, false);
        }
        if is_begun {
            line.push(' ');
            length += 1;
        }
        line.push_str(word);
        length += long;
        is_begun = true;
    }
    lines.push(line);
}

fn say(key: &str, args: &[(&str, &str)]) -> String {
    let args: Args = args
        .iter()
        .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
        .collect();
    words::say(key, &args)
}
