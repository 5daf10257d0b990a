//! The codes of what can be wrong, with how much each weighs.

use crate::fault::Severity;

/// Declares the codes: their spelling and how much each weighs.
macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident = $text:literal $severity:ident,)+) => {
        /// What is wrong. The locale has `fault-<code>` and `fault-<code>-hint` for each.
        ///
        /// Where `nearest` is among a code's args there are two more: `near` says whether there is a nearest word
        /// (`yes`, `no`, or `empty` where there is nothing to choose from), and `choices` lists what there is.
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
    /// Exactly one of several keys must be there. Args: `keys`, `found` (`empty` where none is).
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

    // Words of closed vocabularies. Args: `value`, `key`, `nearest`.
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
    /// A word that is none of the few that may stand here.
    UnknownWord = "unknown-word" Error,
    /// A placeholder that nothing fills. Args: `placeholder`, `key`, `nearest`.
    UnknownPlaceholder = "unknown-placeholder" Error,
    /// A brace without its other. Args: `key`.
    LonelyBrace = "lonely-brace" Error,
    /// A pattern lacks a placeholder that it needs. Args: `placeholder`, `key`.
    PlaceholderMissing = "placeholder-missing" Error,
    /// A placeholder for the document's own title, which no field holds. Args: `placeholder`, `key`.
    PlaceholderEmpty = "placeholder-empty" Warning,
    /// A period that cannot be read. Args: `key`, `value`, `choices`.
    BadPeriod = "bad-period" Error,
    /// No day. Args: `key`.
    BadDay = "bad-day" Error,
    /// A paper would be handed on before the group has treated it. Args: `title`, `first`, `second`: the two days.
    DaysInverted = "days-inverted" Warning,
    /// A meeting ends before it begins, or its matters are in after it. Args: `title`, `first`, `second`: the two days.
    DaysBackwards = "days-backwards" Error,
    /// A day lies more than a year from the calendar's. Args: `title`, `day`, `year`.
    DayFar = "day-far" Error,
    /// An occasion has the title of another. Args: `title`.
    OccasionTwice = "occasion-twice" Error,

    // Ids and references.
    /// An id has other characters than a-z, 0-9 and `_`, or begins with none of a-z. Args: `id`.
    IdMalformed = "id-malformed" Error,
    /// An id that cannot be a folder's name everywhere, or that the program uses itself. Args: `id`.
    IdReserved = "id-reserved" Error,
    /// Two things that must be told apart have the same id. Args: `id`, `line`.
    DuplicateId = "duplicate-id" Error,
    /// A list names the same thing twice. Args: `key`, `id`.
    ListedTwice = "listed-twice" Error,
    /// A key names something that is not there. Args: `key`, `id`, `nearest`.
    UnknownReference = "unknown-reference" Error,
    /// Kinds or bodies stand below themselves by way of others. Args: `path`.
    Cycle = "cycle" Error,
    /// A body or an office names itself where it must name another. Args: `key`, `id`.
    NamesItself = "names-itself" Error,
    /// The next holder stands beside for longer than a term. Args: `overlap`, `term`: months.
    OverlapLong = "overlap-long" Error,
    /// No body of the profile is the group's own. Its value is a profile still.
    NoOwnBody = "no-own-body" Warning,
    /// A bound's fewest are more than its most. Args: `min`, `max`.
    BoundInverted = "bound-inverted" Error,
    /// A body meets so many days before itself, straight or by way of others. Args: `path`.
    BeforeItself = "before-itself" Error,
    /// A matter goes to a body by way of the same body. Args: `id`.
    RouteRound = "route-round" Error,
    /// A field, kind or view is in no order, so it is never shown. Args: `id`, `table`.
    NeverShown = "never-shown" Warning,
    /// A kind stands in the order though it stands below another kind. Args: `id`, `parent`.
    ChildInOrder = "child-in-order" Warning,
    /// A scale that neither the template nor the profile has. Args: `scale`, `nearest`.
    ScaleUnknown = "scale-unknown" Error,
    /// A scale that the template lacks, read without a profile. Args: `scale`.
    ScaleUnchecked = "scale-unchecked" Warning,
    /// A code that the scale lacks. Args: `value`, `scale`, `nearest`.
    CodeUnknown = "code-unknown" Error,
    /// A source that the template does not have. Args: `source`, `nearest`.
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_spelled_apart() {
        let mut words: Vec<&str> = FaultCode::ALL.iter().map(|code| code.as_str()).collect();
        words.sort_unstable();
        words.dedup();
        assert_eq!(words.len(), FaultCode::ALL.len());
    }
}
