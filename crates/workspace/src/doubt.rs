//! What speaks against a formal act that nothing hinders.

use crate::words::{self, Args, Sentence};
use crate::{Error, Workspace};

impl Workspace {
    /// Returns what speaks against a body as the one that adopts a document: the profile does not have it, or has it as one
    /// that adopts nothing. Nothing hinders, for a profile can lag behind. None where there is no doubt, or no body.
    ///
    /// # Errors
    /// The file cannot be read.
    pub fn doubt_body(&self, body: &str) -> Result<Option<Sentence>, Error> {
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
}
