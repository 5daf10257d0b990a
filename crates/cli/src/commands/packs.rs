//! Commands about templates, profiles, calendars and the sample.

use std::path::Path;
use std::process::ExitCode;

use serde_json::json;
use workspace::{Error, PackKind, PackReport};

use super::{BLOCKED, Session};
use crate::arguments::Template;
use crate::output::{json as print_json, line, say};

impl Session {
    pub(super) fn template(&self, template: Template) -> Result<ExitCode, Error> {
        match template {
            Template::List => {
                let templates: Vec<_> = self.library.template_ids().collect();
                let profiles: Vec<_> = self.library.profile_ids().collect();
                let calendars: Vec<_> = self.library.calendar_ids().collect();
                if self.json {
                    print_json(&json!({
                        "templates": templates, "profiles": profiles, "calendars": calendars
                    }));
                } else {
                    [templates, profiles, calendars]
                        .concat()
                        .into_iter()
                        .for_each(line);
                }
                Ok(ExitCode::SUCCESS)
            }
            Template::Check { template } => self.check_template(&template),
            Template::Copy { template, folder } => {
                let pack = self
                    .library
                    .template(&template)
                    .or_else(|_| self.library.profile(&template))
                    .or_else(|error| self.library.calendar(&template).map_err(|_| error))?;
                workspace::library::write_pack(pack, &folder)?;
                Ok(self.done("done-copy", &[("path", folder.display().to_string())]))
            }
            Template::Load { pack } => self.load(PackKind::Template, &pack),
        }
    }

    pub(super) fn check_template(&self, template: &str) -> Result<ExitCode, Error> {
        let report = workspace::check_pack(&self.library, template)?;
        if self.json {
            print_json(&report);
        } else {
            say_report(&report);
        }
        Ok(code(&report))
    }

    pub(super) fn load(&self, kind: PackKind, pack: &Path) -> Result<ExitCode, Error> {
        let into = self.packs.as_ref().ok_or(Error::NowhereToLoad)?;
        let loaded = workspace::load_pack(&self.library, kind, pack, into)?;
        if self.json {
            print_json(&loaded);
            return Ok(code(&loaded.report));
        }
        say_report(&loaded.report);
        if let Some(path) = &loaded.path {
            let args = [
                ("id", loaded.id.clone()),
                ("path", path.display().to_string()),
            ];
            line(&say("done-load", &args));
        }
        Ok(code(&loaded.report))
    }

    pub(super) fn sample(&self, folder: &Path) -> Result<ExitCode, Error> {
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
}

fn say_report(report: &PackReport) {
    report.lines.iter().for_each(|fault| line(fault));
    let key = if report.sound {
        "template-sound"
    } else {
        "template-faulty"
    };
    line(&say(key, &[("count", report.lines.len().to_string())]));
}

fn code(report: &PackReport) -> ExitCode {
    if report.sound {
        ExitCode::SUCCESS
    } else {
        ExitCode::from(BLOCKED)
    }
}
