//! What each command does.

mod days;
mod edit;
mod formal;
mod meetings;
mod packs;
mod paper;
mod purge;
mod returns;
mod show;
mod two;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use serde_json::json;
use workspace::{Error, GroupForm, Library, PackKind, Placement, Workspace, read_file};

use crate::arguments::{Arguments, Calendar, Command, New, PlacementArguments, Profile, Template};
use crate::output::{json as print_json, line, note, say};

/// `check` found something that blocks.
const BLOCKED: u8 = 3;

/// Carries out a command and returns the exit code of what was done.
pub(crate) fn run(arguments: Arguments) -> Result<ExitCode, Error> {
    let Arguments {
        json,
        packs,
        author,
        command,
    } = arguments;
    let loads = matches!(
        command,
        Command::Template(Template::Load { .. })
            | Command::Profile(_)
            | Command::Calendar(Calendar::Load { .. })
    );
    let packs = if packs.is_empty() {
        packs_of_environment()
    } else {
        packs
    };
    let mut library = Library::bundled();
    for folder in &packs {
        // A folder to load into need not be there yet.
        if folder.exists() || !loads {
            library = library.with_folder(folder)?;
        }
    }
    let session = Session {
        json,
        author,
        library,
        packs: packs.last().cloned(),
    };
    match command {
        Command::New(new) => session.new_workspace(new),
        Command::Begin {
            file,
            template,
            year,
        } => session.begin(&file, &template, year),
        Command::Import { file, from } => session.import(&file, &from),
        Command::List { file } => session.list(&file),
        Command::Show { file, document } => session.show(&file, &document),
        Command::Fields {
            file,
            document,
            kind,
        } => session.fields(&file, &document, kind.as_deref()),
        Command::Set(set) => session.set(set),
        Command::Add(add) => session.add(add),
        Command::Attach(attach) => session.attach(attach),
        Command::Picture(picture) => session.picture(&picture),
        Command::Remove { object } => session.on(&object, |workspace, document| {
            workspace.remove(document, &object.object)
        }),
        Command::Move { object, placement } => {
            let placement = Placement::from(placement);
            session.on(&object, |workspace, document| {
                workspace.relocate(document, &object.object, &placement)
            })
        }
        Command::Check { file, document, on } => {
            session.check(&file, document.as_deref(), on.as_deref())
        }
        Command::Export(export) => session.export(export),
        Command::Sheet { file, picture } => session.sheet(&file, &picture),
        Command::Read { pdf, into } => session.read(&pdf, into.as_deref()),
        Command::History {
            file,
            document,
            object,
            limit,
        } => session.history(&file, document.as_deref(), object.as_deref(), limit),
        Command::Undo { file } => session.take_back(&file, "done-undo", Workspace::undo),
        Command::Redo { file } => session.take_back(&file, "done-redo", Workspace::redo),
        Command::Submit { file, document } => session.submit(&file, &document),
        Command::Adopt(adopt) => session.adopt(adopt),
        Command::Two(two) => session.two(two),
        Command::Returns(returns) => session.returns(returns),
        Command::Meeting(meeting) => session.meeting(meeting),
        Command::Matter(matter) => session.matter(matter),
        Command::Promised(promised) => session.promised(promised),
        Command::Send(send) => session.send(send),
        Command::Remit(remit) => session.remit(remit),
        Command::Register(register) => session.register(&register),
        Command::Log { file, document } => session.log(&file, &document),
        Command::Done {
            file,
            document,
            section,
            not,
        } => session.done_with(&file, &document, section.as_deref(), !not),
        Command::CarryOver { file, year } => session.carry_over(&file, year),
        Command::Prefill { file, document } => session.prefill(&file, &document),
        Command::Days(days) => session.days(days),
        Command::Calendar(calendar) => session.calendar(calendar),
        Command::Template(template) => session.template(template),
        Command::Profile(Profile::Load { pack }) => session.load(PackKind::Profile, &pack),
        Command::Sample { folder } => session.sample(&folder),
    }
}

/// A folder that is named once for a whole terminal; several are parted as in PATH.
fn packs_of_environment() -> Vec<PathBuf> {
    let named = std::env::var_os("MISSIV_PACKS").filter(|named| !named.is_empty());
    named.map_or_else(Vec::new, |named| std::env::split_paths(&named).collect())
}

struct Session {
    json: bool,
    author: Option<String>,
    library: Library,
    /// The folder that packs are loaded into.
    packs: Option<PathBuf>,
}

impl Session {
    fn open(&self, file: &Path) -> Result<Workspace, Error> {
        let workspace = Workspace::open(file, self.library.clone())?;
        if let Some(sentence) = workspace.read_only() {
            note(&sentence);
        }
        self.sign(workspace)
    }

    fn sign(&self, mut workspace: Workspace) -> Result<Workspace, Error> {
        if let Some(author) = &self.author {
            workspace.act_as(author)?;
        }
        workspace.share_undo_between_commands();
        Ok(workspace)
    }

    fn new_workspace(&self, new: New) -> Result<ExitCode, Error> {
        let form = GroupForm {
            profile: new.profile,
            name: new.group,
            area: new.area,
        };
        let mut file = new.file.into_os_string();
        if Path::new(&file)
            .extension()
            .is_none_or(|ending| ending != "missiv")
        {
            file.push(".missiv");
        }
        let file = PathBuf::from(file);
        Workspace::create(&file, self.library.clone(), &form)?;
        Ok(self.done("done-new", &[("path", file.display().to_string())]))
    }

    fn import(&self, file: &Path, from: &Path) -> Result<ExitCode, Error> {
        let json = read_file(from)?;
        let workspace = if file.exists() {
            let mut workspace = self.open(file)?;
            workspace.import(&json)?;
            workspace
        } else {
            Workspace::create_from_json(file, self.library.clone(), &json)?
        };
        let count = workspace.documents()?.len();
        Ok(self.done(
            "done-import",
            &[
                ("count", count.to_string()),
                ("path", file.display().to_string()),
            ],
        ))
    }

    fn done(&self, key: &str, args: &[(&str, String)]) -> ExitCode {
        if self.json {
            let args: std::collections::BTreeMap<_, _> = args.iter().cloned().collect();
            print_json(&json!({ "done": key, "args": args }));
        } else {
            line(&say(key, args));
        }
        ExitCode::SUCCESS
    }
}

impl From<PlacementArguments> for Placement {
    fn from(arguments: PlacementArguments) -> Self {
        Self {
            below: arguments.below,
            after: arguments.after,
            first: arguments.first,
        }
    }
}
