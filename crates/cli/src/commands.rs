//! What each command does.

use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use serde_json::json;
use workspace::{Error, Exported, GroupForm, Input, Kept, Library, Outcome, Placement, Workspace};

use crate::arguments::{
    Add, Adopt, Arguments, Command, Export, New, ObjectName, PlacementArguments, Set, Template,
};
use crate::output::{findings, json as print_json, line, note, say};

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
    let mut library = Library::bundled();
    for folder in &packs {
        library = library.with_folder(folder)?;
    }
    let session = Session {
        json,
        author,
        library,
    };
    match command {
        Command::New(new) => session.new_workspace(new),
        Command::Begin {
            file,
            template,
            year,
        } => session.change(&file, |workspace| workspace.begin(&template, year)),
        Command::Import { file, from } => session.import(&file, &from),
        Command::List { file } => session.list(&file),
        Command::Show { file, document } => session.show(&file, &document),
        Command::Set(set) => session.set(set),
        Command::Add(add) => session.add(add),
        Command::Remove { object } => session.on(&object, |workspace, document| {
            workspace.remove(document, &object.object)
        }),
        Command::Move { object, placement } => {
            let placement = Placement::from(placement);
            session.on(&object, |workspace, document| {
                workspace.relocate(document, &object.object, &placement)
            })
        }
        Command::Check { file, document } => session.check(&file, document.as_deref()),
        Command::Export(export) => session.export(export),
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
        Command::Template(template) => session.template(template),
        Command::Sample { folder } => session.sample(&folder),
    }
}

struct Session {
    json: bool,
    author: Option<String>,
    library: Library,
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
        Workspace::create(&new.file, self.library.clone(), &form)?;
        Ok(self.done("done-new", &[("path", new.file.display().to_string())]))
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

    fn list(&self, file: &Path) -> Result<ExitCode, Error> {
        let lines = self.open(file)?.documents()?;
        if self.json {
            print_json(&lines);
            return Ok(ExitCode::SUCCESS);
        }
        for found in lines {
            let state = say(&format!("state-{}", state_code(found.state)), &[]);
            let edition = found
                .edition
                .map(|edition| format!(" {edition}"))
                .unwrap_or_default();
            let faults = say(
                "list-faults",
                &[
                    ("blocking", found.blocking.to_string()),
                    ("warnings", found.warnings.to_string()),
                ],
            );
            line(&format!(
                "{}\t{}\t{state}{edition}\t{faults}",
                found.ident, found.title
            ));
        }
        Ok(ExitCode::SUCCESS)
    }

    fn show(&self, file: &Path, document: &str) -> Result<ExitCode, Error> {
        let workspace = self.open(file)?;
        let id = workspace.find_document(document)?;
        if self.json {
            print_json(&workspace.show(id)?);
        } else {
            line(&workspace.text(id)?);
        }
        Ok(ExitCode::SUCCESS)
    }

    fn set(&self, set: Set) -> Result<ExitCode, Error> {
        let input = match set.value {
            None => Input::Nothing,
            Some(text) => {
                let text = if text == "-" { read_stdin()? } else { text };
                if set.stored {
                    Input::Stored(stored(&text)?)
                } else {
                    Input::Typed(text)
                }
            }
        };
        self.on(&set.object, |workspace, document| {
            workspace.set(document, &set.object.object, &set.field, &input)
        })
    }

    fn add(&self, add: Add) -> Result<ExitCode, Error> {
        let fields: Vec<(String, Input)> = add
            .fields
            .iter()
            .map(|pair| {
                let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
                (name.to_owned(), Input::Typed(value.to_owned()))
            })
            .collect();
        let placement = Placement::from(add.placement);
        self.change(&add.file, |workspace| {
            let document = workspace.find_document(&add.document)?;
            workspace.add(document, &add.kind, &placement, &fields)
        })
    }

    fn on(
        &self,
        name: &ObjectName,
        act: impl FnOnce(&mut Workspace, workspace::ObjectId) -> Result<Outcome, Error>,
    ) -> Result<ExitCode, Error> {
        self.change(&name.file, |workspace| {
            let document = workspace.find_document(&name.document)?;
            act(workspace, document)
        })
    }

    fn change(
        &self,
        file: &Path,
        act: impl FnOnce(&mut Workspace) -> Result<Outcome, Error>,
    ) -> Result<ExitCode, Error> {
        let outcome = act(&mut self.open(file)?)?;
        if self.json {
            print_json(&json!({ "object": outcome.object, "changes": outcome.changes }));
        } else {
            let key = if outcome.changes.step.is_some() {
                "done-saved"
            } else {
                "done-unchanged"
            };
            line(&say(key, &[("object", outcome.object.to_string())]));
        }
        Ok(ExitCode::SUCCESS)
    }

    fn check(&self, file: &Path, document: Option<&str>) -> Result<ExitCode, Error> {
        let workspace = self.open(file)?;
        let lines = workspace.documents()?;
        let wanted = document
            .map(|name| workspace.find_document(name))
            .transpose()?;
        let (mut blocking, mut all) = (0, Vec::new());
        for found in lines
            .iter()
            .filter(|found| wanted.is_none_or(|id| id == found.id))
        {
            let list = workspace.check(found.id)?;
            blocking += found.blocking;
            if !self.json {
                line(&say(
                    "check-heading",
                    &[
                        ("title", found.title.clone()),
                        ("count", list.len().to_string()),
                    ],
                ));
                findings(&list);
            }
            all.push(json!({ "document": found.id, "title": found.title, "findings": list }));
        }
        if self.json {
            print_json(&all);
        }
        Ok(if blocking == 0 {
            ExitCode::SUCCESS
        } else {
            ExitCode::from(BLOCKED)
        })
    }

    fn export(&self, export: Export) -> Result<ExitCode, Error> {
        let workspace = self.open(&export.file)?;
        if let Some(target) = export.everything {
            write_file(&target, &workspace.dump()?)?;
            return Ok(self.done("done-dump", &[("path", target.display().to_string())]));
        }
        let id = workspace.find_document(export.document.as_deref().unwrap_or_default())?;
        let kept = match (export.draft, export.edition) {
            (true, _) => Kept::Draft,
            (false, Some(number)) => Kept::Edition(number),
            (false, None) => Kept::Newest,
        };
        let target = export.to.unwrap_or_else(|| PathBuf::from("."));
        let exported = workspace.export(id, &target, &kept)?;
        if export.data {
            write_file(
                &exported.path.with_extension("json"),
                &workspace.data(id, &kept)?,
            )?;
        }
        self.say_exported(&exported);
        Ok(ExitCode::SUCCESS)
    }

    fn say_exported(&self, exported: &Exported) {
        if self.json {
            print_json(exported);
        } else {
            let key = if exported.draft {
                "done-export-draft"
            } else {
                "done-export"
            };
            line(&say(
                key,
                &[
                    ("path", exported.path.display().to_string()),
                    ("checksum", exported.checksum.clone()),
                ],
            ));
        }
    }

    fn read(&self, pdf: &Path, into: Option<&Path>) -> Result<ExitCode, Error> {
        let read = workspace::read_pdf(pdf)?;
        if let Some(file) = into {
            Workspace::create_from_paper(file, self.library.clone(), &read.paper)?;
        }
        if self.json {
            print_json(
                &json!({ "belongs": read.belongs, "checksum": read.checksum, "paper": read.paper }),
            );
            return Ok(ExitCode::SUCCESS);
        }
        let key = if read.belongs {
            "read-belongs"
        } else {
            "read-foreign"
        };
        line(&say(
            key,
            &[
                ("title", read.paper.document.title.clone()),
                ("checksum", read.checksum.clone()),
            ],
        ));
        if let Some(file) = into {
            line(&say("done-read", &[("path", file.display().to_string())]));
        }
        Ok(ExitCode::SUCCESS)
    }

    fn history(
        &self,
        file: &Path,
        document: Option<&str>,
        object: Option<&str>,
        limit: u32,
    ) -> Result<ExitCode, Error> {
        let workspace = self.open(file)?;
        let document = document
            .map(|name| workspace.find_document(name))
            .transpose()?;
        let object = match (document, object) {
            (Some(document), Some(name)) => Some(workspace.object(document, name)?),
            _ => None,
        };
        let lines = workspace.history(document, object, limit)?;
        if self.json {
            print_json(&lines);
            return Ok(ExitCode::SUCCESS);
        }
        for step in lines {
            let undone = if step.undone {
                say("history-undone", &[])
            } else {
                String::new()
            };
            line(&format!(
                "{}  {}  {} {undone}",
                step.at, step.author, step.action
            ));
        }
        Ok(ExitCode::SUCCESS)
    }

    fn take_back<T>(
        &self,
        file: &Path,
        key: &str,
        act: impl FnOnce(&mut Workspace) -> Result<(String, T), Error>,
    ) -> Result<ExitCode, Error> {
        let (action, _) = act(&mut self.open(file)?)?;
        Ok(self.done(key, &[("action", action)]))
    }

    fn submit(&self, file: &Path, document: &str) -> Result<ExitCode, Error> {
        let mut workspace = self.open(file)?;
        let id = workspace.find_document(document)?;
        let number = workspace.submit(id)?;
        Ok(self.done("done-submit", &[("edition", number)]))
    }

    fn adopt(&self, adopt: Adopt) -> Result<ExitCode, Error> {
        let mut workspace = self.open(&adopt.file)?;
        let id = workspace.find_document(&adopt.document)?;
        let number = workspace.adopt_by(id, &adopt.body, &adopt.date, adopt.paragraph)?;
        Ok(self.done("done-adopt", &[("edition", number), ("body", adopt.body)]))
    }

    fn template(&self, template: Template) -> Result<ExitCode, Error> {
        match template {
            Template::List => {
                let (templates, profiles): (Vec<_>, Vec<_>) = (
                    self.library.template_ids().collect(),
                    self.library.profile_ids().collect(),
                );
                if self.json {
                    print_json(&json!({ "templates": templates, "profiles": profiles }));
                } else {
                    templates.into_iter().chain(profiles).for_each(line);
                }
                Ok(ExitCode::SUCCESS)
            }
            Template::Check { template } => self.check_template(&template),
            Template::Copy { template, folder } => {
                let pack = self
                    .library
                    .template(&template)
                    .or_else(|_| self.library.profile(&template))?;
                workspace::library::write_pack(pack, &folder)?;
                Ok(self.done("done-copy", &[("path", folder.display().to_string())]))
            }
        }
    }

    fn check_template(&self, template: &str) -> Result<ExitCode, Error> {
        let report = workspace::check_pack(&self.library, template)?;
        if self.json {
            print_json(&report);
        } else {
            report.lines.iter().for_each(|fault| line(fault));
            line(&say(
                if report.sound {
                    "template-sound"
                } else {
                    "template-faulty"
                },
                &[("count", report.lines.len().to_string())],
            ));
        }
        Ok(if report.sound {
            ExitCode::SUCCESS
        } else {
            ExitCode::from(BLOCKED)
        })
    }

    fn sample(&self, folder: &Path) -> Result<ExitCode, Error> {
        let (file, exported) = workspace::write_sample(folder, self.library.clone())?;
        if self.json {
            print_json(&json!({ "file": file, "exported": exported }));
            return Ok(ExitCode::SUCCESS);
        }
        line(&file.display().to_string());
        exported
            .iter()
            .for_each(|exported| line(&exported.path.display().to_string()));
        Ok(ExitCode::SUCCESS)
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

const fn state_code(state: workspace::State) -> &'static str {
    match state {
        workspace::State::Draft => "draft",
        workspace::State::Submitted => "submitted",
        workspace::State::Adopted => "adopted",
    }
}

fn stored(text: &str) -> Result<serde_json::Value, Error> {
    serde_json::from_str(text).map_err(|error| Error::Import {
        line: error.line(),
        column: error.column(),
        reason: error.to_string(),
    })
}

fn read_file(path: &Path) -> Result<Vec<u8>, Error> {
    fs::read(path).map_err(|error| Error::Io {
        path: path.to_owned(),
        error,
    })
}

fn write_file(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    workspace::write_whole(path, bytes)
}

fn read_stdin() -> Result<String, Error> {
    let mut text = String::new();
    std::io::stdin()
        .read_to_string(&mut text)
        .map_err(|error| Error::Io {
            path: PathBuf::from("-"),
            error,
        })?;
    Ok(text)
}
