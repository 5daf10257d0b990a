//! What one may write about what the responsible people are asked and answer.

use std::path::PathBuf;

use clap::Subcommand;

#[derive(Debug, Subcommand)]
pub(crate) enum Returns {
    /// Visar vad de ansvariga ska svara på till en rapport, som text att mejla
    Returns {
        /// Arbetsfilen
        file: PathBuf,
        /// Dokumentet: halvårsrapporten eller årsrapporten
        document: String,
        /// Bara den här personen: namn eller initialer; en punkt för det som ingen är ansvarig för
        person: Option<String>,
    },
    /// Visar vad svar från ansvariga skulle skriva, och skriver det med --write
    Answers {
        /// Arbetsfilen
        file: PathBuf,
        /// Dokumentet: halvårsrapporten eller årsrapporten
        document: String,
        /// Textfilen med svaren, till exempel mejlet som kom tillbaka
        from: PathBuf,
        /// Skriver svaren; det som inte passar skrivs aldrig
        #[arg(long)]
        write: bool,
    },
}
