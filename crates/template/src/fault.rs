//! What is wrong with a template or a profile, said as codes with places. The sentences stand in the locale.

use std::collections::BTreeMap;

use crate::nearest::nearest;

/// Declares the codes: their spelling and how much each weighs.
macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident = $text:literal $severity:ident,)+) => {
        /// What is wrong. The locale has `fault-<code>` and `fault-<code>-hint` for each.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum FaultCode { $($(#[$doc])* $name,)+ }

        impl FaultCode {
            /// Every code, in the order of declaration.
            pub const ALL: &'static [Self] = &[$(Self::$name,)+];

            /// Returns the code in kebab case. It is stable.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$name => $text,)+ }
            }

            /// Returns how much the fault weighs.
            #[must_use]
            pub const fn severity(self) -> Severity {
                match self { $(Self::$name => Severity::$severity,)+ }
            }
        }
    };
}

codes! {
    // Files.
    /// A file that every pack needs is not there. Args: `file`.
    FileMissing = "file-missing" Error,
    /// A file is larger than a template or profile can be. Args: `file`, `max` in kilobytes.
    FileTooLarge = "file-too-large" Error,
    /// A file is not UTF-8.
    NotUtf8 = "not-utf8" Error,
    /// A printable template has no layout. Args: `file`.
    LayoutMissing = "layout-missing" Error,
    /// An example is not there. Args: `file`.
    ExampleMissing = "example-missing" Warning,
    /// An example is no JSON.
    ExampleUnreadable = "example-unreadable" Error,

    // The file as TOML.
    /// The text is no TOML here.
    Syntax = "syntax" Error,
    /// The format is one that this program does not know. Args: `format`, `known`.
    FormatUnknown = "format-unknown" Error,
    /// A key means nothing in its table. Args: `key`, `table`, `nearest`.
    UnknownKey = "unknown-key" Error,
    /// A key that the table needs is not there. Args: `key`, `table`.
    MissingKey = "missing-key" Error,
    /// A value is of another type. Args: `key`, `wanted`, `found`.
    WrongType = "wrong-type" Error,
    /// A text is empty that must say something. Args: `key`.
    EmptyText = "empty-text" Error,
    /// A list is empty that must hold something. Args: `key`.
    EmptyList = "empty-list" Error,
    /// A number is outside its range. Args: `key`, `min`, `max`.
    NumberRange = "number-range" Error,
    /// The fewest are more than the most. Args: `key`, `min`, `max`.
    RangeInverted = "range-inverted" Error,
    /// Exactly one of several keys must be there. Args: `keys`, `found`.
    OneOfKeys = "one-of-keys" Error,
    /// Two keys cannot stand together. Args: `key`, `other`.
    KeysClash = "keys-clash" Error,
    /// A key says nothing without another. Args: `key`, `other`.
    KeyAlone = "key-alone" Error,
    /// A key says nothing for this type. Args: `key`, `type`, `types`.
    KeyMisplaced = "key-misplaced" Error,

    /// A list is longer than any template needs. Args: `key`, `max`.
    ListTooLong = "list-too-long" Error,
    /// There are more faults than are worth listing. Args: `max`.
    MoreFaults = "more-faults" Error,

    // Words of closed vocabularies. Args: `value`, `nearest`, `choices`.
    /// A concept that the program does not know.
    UnknownConcept = "unknown-concept" Error,
    /// A role that the program does not know.
    UnknownRole = "unknown-role" Error,
    /// A type of field or view that the program does not know.
    UnknownType = "unknown-type" Error,
    /// A stage that the program does not know.
    UnknownStage = "unknown-stage" Error,
    /// A check that the program does not know.
    UnknownCheck = "unknown-check" Error,
    /// A word that is none of the few that may stand here. Also args: `key`.
    UnknownWord = "unknown-word" Error,
    /// A placeholder that nothing fills. Args: `placeholder`, `key`, `nearest`, `choices`.
    UnknownPlaceholder = "unknown-placeholder" Error,
    /// A pattern lacks a placeholder that it needs. Args: `placeholder`, `key`.
    PlaceholderMissing = "placeholder-missing" Error,
    /// A period that cannot be read. Args: `key`, `value`.
    BadPeriod = "bad-period" Error,

    // Ids and references.
    /// An id has other characters than a-z, 0-9 and `_`, or begins with none of a-z. Args: `id`.
    IdMalformed = "id-malformed" Error,
    /// An id that cannot be a folder's name everywhere, or that the program uses itself. Args: `id`.
    IdReserved = "id-reserved" Error,
    /// Two things that must be told apart have the same id. Args: `id`, `line`.
    DuplicateId = "duplicate-id" Error,
    /// A list names the same thing twice. Args: `key`, `id`.
    ListedTwice = "listed-twice" Error,
    /// A key names something that is not there. Args: `key`, `id`, `nearest`, `choices`.
    UnknownReference = "unknown-reference" Error,
    /// Kinds or bodies stand below themselves by way of others. Args: `path`.
    Cycle = "cycle" Error,
    /// A field, kind or view is in no order, so it is never shown. Args: `id`, `table`.
    NeverShown = "never-shown" Warning,
    /// A kind stands in the order though it stands below another kind. Args: `id`, `parent`.
    ChildInOrder = "child-in-order" Warning,
    /// A scale that neither the template nor the profile has. Args: `scale`, `nearest`, `choices`.
    ScaleUnknown = "scale-unknown" Error,
    /// A scale that the template lacks, read without a profile. Args: `scale`.
    ScaleUnchecked = "scale-unchecked" Warning,
    /// A code that the scale lacks. Args: `value`, `scale`, `nearest`, `choices`.
    CodeUnknown = "code-unknown" Error,
    /// A source that the template does not have. Args: `source`, `nearest`, `choices`.
    SourceUnknown = "source-unknown" Error,

    // Concepts, roles and paths.
    /// The concept is none of a whole document. Args: `value`, `choices`.
    NotADocument = "not-a-document" Error,
    /// A path is not written `concept.role`. Args: `value`, `key`.
    PathMalformed = "path-malformed" Error,
    /// No kind has the concept. Args: `concept`, `key`, `choices`.
    PathConcept = "path-concept" Error,
    /// No kind of the concept has or shows the role. Args: `concept`, `role`, `key`, `nearest`.
    PathRole = "path-role" Error,
    /// No column of the small table has the role. Args: `concept`, `role`, `column`, `nearest`.
    PathColumn = "path-column" Error,
    /// The field at the path has a type that cannot be computed so. Args: `path`, `key`, `type`, `wanted`.
    PathType = "path-type" Error,
    /// A column is to be split by a value of another small table. Args: `key`, `path`, `other`.
    PathElsewhere = "path-elsewhere" Error,
    /// A start value in a kind that follows nothing. Args: `id`.
    StartWithoutFollows = "start-without-follows" Error,
    /// A kind that follows a source has no words for a row whose object is gone. Args: `id`.
    GoneMissing = "gone-missing" Warning,
    /// Two fields of the same object have the same role; rules read the first. Args: `role`, `id`, `other`.
    RoleTwice = "role-twice" Warning,
    /// A role on a field whose type its rules cannot read. Args: `role`, `type`, `wanted`.
    RoleType = "role-type" Warning,
    /// Goals or activities without a title. Args: `id`, `concept`.
    TitleMissing = "title-missing" Error,
    /// A printed document without date in its head.
    DateMissing = "date-missing" Warning,
    /// A check lacks a role and is switched off. Args: `check`, `missing`.
    CheckOff = "check-off" Warning,

    // Fields.
    /// A small table without columns. Args: `id`.
    RowsWithoutColumns = "rows-without-columns" Error,
    /// A choice without scale. Args: `id`.
    ChoiceWithoutScale = "choice-without-scale" Error,
    /// A list of lists or small tables, or a small table within another. Args: `key`, `type`.
    Nesting = "nesting" Error,
    /// A field that is never printed, but must be filled in. Args: `id`.
    PrintRequired = "print-required" Error,
    /// The most characters do not fill the fewest lines. Args: `max`, `lines`, `least`.
    LimitsDisagree = "limits-disagree" Error,
    /// A default does not fit the field's type. Args: `id`, `type`.
    DefaultMisfit = "default-misfit" Error,
}

/// How much a fault weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The template or profile cannot be used.
    Error,
    /// It can be used, but something is off.
    Warning,
}

/// A fault that the author of a template or profile can mend.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The file, as a path within the pack.
    pub file: String,
    /// Line from 1; 0 where the fault is the whole file's.
    pub line: usize,
    /// Column in characters from 1; 0 where the fault is the whole file's.
    pub column: usize,
    /// What is wrong.
    pub code: FaultCode,
    /// What the sentence needs; [`FaultCode`] says which.
    pub args: BTreeMap<String, String>,
    /// How much it weighs: the code's own weight.
    pub severity: Severity,
}

/// A value as far as it could be read, with everything that is wrong with it.
#[derive(Debug, Clone, PartialEq)]
pub struct Checked<T> {
    /// The value, unless some fault is an error.
    pub value: Option<T>,
    /// All faults: by file, line and column.
    pub faults: Vec<Fault>,
}

impl<T> Checked<T> {
    /// Returns whether some fault is an error.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.faults
            .iter()
            .any(|fault| fault.severity == Severity::Error)
    }
}

/// Collects the faults of one file. Places are byte offsets into its text.
pub(crate) struct Faults<'a> {
    file: &'a str,
    text: &'a str,
    found: Vec<Fault>,
}

impl<'a> Faults<'a> {
    pub(crate) const fn new(file: &'a str) -> Self {
        Self {
            file,
            text: "",
            found: Vec::new(),
        }
    }

    /// Takes the text that offsets are counted in.
    pub(crate) const fn read(&mut self, text: &'a str) {
        self.text = text;
    }

    /// Adds a fault at a byte offset. The last one that has room says that there are more.
    pub(crate) fn at(&mut self, offset: usize, code: FaultCode, args: &[(&str, &str)]) {
        if self.found.len() == MOST {
            self.push(
                self.file,
                (0, 0),
                FaultCode::MoreFaults,
                &[("max", &MOST.to_string())],
            );
        }
        if self.is_full() {
            return;
        }
        let (line, column) = position(self.text, offset);
        self.push(self.file, (line, column), code, args);
    }

    /// Puts a fault in place of all that were found.
    pub(crate) fn only(&mut self, offset: usize, code: FaultCode, args: &[(&str, &str)]) {
        self.found.clear();
        self.at(offset, code, args);
    }

    /// Adds a fault that is a whole file's.
    pub(crate) fn whole(&mut self, file: &str, code: FaultCode, args: &[(&str, &str)]) {
        self.push(file, (0, 0), code, args);
    }

    /// Adds a fault about a word that is none of `known`, with the nearest of them and a few to choose from.
    pub(crate) fn unknown(
        &mut self,
        offset: usize,
        code: FaultCode,
        args: &[(&str, &str)],
        word: &str,
        known: &[&str],
    ) {
        if self.is_full() {
            return;
        }
        let nearest = nearest(word, known.iter().copied()).unwrap_or_default();
        let choices = choices(known);
        let more = [("nearest", nearest), ("choices", choices.as_str())];
        self.at(offset, code, &[args, &more].concat());
    }

    /// Returns whether faults are no longer listed.
    pub(crate) fn is_full(&self) -> bool {
        self.found.len() > MOST
    }

    /// Returns the line of a byte offset, from 1.
    pub(crate) fn line(&self, offset: usize) -> usize {
        position(self.text, offset).0
    }

    /// Returns whether some fault has one of these codes.
    pub(crate) fn has(&self, codes: &[FaultCode]) -> bool {
        self.found.iter().any(|fault| codes.contains(&fault.code))
    }

    /// Drops the faults with one of these codes.
    pub(crate) fn forget(&mut self, codes: &[FaultCode]) {
        self.found.retain(|fault| !codes.contains(&fault.code));
    }

    /// Returns the value unless there is an error, with the faults in order.
    pub(crate) fn check<T>(mut self, value: Option<T>) -> Checked<T> {
        self.found.sort_by(|a, b| {
            (&a.file, a.line, a.column, a.code, &a.args)
                .cmp(&(&b.file, b.line, b.column, b.code, &b.args))
        });
        self.found.dedup();
        let mut checked = Checked {
            value,
            faults: self.found,
        };
        if checked.has_errors() {
            checked.value = None;
        }
        checked
    }

    fn push(
        &mut self,
        file: &str,
        (line, column): (usize, usize),
        code: FaultCode,
        args: &[(&str, &str)],
    ) {
        let args = args
            .iter()
            .map(|(name, value)| ((*name).to_owned(), clip(value)))
            .collect();
        self.found.push(Fault {
            file: file.to_owned(),
            line,
            column,
            code,
            args,
            severity: code.severity(),
        });
    }
}

/// Most faults of a file. Nobody mends more in one sitting, and each costs a search for its line.
const MOST: usize = 200;

/// Most words that a fault lists to choose from.
const CHOICES: usize = 30;

fn choices(known: &[&str]) -> String {
    let mut text = known
        .iter()
        .take(CHOICES)
        .copied()
        .collect::<Vec<_>>()
        .join(", ");
    if known.len() > CHOICES {
        text.push_str(", …");
    }
    text
}

/// Most characters of an argument. A hostile file's key can be a megabyte.
const ARGUMENT: usize = 400;

fn clip(value: &str) -> String {
    match value.char_indices().nth(ARGUMENT) {
        None => value.to_owned(),
        Some((end, _)) => format!("{}…", &value[..end]),
    }
}

/// Returns line and column in characters, both from 1. An offset within a character counts as its beginning.
fn position(text: &str, offset: usize) -> (usize, usize) {
    let before = &text[..text.floor_char_boundary(offset.min(text.len()))];
    let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
    (
        before.matches('\n').count() + 1,
        before[line_start..].chars().count() + 1,
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_position_counts_characters_not_bytes() {
        assert_eq!(position("ä = 1\nåäö = 2", 7), (2, 1));
        assert_eq!(position("ä = 1\nåäö = 2", "ä = 1\nåäö".len()), (2, 4));
        assert_eq!(position("", 40), (1, 1));
        assert_eq!(position("ä", 1), (1, 1));
    }

    #[test]
    fn codes_are_spelled_apart() {
        let mut words: Vec<&str> = FaultCode::ALL.iter().map(|code| code.as_str()).collect();
        words.sort_unstable();
        words.dedup();
        assert_eq!(words.len(), FaultCode::ALL.len());
    }

    #[test]
    fn a_long_argument_is_clipped_between_characters() {
        assert_eq!(clip(&"å".repeat(500)).chars().count(), ARGUMENT + 1);
    }
}
