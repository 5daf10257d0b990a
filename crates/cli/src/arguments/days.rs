//! Arguments of what goes by days: what is due, terms, calendars, the handover.

use std::path::PathBuf;

use clap::Subcommand;

#[derive(Debug, Subcommand)]
pub(crate) enum Days {
    /// Visar vad som ska lämnas in härnäst, och när
    Due {
        /// Arbetsfilen
        file: PathBuf,
        /// Dagen som läget gäller; annars i dag
        #[arg(long, value_name = "DATUM")]
        on: Option<String>,
    },
    /// Visar varför gruppen finns och vem som har vilket uppdrag, från när till när och efter vem
    Group {
        /// Arbetsfilen
        file: PathBuf,
        /// Dagen som läget gäller; annars i dag
        #[arg(long, value_name = "DATUM")]
        on: Option<String>,
    },
    /// Skriver den senaste överlämningen till en mapp, och bredvid den en zip-fil med årets och förra årets planer och
    /// rapporter
    Handover {
        /// Arbetsfilen
        file: PathBuf,
        /// Mappen; den skapas om den saknas
        #[arg(long, value_name = "MAPP")]
        out: PathBuf,
    },
}

#[derive(Debug, Subcommand)]
pub(crate) enum Calendar {
    /// Skriver planerade möten och det som ska lämnas in till en kalenderfil (iCalendar), för Outlook och andra kalendrar
    Export {
        /// Arbetsfilen
        file: PathBuf,
        /// Kalenderfilen, till exempel möten.ics
        #[arg(long, value_name = "FIL")]
        out: PathBuf,
        /// Bara det här året; annars alla år som är planerade
        #[arg(long, value_name = "ÅR")]
        year: Option<i32>,
        /// Dagen som läget gäller; annars i dag
        #[arg(long, value_name = "DATUM")]
        on: Option<String>,
    },
    /// Kontrollerar en tidplan och lägger den i mappen som --packs anger
    Load {
        /// Tidplanens mapp eller zip-fil
        #[arg(value_name = "MAPP ELLER ZIP")]
        pack: PathBuf,
    },
}
