//! What one may write after `missiv`. Help is in Swedish, for it is what the user reads.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};

/// Skriver, följer upp och skickar en samverkansgrupps handlingar.
#[derive(Debug, Parser)]
#[command(
    name = "missiv",
    version,
    disable_help_subcommand = true,
    next_line_help = false
)]
#[command(
    after_help = "Slutkoder: 0 klart · 1 gick inte, och en mening säger varför · 2 kommandot är felskrivet · 3 kontrollen fann något som hindrar.

En handling anges med sin mall, sitt slag eller sin beteckning, vid behov med period: plan, plan/2025, report/2025-1of2.
Ett föremål anges med sitt nummer (1.2), sin rubrik eller början av sitt id; en punkt är handlingen själv."
)]
pub(crate) struct Arguments {
    /// Svara med JSON
    #[arg(long, global = true)]
    pub(crate) json: bool,
    /// Mapp med egna mallar och profiler: templates/<id>/ och profiles/<id>/
    #[arg(long, global = true, value_name = "MAPP")]
    pub(crate) packs: Vec<PathBuf>,
    /// Vem som gör ändringen: initialer, namn eller roll i gruppen
    #[arg(long = "as", global = true, value_name = "PERSON")]
    pub(crate) author: Option<String>,
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Skapar en ny arbetsfil för en grupp
    New(New),
    /// Börjar en handling ur en mall
    Begin {
        /// Arbetsfilen
        file: PathBuf,
        /// Mallens id
        template: String,
        /// Verksamhetsåret
        year: i32,
    },
    /// Läser in handlingar, eller en hel arbetsfil, ur JSON
    Import {
        /// Arbetsfilen; den skapas om den inte finns
        file: PathBuf,
        /// JSON-filen
        from: PathBuf,
    },
    /// Listar handlingarna
    List {
        /// Arbetsfilen
        file: PathBuf,
    },
    /// Visar en handling
    Show {
        /// Arbetsfilen
        file: PathBuf,
        /// Handlingen
        document: String,
    },
    /// Skriver i ett fält
    Set(Set),
    /// Lägger till ett föremål: ett mål, en aktivitet, en person
    Add(Add),
    /// Lägger in en bild, till exempel en logotyp, med beskrivning
    Picture(Picture),
    /// Tar bort ett föremål och allt under det
    Remove {
        #[command(flatten)]
        object: ObjectName,
    },
    /// Flyttar ett föremål
    Move {
        #[command(flatten)]
        object: ObjectName,
        #[command(flatten)]
        placement: PlacementArguments,
    },
    /// Kontrollerar en handling, eller alla
    Check {
        /// Arbetsfilen
        file: PathBuf,
        /// Handlingen; alla om den utelämnas
        document: Option<String>,
    },
    /// Exporterar en handling till PDF, eller hela arbetsfilen till JSON
    Export(Export),
    /// Läser en PDF som Missiv har skrivit
    Read {
        /// PDF-filen
        pdf: PathBuf,
        /// Gör en ny arbetsfil av det som sidorna visar
        #[arg(long, value_name = "ARBETSFIL")]
        into: Option<PathBuf>,
    },
    /// Visar vem som har ändrat vad
    History {
        /// Arbetsfilen
        file: PathBuf,
        /// Handlingen
        document: Option<String>,
        /// Föremålet
        object: Option<String>,
        /// Högst så många steg
        #[arg(long, default_value_t = 50, value_name = "ANTAL")]
        limit: u32,
    },
    /// Ångrar den senaste egna ändringen
    Undo {
        /// Arbetsfilen
        file: PathBuf,
    },
    /// Gör om det som ångrades
    Redo {
        /// Arbetsfilen
        file: PathBuf,
    },
    /// Lämnar in en handling: den får ett nummer och fryses
    Submit {
        /// Arbetsfilen
        file: PathBuf,
        /// Handlingen
        document: String,
    },
    /// Antecknar att ett organ har fastställt den inlämnade handlingen
    Adopt(Adopt),
    /// Mallar och profiler
    #[command(subcommand)]
    Template(Template),
    /// Skriver exempelåret till en mapp: arbetsfil och PDF:er
    Sample {
        /// Mappen
        folder: PathBuf,
    },
}

#[derive(Debug, Args)]
pub(crate) struct New {
    /// Arbetsfilen, med namn som slutar på .missiv
    pub(crate) file: PathBuf,
    /// Organisationens profil
    #[arg(long, value_name = "ID")]
    pub(crate) profile: String,
    /// Gruppens namn
    #[arg(long, value_name = "NAMN")]
    pub(crate) group: String,
    /// Området som gruppen arbetar med
    #[arg(long, default_value = "", value_name = "NAMN")]
    pub(crate) area: String,
}

#[derive(Debug, Args)]
pub(crate) struct ObjectName {
    /// Arbetsfilen
    pub(crate) file: PathBuf,
    /// Handlingen
    pub(crate) document: String,
    /// Föremålet
    pub(crate) object: String,
}

#[derive(Debug, Args)]
pub(crate) struct Set {
    #[command(flatten)]
    pub(crate) object: ObjectName,
    /// Fältets id eller etikett
    pub(crate) field: String,
    /// Vad som ska stå där; ett bindestreck läser från standard in
    #[arg(required_unless_present = "clear", allow_hyphen_values = true)]
    pub(crate) value: Option<String>,
    /// Värdet är JSON i lagrad form
    #[arg(long)]
    pub(crate) stored: bool,
    /// Tömmer fältet
    #[arg(long, conflicts_with = "value")]
    pub(crate) clear: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Picture {
    #[command(flatten)]
    pub(crate) object: ObjectName,
    /// Fältets id eller etikett
    pub(crate) field: String,
    /// Bildfilen: PNG, JPEG eller SVG
    pub(crate) picture: PathBuf,
    /// Vad bilden visar, för den som inte ser den
    #[arg(long, value_name = "TEXT", required_unless_present = "decorative")]
    pub(crate) alt: Option<String>,
    /// Bilden är bara prydnad och läses inte upp
    #[arg(long, conflicts_with = "alt")]
    pub(crate) decorative: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Add {
    /// Arbetsfilen
    pub(crate) file: PathBuf,
    /// Handlingen; group för gruppens personer
    pub(crate) document: String,
    /// Slaget: dess id eller etikett i mallen
    pub(crate) kind: String,
    /// Fält och värden: FÄLT=VÄRDE
    pub(crate) fields: Vec<String>,
    #[command(flatten)]
    pub(crate) placement: PlacementArguments,
}

#[derive(Debug, Args)]
pub(crate) struct PlacementArguments {
    /// Under det här föremålet
    #[arg(long, value_name = "FÖREMÅL")]
    pub(crate) below: Option<String>,
    /// Efter det här syskonet
    #[arg(long, value_name = "FÖREMÅL")]
    pub(crate) after: Option<String>,
    /// Först bland syskonen
    #[arg(long, conflicts_with = "after")]
    pub(crate) first: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Export {
    /// Arbetsfilen
    pub(crate) file: PathBuf,
    /// Handlingen
    #[arg(required_unless_present = "everything")]
    pub(crate) document: Option<String>,
    /// Filen eller mappen som PDF:en skrivs till; annars mappen där man står
    pub(crate) to: Option<PathBuf>,
    /// Utkastet, även om en inlämnad utgåva är oförändrad
    #[arg(long, conflicts_with = "edition")]
    pub(crate) draft: bool,
    /// Utgåvan med det här numret
    #[arg(long, value_name = "NUMMER")]
    pub(crate) edition: Option<String>,
    /// Skriver data.json bredvid PDF:en
    #[arg(long)]
    pub(crate) data: bool,
    /// Hela arbetsfilen, med historik, till den här JSON-filen
    #[arg(long, value_name = "JSON-FIL", conflicts_with_all = ["document", "draft", "edition", "data"])]
    pub(crate) everything: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(crate) struct Adopt {
    /// Arbetsfilen
    pub(crate) file: PathBuf,
    /// Handlingen
    pub(crate) document: String,
    /// Organet som har fastställt den
    #[arg(long, value_name = "ORGAN")]
    pub(crate) body: String,
    /// Dagen
    #[arg(long, value_name = "DATUM")]
    pub(crate) date: String,
    /// Paragrafen i organets protokoll
    #[arg(long, value_name = "§")]
    pub(crate) paragraph: Option<String>,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Template {
    /// Listar mallar och profiler
    List,
    /// Kontrollerar en mall eller profil: varje fel med fil, rad och råd, och exemplen sätts
    Check {
        /// Mallens mapp eller id
        template: String,
    },
    /// Kopierar en mall till en ny mapp, för att ändra i den
    Copy {
        /// Mallens eller profilens id
        template: String,
        /// Mappen som skapas
        folder: PathBuf,
    },
}
