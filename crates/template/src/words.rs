//! The closed vocabularies and placeholder sets that files may use.

use model::check::NAMED;
use model::diagnostic::Severity;
use model::profile::{Online, When};
use model::vocabulary::{Concept, FieldType, Meaning, Role, Stage};

use crate::codes::FaultCode;
use crate::shape::{Placeholders, Vocabulary};

/// Concepts of a whole document: what a template and a source may be.
pub(crate) const DOCUMENTS: &[Concept] = &[
    Concept::Plan,
    Concept::Report,
    Concept::Memo,
    Concept::Mandate,
    Concept::FollowUpPlan,
    Concept::Meeting,
    Concept::Notes,
    Concept::MeetingPlan,
    Concept::Register,
    Concept::Poll,
    Concept::Handover,
    Concept::Notice,
    Concept::Group,
];

pub(crate) static CONCEPTS: Vocabulary = Vocabulary {
    name: "concept",
    words: || Concept::ALL.iter().map(|word| word.as_str()).collect(),
    code: FaultCode::UnknownConcept,
};

pub(crate) static CARRIED: Vocabulary = Vocabulary {
    name: "carried",
    words: || {
        let all = Concept::ALL.iter().filter(|word| word.is_carried());
        all.map(|word| word.as_str()).collect()
    },
    code: FaultCode::UnknownWord,
};

pub(crate) static ROLES: Vocabulary = Vocabulary {
    name: "role",
    words: || Role::ALL.iter().map(|word| word.as_str()).collect(),
    code: FaultCode::UnknownRole,
};

pub(crate) static TYPES: Vocabulary = Vocabulary {
    name: "type",
    words: || FieldType::ALL.iter().map(|word| word.as_str()).collect(),
    code: FaultCode::UnknownType,
};

pub(crate) static STAGES: Vocabulary = Vocabulary {
    name: "stage",
    words: || Stage::ALL.iter().map(|word| word.as_str()).collect(),
    code: FaultCode::UnknownStage,
};

pub(crate) static CHECKS: Vocabulary = Vocabulary {
    name: "check",
    words: || NAMED.iter().map(|check| check.name).collect(),
    code: FaultCode::UnknownCheck,
};

pub(crate) static MEANINGS: Vocabulary = Vocabulary {
    name: "meaning",
    words: || Meaning::ALL.iter().map(|word| word.as_str()).collect(),
    code: FaultCode::UnknownWord,
};

pub(crate) static MARKS: Vocabulary = Vocabulary {
    name: "mark",
    words: || vec!["●", "◐", "○", "▲", "×", "–", ""],
    code: FaultCode::UnknownWord,
};

pub(crate) static ONLINE: Vocabulary = Vocabulary {
    name: "online",
    words: || Online::ALL.iter().map(|word| word.as_str()).collect(),
    code: FaultCode::UnknownWord,
};

pub(crate) static WHEN: Vocabulary = Vocabulary {
    name: "when",
    words: || When::ALL.iter().map(|word| word.as_str()).collect(),
    code: FaultCode::UnknownWord,
};

pub(crate) static SEVERITIES: Vocabulary = Vocabulary {
    name: "severity",
    words: || Severity::ALL.iter().map(|word| word.as_str()).collect(),
    code: FaultCode::UnknownWord,
};

pub(crate) static PARTY_KINDS: Vocabulary = Vocabulary {
    name: "party_kind",
    words: || vec!["municipality", "region", "association", "other"],
    code: FaultCode::UnknownWord,
};

pub(crate) static LOGO_PAGES: Vocabulary = Vocabulary {
    name: "logo_pages",
    words: || vec!["first", "all"],
    code: FaultCode::UnknownWord,
};

pub(crate) static DECISION_FORMS: Vocabulary = Vocabulary {
    name: "decision_form",
    words: || vec!["clauses", "sentences"],
    code: FaultCode::UnknownWord,
};

/// What titles, idents and captions may name.
pub(crate) static DOCUMENT_WORDS: Placeholders = Placeholders {
    known: &["year", "period", "group", "area", "organisation", "title"],
    must: None,
};

/// What a number's pattern may name.
pub(crate) static NUMBER_WORDS: Placeholders = Placeholders {
    known: &["n", "parent"],
    must: Some("n"),
};

/// What a page number's pattern may name.
pub(crate) static PAGE_WORDS: Placeholders = Placeholders {
    known: &["n", "N"],
    must: Some("n"),
};

/// What the opening of a decision may name.
pub(crate) static OPENING_WORDS: Placeholders = Placeholders {
    known: &["body"],
    must: None,
};

/// What a phrase about a document may name.
pub(crate) static CARRIED_WORDS: Placeholders = Placeholders {
    known: &["title"],
    must: None,
};
