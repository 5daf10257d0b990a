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
