//! What one may write after `missiv`. Help is in Swedish, for it is what the user reads.

mod days;
mod meetings;
mod pair;
mod returns;
mod two;

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};

pub(crate) use days::{Calendar, Days};
pub(crate) use meetings::{Close, Inform, Matter, Meeting, Promised};
pub(crate) use returns::Returns;
pub(crate) use two::{Purge, Resolve, Two};

/// Skriver och följer upp en samverkansgrupps planer, rapporter och missiv.
#[derive(Debug, Parser)]
#[command(name = "missiv", version, disable_help_subcommand = true)]
#[command(after_help = "\
Så anges ett dokument: med det namn som ”missiv list” visar först, med sin rubrik eller med början av sitt id.
  plan    plan/2025    halvårsrapport    missiv    Äldre-2025-missiv-2    gruppen (gruppens egna uppgifter)
Så anges en del av ett dokument: med sitt nummer, sitt slag och vilken i ordningen, sin rubrik eller början av sitt id.
  1.2     indikator:1     \"Färre fallolyckor\"     . (en punkt: dokumentet självt)

Slutkod 0: klart. 1: det gick inte, och en mening säger varför. 2: kommandot är felskrivet.
3: kontrollen fann något som hindrar.")]
pub(crate) struct Arguments {
    /// Svarar med JSON
    #[arg(long, global = true)]
    pub(crate) json: bool,
    /// Mapp med egna mallar, profiler och tidplaner (templates/ID/ eller templates/ID.zip); annars den som miljövariabeln
    /// MISSIV_PACKS anger
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
    /// Börjar på ett dokument ur en mall
    Begin {
        /// Arbetsfilen
        file: PathBuf,
        /// Vad det är: mallens namn, som missiv eller halvårsrapport, eller dess id ur ”missiv template list”
        template: String,
        /// Året som dokumentet gäller
        year: i32,
    },
    /// Läser in dokument, eller en hel arbetsfil, ur JSON
    Import {
        /// Arbetsfilen; den skapas om den inte finns
        file: PathBuf,
        /// JSON-filen
        from: PathBuf,
    },
    /// Listar dokumenten och vad som återstår i dem
    List {
        /// Arbetsfilen
        file: PathBuf,
    },
    /// Visar ett dokument som text
    Show {
        /// Arbetsfilen
        file: PathBuf,
        /// Dokumentet
        document: String,
    },
    /// Visar fälten i ett dokument: vad som kan stå i dem, vad man väljer bland, kolumnerna och mallens anvisningar
    Fields {
        /// Arbetsfilen
        file: PathBuf,
        /// Dokumentet
        document: String,
        /// Slaget av delar: mål, aktivitet, person; en punkt för dokumentets egna fält. Alla om det utelämnas
        #[arg(value_name = "SLAG")]
        kind: Option<String>,
    },
    /// Skriver i ett fält
    Set(Set),
    /// Lägger till en del: ett mål, en aktivitet, en person
    Add(Add),
    /// Bifogar en PDF-fil som bilaga till ett dokument
    Attach(Attach),
    /// Lägger in en bild, till exempel en logotyp, med alternativ text
    Picture(Picture),
    /// Tar bort en del och allt under den
    Remove {
        #[command(flatten)]
        object: ObjectName,
    },
    /// Flyttar en del; utan flagga hamnar den sist på sin nivå
    Move {
        #[command(flatten)]
        object: ObjectName,
        #[command(flatten)]
        placement: PlacementArguments,
    },
    /// Skriver en bild av alla sidor i alla dokument
    Sheet {
        /// Arbetsfilen
        file: PathBuf,
        /// Bilden, en PNG-fil
        picture: PathBuf,
    },
    /// Visar vad som saknas eller inte stämmer
    Check {
        /// Arbetsfilen
        file: PathBuf,
        /// Dokumentet; alla om det utelämnas
        document: Option<String>,
        /// Dagen som läget gäller; annars i dag
        #[arg(long, value_name = "DATUM")]
        on: Option<String>,
    },
    /// Exporterar ett dokument till PDF, eller hela arbetsfilen till JSON
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
        /// Dokumentet
        document: Option<String>,
        /// Delen; en punkt är dokumentet självt
        object: Option<String>,
        /// Högst så många ändringar; annars 50
        #[arg(long, default_value_t = 50, value_name = "ANTAL")]
        limit: u32,
    },
    /// Ångrar din senaste ändring
    Undo {
        /// Arbetsfilen
        file: PathBuf,
    },
    /// Gör om det som du ångrade
    Redo {
        /// Arbetsfilen
        file: PathBuf,
    },
    /// Lämnar in ett dokument: en utgåva med nummer sparas, och den går inte att ändra
    Submit {
        /// Arbetsfilen
        file: PathBuf,
        /// Dokumentet
        document: String,
    },
    /// Antecknar att ett organ har fastställt det inlämnade dokumentet
    Adopt(Adopt),
    /// Antecknar att en utgåva har skickats: när, till vem, och vilken kontrollsumma den har
    Send(Send),
    /// Antecknar en återremiss: dokumentet blir ett utkast igen
    Remit(Remit),
    /// Antecknar ett diarienummer som kom efteråt; sidor som är inlämnade ändras inte
    Register(Register),
    /// Visar vad som har hänt med ett dokument, med tabb mellan uppgifterna, att klistra in i diariet
    Log {
        /// Arbetsfilen
        file: PathBuf,
        /// Dokumentet
        document: String,
    },
    /// Klarmarkerar ett avsnitt; utan avsnitt visas hur långt varje avsnitt har kommit
    Done {
        /// Arbetsfilen
        file: PathBuf,
        /// Dokumentet
        document: String,
        /// Avsnittet: fältets eller slagets id eller etikett, head för dokumenthuvudet, eller ett mål
        #[arg(value_name = "AVSNITT")]
        section: Option<String>,
        /// Tar bort markeringen
        #[arg(long, requires = "section")]
        not: bool,
    },
    /// För över det som inte blev klart till nästa års plan, som skapas om den saknas
    CarryOver {
        /// Arbetsfilen
        file: PathBuf,
        /// Året som det förs över från
        year: i32,
    },
    #[command(flatten)]
    Two(Two),
    #[command(flatten)]
    Returns(Returns),
    #[command(subcommand)]
    Meeting(Meeting),
    #[command(subcommand)]
    Matter(Matter),
    #[command(flatten)]
    Promised(Promised),
    /// Fyller i redovisningstillfällena ur årets tidplan; det som redan står ändras inte
    Prefill {
        /// Arbetsfilen
        file: PathBuf,
        /// Dokumentet: uppföljningsplanen eller planen
        document: String,
    },
    #[command(flatten)]
    Days(Days),
    /// Listar, kontrollerar, kopierar och läser in mallar
    #[command(subcommand)]
    Template(Template),
    /// Läser in ett års tidplan, och skriver möten och sista dagar till en kalenderfil
    #[command(subcommand)]
    Calendar(Calendar),
    /// Läser in en profil
    #[command(subcommand)]
    Profile(Profile),
    /// Skriver ett exempelår till en mapp: en arbetsfil, PDF-filer och nästa års tidplan
    Sample {
        /// Mappen
        folder: PathBuf,
    },
}

#[derive(Debug, Args)]
pub(crate) struct New {
    /// Arbetsfilen; ett namn som inte slutar på .missiv får det till slut
    pub(crate) file: PathBuf,
    /// Organisationens profil; ”missiv template list” visar vilka som finns
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
    /// Dokumentet
    pub(crate) document: String,
    /// Delen; en punkt är dokumentet självt
    pub(crate) object: String,
}

#[derive(Debug, Args)]
pub(crate) struct Set {
    #[command(flatten)]
    pub(crate) object: ObjectName,
    /// Fältets id eller etikett
    pub(crate) field: String,
    /// Vad som ska stå där; ett ensamt bindestreck läser från standardinmatningen. En tabell skrivs med en rad i taget och
    /// semikolon mellan kolumnerna; ”missiv fields” visar deras ordning
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
pub(crate) struct Attach {
    /// Arbetsfilen
    pub(crate) file: PathBuf,
    /// Dokumentet
    pub(crate) document: String,
    /// PDF-filen
    pub(crate) pdf: PathBuf,
    /// Delen som bilagan hör till, till exempel ett ärende på en dagordning; annars dokumentet självt
    #[arg(long, value_name = "DEL")]
    pub(crate) object: Option<String>,
    /// Vad bilagan kallas i listan; annars filens namn
    #[arg(long, value_name = "TITEL")]
    pub(crate) title: Option<String>,
    /// Raden i listan som filen hör till; annars den rad som har titeln och saknar fil, eller en ny sist
    #[arg(long, value_name = "NUMMER")]
    pub(crate) row: Option<usize>,
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
    /// Dokumentet; gruppen för gruppens personer
    pub(crate) document: String,
    /// Vad det är: mål, aktivitet, person
    pub(crate) kind: String,
    /// Fält och värden, till exempel 'Rubrik=Utbildning i SIP'. En tabell skrivs med en rad i taget och semikolon mellan
    /// kolumnerna; ”missiv fields” visar deras ordning
    #[arg(value_parser = pair::with_value)]
    pub(crate) fields: Vec<String>,
    #[command(flatten)]
    pub(crate) placement: PlacementArguments,
}

#[derive(Debug, Args)]
pub(crate) struct PlacementArguments {
    /// Under den här delen
    #[arg(long, value_name = "DEL")]
    pub(crate) below: Option<String>,
    /// Efter den här delen
    #[arg(long, value_name = "DEL")]
    pub(crate) after: Option<String>,
    /// Först
    #[arg(long, conflicts_with = "after")]
    pub(crate) first: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Export {
    /// Arbetsfilen
    pub(crate) file: PathBuf,
    /// Dokumentet
    #[arg(required_unless_present_any = ["everything", "all"], value_name = "DOKUMENT")]
    pub(crate) document: Option<String>,
    /// Filen eller mappen som PDF-filen skrivs till; annars mappen där du står
    pub(crate) to: Option<PathBuf>,
    /// Utkastet, även om en inlämnad utgåva är oförändrad
    #[arg(long, conflicts_with = "edition")]
    pub(crate) draft: bool,
    /// Utgåvans nummer (finns flera med samma gäller den senaste), eller början av dess id
    #[arg(long, value_name = "NUMMER")]
    pub(crate) edition: Option<String>,
    /// Skriver en arkivkopia: PDF/A-2a och PDF/UA-1, utan bifogade filer
    #[arg(long)]
    pub(crate) archive: bool,
    /// Lägger ett tillgänglighetskvitto bredvid också när det är ett utkast; en utgåva får alltid ett
    #[arg(long)]
    pub(crate) receipt: bool,
    /// Skriver också uppgifterna som JSON, bredvid PDF-filen
    #[arg(long, conflicts_with = "archive")]
    pub(crate) data: bool,
    /// Skriver alla dokument till den här mappen, som skapas om den saknas
    #[arg(long, value_name = "MAPP", conflicts_with_all = ["document", "edition", "data", "everything"])]
    pub(crate) all: Option<PathBuf>,
    /// Skriver bara det här dokumentet till mappen; kan anges flera gånger
    #[arg(long, value_name = "DOKUMENT", requires = "all")]
    pub(crate) only: Vec<String>,
    /// Skriver hela arbetsfilen, med historik, till den här JSON-filen
    #[arg(long, value_name = "JSON-FIL", conflicts_with_all = ["document", "all", "draft", "edition", "data", "archive", "receipt"])]
    pub(crate) everything: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(crate) struct Adopt {
    /// Arbetsfilen
    pub(crate) file: PathBuf,
    /// Dokumentet
    pub(crate) document: String,
    /// Organet som har fastställt det
    #[arg(long, value_name = "ORGAN")]
    pub(crate) body: String,
    /// Dagen för beslutet
    #[arg(long, value_name = "DATUM")]
    pub(crate) date: String,
    /// Paragrafen i organets protokoll, till exempel ”§ 12”
    #[arg(long, value_name = "PARAGRAF")]
    pub(crate) paragraph: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct Send {
    /// Arbetsfilen
    pub(crate) file: PathBuf,
    /// Dokumentet
    pub(crate) document: String,
    /// Organ eller funktion som det skickas till; kan anges flera gånger
    #[arg(long = "to", value_name = "MOTTAGARE", required = true)]
    pub(crate) recipients: Vec<String>,
    /// Dagen då det skickades; annars i dag
    #[arg(long, value_name = "DATUM")]
    pub(crate) date: Option<String>,
    /// Utgåvan som skickades; annars den senaste
    #[arg(long, value_name = "NUMMER")]
    pub(crate) edition: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct Remit {
    /// Arbetsfilen
    pub(crate) file: PathBuf,
    /// Dokumentet
    pub(crate) document: String,
    /// Organet som återremitterar
    #[arg(long, value_name = "ORGAN")]
    pub(crate) body: String,
    /// Dagen för beslutet
    #[arg(long, value_name = "DATUM")]
    pub(crate) date: String,
    /// Paragrafen i organets protokoll, till exempel ”§ 12”
    #[arg(long, value_name = "PARAGRAF")]
    pub(crate) paragraph: Option<String>,
    /// Vad organet vill ha gjort
    #[arg(long, value_name = "SKÄL")]
    pub(crate) why: String,
    /// Utgåvan som återremitteras; annars den senaste
    #[arg(long, value_name = "NUMMER")]
    pub(crate) edition: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct Register {
    /// Arbetsfilen
    pub(crate) file: PathBuf,
    /// Dokumentet
    pub(crate) document: String,
    /// Diarienumret, så som organisationen skriver det
    #[arg(value_name = "DIARIENUMMER")]
    pub(crate) number: String,
    /// Organisationen som har registrerat handlingen
    #[arg(long, default_value = "", value_name = "ORGANISATION")]
    pub(crate) by: String,
    /// Dagen då det registrerades; annars i dag
    #[arg(long, value_name = "DATUM")]
    pub(crate) date: Option<String>,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Template {
    /// Listar mallar, profiler och tidplaner
    List,
    /// Kontrollerar en mall, profil eller tidplan: varje fel med fil, rad och råd
    Check {
        /// Mallens mapp, zip-fil eller id
        template: String,
    },
    /// Kopierar en mall, profil eller tidplan till en ny mapp eller zip-fil, för att ändra i den eller skicka den. Mappen
    /// ska heta som id i filen: byt båda om det blir en egen
    Copy {
        /// Mallens, profilens eller tidplanens id
        template: String,
        /// Mappen som skapas, eller zip-filen om namnet slutar på .zip
        folder: PathBuf,
    },
    /// Kontrollerar en mall och lägger den i mappen som --packs anger
    Load {
        /// Mallens mapp eller zip-fil
        #[arg(value_name = "MAPP ELLER ZIP")]
        pack: PathBuf,
    },
}

#[derive(Debug, Subcommand)]
pub(crate) enum Profile {
    /// Kontrollerar en profil och lägger den i mappen som --packs anger
    Load {
        /// Profilens mapp eller zip-fil
        #[arg(value_name = "MAPP ELLER ZIP")]
        pack: PathBuf,
    },
}
