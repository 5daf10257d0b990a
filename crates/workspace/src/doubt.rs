//! What speaks against a formal act that nothing hinders.

use model::id::ObjectId;

use crate::editions::past_day;
use crate::words::{self, Args, Sentence};
use crate::{Error, Workspace, clock};

impl Workspace {
    /// Returns what speaks against that a body adopted a document on a day, as persons write both; nothing hinders, for a
    /// profile can lag behind, and a paper can come into the file after its day. Nothing is said of what is still empty or
    /// no day.
    ///
    /// # Errors
    /// The file cannot be read.
    pub fn doubt_adoption(
        &self,
        id: ObjectId,
        body: &str,
        day: &str,
    ) -> Result<Vec<Sentence>, Error> {
        let doubts = [self.doubt_body(body)?, self.doubt_day(id, day)?];
        Ok(doubts.into_iter().flatten().collect())
    }

    /// The profile does not have the body, or has it as one that adopts nothing.
    fn doubt_body(&self, body: &str) -> Result<Option<Sentence>, Error> {
        let (profile, _) = self.profile_and_group()?;
        let body = body.trim();
        let known = profile.body_called(body);
        if body.is_empty() || known.is_some_and(|known| known.adopts) {
            return Ok(None);
        }
        let key = if known.is_some() {
            "adopt-other-body"
        } else {
            "adopt-unknown-body"
        };
        let adopting = profile.bodies.iter().filter(|body| body.adopts);
        let adopting: Vec<&str> = adopting.map(|body| body.name.as_str()).collect();
        let args = Args::from([
            ("body".to_owned(), body.to_owned()),
            ("known".to_owned(), adopting.join(", ")),
        ]);
        Ok(Some(words::sentence(key, &args)))
    }

    /// What is adopted has been handed in, as a rule: a day before that is often a slip in the year.
    fn doubt_day(&self, id: ObjectId, day: &str) -> Result<Option<Sentence>, Error> {
        let Ok(day) = past_day(day, "the-adoption-day") else {
            return Ok(None);
        };
        let editions = self.store.editions(id)?;
        let submitted = editions
            .iter()
            .rfind(|edition| edition.kind == store::Kind::Submitted);
        let handed_in = submitted.map(|edition| clock::day_in_sweden(edition.at));
        let Some(handed_in) = handed_in.filter(|handed_in| day < *handed_in) else {
            return Ok(None);
        };
        let args = Args::from([
            ("day".to_owned(), day.to_string()),
            ("handed_in".to_owned(), handed_in.to_string()),
        ]);
        Ok(Some(words::sentence("adopt-before-handed-in", &args)))
    }
}

#[cfg(test)]
mod tests {
    use model::paper::State;
    use model::vocabulary::{Concept, Role};

    use super::*;
    use crate::{Input, Library, open_sample};

    /// The sample year, with its plan.
    fn sample() -> (tempfile::TempDir, Workspace, ObjectId) {
        let folder = tempfile::tempdir().unwrap();
        let workspace = open_sample(folder.path(), Library::bundled()).unwrap();
        let lines = workspace.documents().unwrap();
        let plan = lines.iter().find(|line| line.concept == Concept::Plan);
        let plan = plan.unwrap().id;
        (folder, workspace, plan)
    }

    /// Hands a document in once more, with other words.
    fn hand_in_anew(workspace: &mut Workspace, document: ObjectId) {
        let loaded = workspace.load(document).unwrap();
        let mut fields = loaded.template().fields.iter();
        let summary = fields
            .find(|field| field.is == Some(Role::Summary))
            .unwrap();
        let text = Input::Typed("En kort sammanfattning.".to_owned());
        workspace.set(document, ".", &summary.id, &text).unwrap();
        workspace.submit(document).unwrap();
    }

    #[test]
    fn a_body_that_the_profile_does_not_have_is_doubted_and_nothing_more() {
        let (_folder, workspace, document) = sample();
        let (profile, _) = workspace.profile_and_group().unwrap();
        let adopts = |adopts: bool| profile.bodies.iter().find(|body| body.adopts == adopts);
        let doubt = |body: &str| workspace.doubt_adoption(document, body, "").unwrap().pop();
        let adopting = &adopts(true).unwrap().name;
        assert_eq!(doubt(&adopting.to_uppercase()), None);
        assert_eq!(doubt(" "), None);
        let unknown = doubt("Någon annan").unwrap();
        assert!(unknown.text.contains("Någon annan") && unknown.hint.contains(adopting));
        if let Some(other) = adopts(false) {
            assert!(doubt(&other.name).unwrap().text.contains(&other.name));
        }
    }

    #[test]
    fn a_day_of_adoption_before_the_handing_in_is_doubted() {
        let (_folder, workspace, plan) = sample();
        let editions = workspace.store.editions(plan).unwrap();
        let mut submitted = editions
            .iter()
            .filter(|edition| edition.kind == store::Kind::Submitted);
        let handed_in = clock::day_in_sweden(submitted.next_back().unwrap().at);
        let doubts = |day: &str| workspace.doubt_adoption(plan, "", day).unwrap();
        assert_eq!(doubts(&handed_in.to_string()), []);
        assert_eq!(doubts("i våras"), []);
        let before = handed_in.pred_opt().unwrap().to_string();
        let said = doubts(&before).pop().unwrap();
        assert!(said.text.contains(&before) && said.text.contains(&handed_in.to_string()));
    }

    /// What no font has is shown as such, as in a field: it does not keep the adoption from being noted.
    #[test]
    fn a_body_is_noted_whatever_characters_its_name_has() {
        let (_folder, mut workspace, plan) = sample();
        hand_in_anew(&mut workspace, plan);
        let adopt = |workspace: &mut Workspace, body: &str| {
            workspace.adopt_by(plan, body, &crate::today().to_string(), Some("87"))
        };
        let novel = adopt(&mut workspace, &"a".repeat(300)).unwrap_err();
        assert_eq!(novel.code(), "bad-value");
        let nothing = adopt(&mut workspace, "\u{202e}").unwrap_err();
        assert_eq!(nothing.code(), "bad-value");
        adopt(&mut workspace, "Nämnd \u{1f600} \u{627}\u{644}\u{202e}").unwrap();
        let lines = workspace.documents().unwrap();
        let line = lines.iter().find(|line| line.id == plan).unwrap();
        assert_eq!(line.state, State::Adopted);
    }
}
