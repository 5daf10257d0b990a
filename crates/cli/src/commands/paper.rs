//! Commands that make papers and read them back.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use serde_json::json;
use workspace::{Error, ExportForm, Exported, FindingView, Kept, Severity, Workspace, write_whole};

use super::{BLOCKED, Session};
use crate::arguments::{Adopt, Export};
use crate::output::{self, findings, json as print_json, line, note, progress, say};

impl Session {
    pub(super) fn export(&self, export: Export) -> Result<ExitCode, Error> {
        let workspace = self.open(&export.file)?;
        if let Some(target) = export.everything {
            write_whole(&target, &workspace.dump()?)?;
            return Ok(self.done("done-dump", &[("path", target.display().to_string())]));
        }
        let kept = match (export.draft, export.edition) {
            (true, _) => Kept::Draft,
            (false, Some(number)) => Kept::Edition(number),
            (false, None) => Kept::Newest,
        };
        let form = ExportForm {
            kept,
            archive: export.archive,
            receipt: export.receipt,
        };
        if let Some(folder) = &export.all {
            return self.export_all(&workspace, folder, &export.only, &form);
        }
        let id = workspace.find_document(export.document.as_deref().unwrap_or_default())?;
        let target = export.to.unwrap_or_else(|| PathBuf::from("."));
        let exported = if export.data {
            workspace.export_with_data(id, &target, &form)?
        } else {
            workspace.export_as(id, &target, &form)?
        };
        self.say_exported(&exported);
        Ok(ExitCode::SUCCESS)
    }

    fn export_all(
        &self,
        workspace: &Workspace,
        folder: &Path,
        only: &[String],
        form: &ExportForm,
    ) -> Result<ExitCode, Error> {
        let say_progress = |done: usize, all: usize, title: &str| {
            let args = [
                ("done", done.to_string()),
                ("all", all.to_string()),
                ("title", title.to_owned()),
            ];
            progress(&say("export-progress", &args));
        };
        let exported = if only.is_empty() {
            workspace.export_all(folder, form, say_progress)?
        } else {
            let chosen: Result<Vec<_>, Error> = only
                .iter()
                .map(|document| workspace.find_document(document))
                .collect();
            workspace.export_several(&chosen?, folder, form, say_progress)?
        };
        if self.json {
            print_json(&exported);
        } else {
            exported.iter().for_each(|one| self.say_exported(one));
        }
        Ok(ExitCode::SUCCESS)
    }

    pub(super) fn sheet(&self, file: &Path, picture: &Path) -> Result<ExitCode, Error> {
        // It is a PNG whatever it is called.
        let mut name = picture.as_os_str().to_owned();
        if picture.extension().is_none_or(|ending| ending != "png") {
            name.push(".png");
        }
        let picture = PathBuf::from(name);
        write_whole(&picture, &self.open(file)?.contact_sheet()?)?;
        Ok(self.done("done-sheet", &[("path", picture.display().to_string())]))
    }

    pub(super) fn say_exported(&self, exported: &Exported) {
        if self.json {
            print_json(exported);
            return;
        }
        let key = match (exported.archive, exported.draft) {
            (true, _) => "done-export-archive",
            (false, true) => "done-export-draft",
            (false, false) => "done-export",
        };
        let path = |path: &Path| ("path", path.display().to_string());
        let checksum = ("checksum", exported.checksum.clone());
        line(&say(key, &[path(&exported.path), checksum]));
        for attachment in &exported.attachments {
            line(&say("done-attachment", &[path(attachment)]));
        }
        if let Some(receipt) = &exported.receipt {
            let key = if receipt.passes {
                "done-receipt"
            } else {
                "done-receipt-broken"
            };
            line(&say(key, &[path(&receipt.path)]));
        }
    }

    pub(super) fn read(&self, pdf: &Path, into: Option<&Path>) -> Result<ExitCode, Error> {
        let read = workspace::read_pdf(pdf)?;
        if let Some(file) = into {
            Workspace::create_from_read(file, self.library.clone(), &read)?;
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

    pub(super) fn submit(&self, file: &Path, document: &str) -> Result<ExitCode, Error> {
        let mut workspace = self.open(file)?;
        let id = workspace.find_document(document)?;
        match workspace.submit(id) {
            Ok(number) => Ok(self.done("done-submit", &[("edition", number)])),
            Err(error @ Error::Blocked(_)) => {
                let blocks = |found: &FindingView| found.diagnostic.severity == Severity::Blocking;
                let found: Vec<FindingView> =
                    workspace.check(id)?.into_iter().filter(blocks).collect();
                if self.json {
                    print_json(&found);
                } else {
                    findings(&found, &workspace.gaps(id)?);
                }
                output::error(&error, self.json);
                Ok(ExitCode::from(BLOCKED))
            }
            Err(error) => Err(error),
        }
    }

    pub(super) fn adopt(&self, adopt: Adopt) -> Result<ExitCode, Error> {
        let mut workspace = self.open(&adopt.file)?;
        let id = workspace.find_document(&adopt.document)?;
        let number =
            workspace.adopt_by(id, &adopt.body, &adopt.date, adopt.paragraph.as_deref())?;
        for doubt in workspace.doubt_adoption(id, &adopt.body, &adopt.date)? {
            note(&doubt);
        }
        Ok(self.done("done-adopt", &[("edition", number), ("body", adopt.body)]))
    }
}
