//! The phrases of a decision and of its reasons, which one begins from.

use crate::check::capitalised;
use crate::vocabulary::Concept;

/// A phrase to begin from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phrase {
    /// Id.
    pub id: String,
    /// Id of the decision mode it fits; any where none.
    pub mode: Option<String>,
    /// What a memo carries that begins with this point; none for a phrase that is only chosen.
    pub carries: Option<Concept>,
    /// The words, with `{title}` where they name what is carried.
    pub text: String,
}

/// Where the title of what a memo carries stands.
const TITLE: &str = "{title}";

/// What stands where something is to be written.
const OPEN: &str = "…";

impl Phrase {
    /// Returns the words with the title of what a memo carries, as it stands within a sentence; where none is carried,
    /// they are open there. A title that they begin with begins the sentence.
    #[must_use]
    pub fn about(&self, title: Option<&str>) -> String {
        if self.carries.is_none() {
            return self.text.clone();
        }
        let text = self.text.replace(TITLE, title.unwrap_or(OPEN));
        if self.text.starts_with(TITLE) {
            capitalised(&text)
        } else {
            text
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(carries: Option<Concept>, text: &str, title: Option<&str>) -> String {
        let phrase = Phrase {
            id: "fras".to_owned(),
            mode: None,
            carries,
            text: text.to_owned(),
        };
        phrase.about(title)
    }

    #[test]
    fn a_phrase_names_what_is_carried_and_is_open_where_nothing_is() {
        let report = Some(Concept::Report);
        let title = Some("årsrapport 2031");
        assert_eq!(
            said(report, "godkänna {title}", title),
            "godkänna årsrapport 2031"
        );
        assert_eq!(said(report, "godkänna {title}", None), "godkänna …");
        assert_eq!(
            said(report, "{title} godkänns.", title),
            "Årsrapport 2031 godkänns."
        );
        assert_eq!(said(None, "godkänna {title}", title), "godkänna {title}");
    }
}
