//! What one may write about copies, conflicts, back-ups, search and comparison.

use std::path::PathBuf;

use clap::{Args, Subcommand};

#[derive(Debug, Subcommand)]
pub(crate) enum Two {
    /// Skriver en kopia av arbetsfilen, att lämna till en kollega
    Copy {
        /// Arbetsfilen
        file: PathBuf,
        /// Kopian; en som redan finns ersätts
        to: PathBuf,
    },
    /// Tar bort allt som står om en person, också ur historiken; det går inte att ångra
    Purge(Purge),
    /// Hämtar in allt som står i en kollegas kopia
    Merge {
        /// Arbetsfilen
        file: PathBuf,
        /// Kollegans kopia; den läses bara
        other: PathBuf,
    },
    /// Visar var två har skrivit olika
    Conflicts {
        /// Arbetsfilen
        file: PathBuf,
    },
    /// Löser en konflikt
    Resolve(Resolve),
    /// Gör en säkerhetskopia; högst tio behålls, med olika ålder
    Backup {
        /// Arbetsfilen
        file: PathBuf,
    },
    /// Lägger en säkerhetskopia i arbetsfilens ställe; filen som stod där sparas som säkerhetskopia
    Restore {
        /// Arbetsfilen
        file: PathBuf,
        /// Säkerhetskopian
        backup: PathBuf,
    },
    /// Söker i alla dokument
    Search {
        /// Arbetsfilen
        file: PathBuf,
        /// Ord, eller delar av ord; alla ska finnas
        #[arg(required = true)]
        words: Vec<String>,
    },
    /// Jämför ett dokument vid två tillfällen
    ///
    /// Ett tillfälle är numret på en utgåva, ett steg ur historiken (de åtta tecken som står först på raden), en dag (som
    /// dokumentet stod när den var slut), ett klockslag i dag som 22.34, en dag med klockslag, eller nu.
    Compare {
        /// Arbetsfilen
        file: PathBuf,
        /// Dokumentet
        document: String,
        /// Det tidigare tillfället; annars den senaste utgåvan
        #[arg(long = "from", value_name = "TILLFÄLLE")]
        earlier: Option<String>,
        /// Det senare tillfället; annars nu
        #[arg(long = "to", value_name = "TILLFÄLLE")]
        later: Option<String>,
        /// Skriver skillnaderna som en PDF, till en fil eller en mapp
        #[arg(long, value_name = "PDF ELLER MAPP")]
        pdf: Option<PathBuf>,
    },
}

#[derive(Debug, Args)]
pub(crate) struct Resolve {
    #[command(flatten)]
    pub(crate) object: super::ObjectName,
    /// Fältets id eller etikett; en punkt när konflikten gäller om delen ska finnas kvar
    pub(crate) field: String,
    /// Texten som ska stå där i stället för alla alternativ
    ///
    /// Ange texten, --take med numret på ett alternativ, eller --suggestion.
    #[arg(required_unless_present_any = ["take", "suggestion"], allow_hyphen_values = true)]
    pub(crate) value: Option<String>,
    /// Alternativet med det här numret
    #[arg(long, value_name = "NUMMER", conflicts_with = "value")]
    pub(crate) take: Option<usize>,
    /// Förslaget, där båda texterna är hopförda
    #[arg(long, conflicts_with_all = ["value", "take"])]
    pub(crate) suggestion: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Purge {
    /// Arbetsfilen
    pub(crate) file: PathBuf,
    /// Personen: initialer, namn eller roll
    pub(crate) person: String,
    /// Tar bort utan att fråga
    #[arg(long)]
    pub(crate) yes: bool,
    /// Tar också bort de gamla säkerhetskopiorna, som har uppgifterna kvar
    #[arg(long)]
    pub(crate) backups: bool,
}
