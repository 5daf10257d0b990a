//! What one may write about meetings, matters and what was promised.

use std::path::PathBuf;

use clap::{Args, Subcommand};

/// Möten: årets plan, dagordning, anteckningar, fråga till frånvarande.
#[derive(Debug, Subcommand)]
pub(crate) enum Meeting {
    /// Visar årets möten och vad som saknas
    List {
        /// Arbetsfilen
        file: PathBuf,
        /// Året; annars innevarande år
        year: Option<i32>,
        /// Dagen som läget gäller; annars i dag
        #[arg(long, value_name = "DATUM")]
        on: Option<String>,
    },
    /// Lägger in mötesdagar i årets mötesplan, och beredningens möten i förväg där det finns en beredning
    Plan {
        /// Arbetsfilen
        file: PathBuf,
        /// Året som mötena hålls
        year: i32,
        /// Dagarna, till exempel ”18 januari” ”19–20 september”; ett ensamt bindestreck läser dem från standardinmatningen
        #[arg(required = true, value_name = "DAG")]
        days: Vec<String>,
        /// Vilkas möten det är; annars gruppens egna
        #[arg(long, default_value = "", value_name = "ORGAN")]
        body: String,
        /// Tiden för dem alla, till exempel ”09.00–12.00”
        #[arg(long, default_value = "", value_name = "TID")]
        time: String,
        /// Platsen för dem alla
        #[arg(long, default_value = "", value_name = "PLATS")]
        place: String,
    },
    /// Börjar på dagordningen till ett planerat möte
    Agenda {
        /// Arbetsfilen
        file: PathBuf,
        /// Mötet: dagen, rubriken eller början av dess id
        #[arg(value_name = "MÖTE")]
        meeting: String,
        /// Mallen, om det finns flera
        #[arg(long, value_name = "MALL")]
        with: Option<String>,
    },
    /// Börjar på anteckningarna ur en dagordning
    Notes {
        /// Arbetsfilen
        file: PathBuf,
        /// Dagordningen
        document: String,
        /// Mallen, om det finns flera
        #[arg(long, value_name = "MALL")]
        with: Option<String>,
    },
    /// Börjar på frågan till dem som var frånvarande när ett beslut behövde vara enhälligt
    Ask {
        /// Arbetsfilen
        file: PathBuf,
        /// Anteckningarna
        document: String,
        /// Beslutet
        #[arg(value_name = "BESLUT")]
        decision: String,
    },
    /// Visar vilken kommun som står på tur att anteckna, bland dem som var med
    Secretary {
        /// Arbetsfilen
        file: PathBuf,
        /// Anteckningarna
        document: String,
    },
    /// Skriver ett mejlutkast (.eml) med PDF-filen bifogad, till alla i gruppen som har en adress
    Mail {
        /// Arbetsfilen
        file: PathBuf,
        /// Dokumentet
        document: String,
        /// Filen eller mappen; annars mappen där du står
        to: Option<PathBuf>,
    },
    /// Visar vilka som ska förankra ett möte i hemkommunen, eller antecknar att någon har gjort det
    Home {
        /// Arbetsfilen
        file: PathBuf,
        /// Anteckningarna
        document: String,
        /// Kommunen som har förankrat
        #[arg(value_name = "KOMMUN")]
        party: Option<String>,
        /// Dagen; annars i dag
        #[arg(long, value_name = "DATUM")]
        date: Option<String>,
    },
}

/// Ärenden: vad som har kommit in, och hur långt det har kommit.
#[derive(Debug, Subcommand)]
pub(crate) enum Matter {
    /// Visar ärendena och hur långt de har kommit
    List {
        /// Arbetsfilen
        file: PathBuf,
    },
    /// Lägger till ett ärende i ärendelistan, som skapas om den saknas
    Add {
        /// Arbetsfilen
        file: PathBuf,
        /// Fält och värden, till exempel 'Rubrik=Gemensam utbildning'
        #[arg(value_parser = super::pair::with_value)]
        fields: Vec<String>,
    },
    /// Sätter upp ett ärende på en dagordning
    TakeUp {
        /// Arbetsfilen
        file: PathBuf,
        /// Ärendet: dess nummer, rubrik eller början av dess id
        #[arg(value_name = "ÄRENDE")]
        matter: String,
        /// Dagordningen
        document: String,
    },
    /// Antecknar att ett ärende skickades som information i stället för att tas upp på ett möte
    Inform(Inform),
    /// Börjar på ett missiv om ett ärende, eller om en plan eller rapport som ska till en annan nivå
    Memo {
        /// Arbetsfilen
        file: PathBuf,
        /// Ärendet: dess nummer, rubrik eller början av dess id
        #[arg(
            value_name = "ÄRENDE",
            required_unless_present = "about",
            conflicts_with = "about"
        )]
        matter: Option<String>,
        /// Planen eller rapporten som missivet bär, i stället för ett ärende
        #[arg(long, value_name = "DOKUMENT")]
        about: Option<String>,
        /// Mallen, om det finns flera
        #[arg(long, value_name = "MALL")]
        with: Option<String>,
    },
}

#[derive(Debug, Args)]
pub(crate) struct Inform {
    /// Arbetsfilen
    pub(crate) file: PathBuf,
    /// Ärendet: dess nummer, rubrik eller början av dess id
    #[arg(value_name = "ÄRENDE")]
    pub(crate) matter: String,
    /// Organ eller funktion som det skickades till; kan anges flera gånger
    #[arg(long = "to", value_name = "MOTTAGARE", required = true)]
    pub(crate) recipients: Vec<String>,
    /// Dagen då det skickades; annars i dag
    #[arg(long, value_name = "DATUM")]
    pub(crate) date: Option<String>,
}

/// Vad någon har åtagit sig på ett möte.
#[derive(Debug, Subcommand)]
pub(crate) enum Promised {
    /// Visar åtgärder från alla möten: det som är öppet, och vad som är försenat. Särskilda uppdrag visas av due
    Actions {
        /// Arbetsfilen
        file: PathBuf,
        /// Visar också det som är avslutat
        #[arg(long)]
        all: bool,
        /// Dagen som läget gäller; annars i dag
        #[arg(long, value_name = "DATUM")]
        on: Option<String>,
    },
    /// Antecknar att en åtgärd är klar, eller inte blir av; anteckningarna ändras inte
    Close(Close),
}

#[derive(Debug, Args)]
pub(crate) struct Close {
    /// Arbetsfilen
    pub(crate) file: PathBuf,
    /// Åtgärden: rubriken eller början av dess id
    #[arg(value_name = "ÅTGÄRD")]
    pub(crate) action: String,
    /// Den blir inte av
    #[arg(long)]
    pub(crate) dropped: bool,
    /// Hur det gick
    #[arg(long, default_value = "", value_name = "TEXT")]
    pub(crate) why: String,
    /// Dagen; annars i dag
    #[arg(long, value_name = "DATUM")]
    pub(crate) date: Option<String>,
}
