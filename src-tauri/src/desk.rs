//! What lies open: one workspace.

use std::path::{Path, PathBuf};

use tempfile::TempDir;
use workspace::{Access, GroupForm, Kept, Library, ObjectId, WhyReadOnly, Workspace};

use crate::{
    act::ExportedView,
    error::ApiError,
    outside,
    packs::{Packs, PacksView},
    recent::{Recent, RecentView, Recents},
    view::{NewForm, SentenceView, WorkspaceView},
};

/// The open workspace with what the window looks at. It stands on the owner's thread and nowhere else.
#[derive(Default)]
pub struct Desk {
    /// The files that were opened lately, where they are remembered.
    pub recents: Option<Recents>,
    /// Where templates, profiles and calendars are found.
    pub packs: Packs,
    file: Option<Workspace>,
    /// Why the latest opening failed, for as long as nothing else is open.
    failed: Option<ApiError>,
    /// Where several PDFs are written to.
    pub folder: Option<PathBuf>,
    exported: Option<PathBuf>,
    /// What has been opened in order to be printed: gone when the desk is.
    prints: Option<(TempDir, u32)>,
}

impl Desk {
    /// Opens a file in place of the one that is open. The open one stays when the other cannot be opened.
    pub fn open(&mut self, path: &Path) -> Result<WorkspaceView, ApiError> {
        // The open file is locked, so that opening it once more would say that somebody else has it.
        if let Some(file) = self.file.as_ref().filter(|file| file.path() == path) {
            return WorkspaceView::of(file);
        }
        let opened = self.take(path);
        self.failed = opened
            .as_ref()
            .err()
            .filter(|_| self.file.is_none())
            .cloned();
        opened
    }

    /// Returns the open workspace, nothing when none was asked for, or why it could not be opened.
    pub fn current(&self) -> Result<Option<WorkspaceView>, ApiError> {
        match (&self.file, &self.failed) {
            (Some(file), _) => WorkspaceView::of(file).map(Some),
            (None, Some(error)) => Err(error.clone()),
            (None, None) => Ok(None),
        }
    }

    /// Returns the open workspace.
    pub fn workspace(&mut self) -> Result<&mut Workspace, ApiError> {
        self.file.as_mut().ok_or_else(ApiError::internal)
    }

    fn take(&mut self, path: &Path) -> Result<WorkspaceView, ApiError> {
        let mut file = Workspace::open(path, self.library())?;
        let recents = self.recents.as_ref().map(Recents::list).unwrap_or_default();
        let me = recents.into_iter().find(|recent| recent.path == path);
        if let Some(me) = me.and_then(|recent| recent.me) {
            // Somebody who has left the group is nobody here.
            let _ = file.act_as(&me);
        }
        if file.read_only().is_none() {
            // One opens a file to work in it, even where the disk has no room for a back-up.
            let _ = file.back_up();
        }
        self.place(file)
    }

    /// Lays a workspace on the desk in place of the one that is open, and remembers it.
    pub fn place(&mut self, file: Workspace) -> Result<WorkspaceView, ApiError> {
        let view = WorkspaceView::of(&file)?;
        // A back-up is looked into, and not gone on with.
        let is_back_up = file.access() == Access::ReadOnly(WhyReadOnly::BackUp);
        if let Some(recents) = self.recents.as_ref().filter(|_| !is_back_up) {
            // That the list cannot be written hinders nobody.
            let _ = recents.put(file.path(), &view.name, file.me());
        }
        self.file = Some(file);
        self.failed = None;
        Ok(view)
    }

    /// Names who acts from here on.
    pub fn act_as(&mut self, person: &str) -> Result<WorkspaceView, ApiError> {
        self.workspace()?.act_as(person)?;
        let Some(file) = self.file.take() else {
            return Err(ApiError::internal());
        };
        self.place(file)
    }

    /// Makes a workspace for a group, with the person who makes it where that has been said.
    pub fn create(&mut self, path: &Path, form: NewForm) -> Result<WorkspaceView, ApiError> {
        let group = GroupForm {
            profile: form.profile,
            name: form.name,
            area: form.area,
        };
        let mut file = Workspace::create(path, self.library(), &group)?;
        let said = [&form.me.name, &form.me.office, &form.me.organisation];
        if said.iter().any(|word| !word.trim().is_empty()) {
            let me = file.add_person(&form.me)?.object.to_string();
            // Undo takes back what was done since a file was opened, and this is how it was made.
            drop(file);
            file = Workspace::open(path, self.library())?;
            file.act_as(&me)?;
        }
        self.place(file)
    }

    /// Returns the files that were opened lately.
    pub fn recent(&self) -> Vec<RecentView> {
        let recents = self.recents.as_ref().map(Recents::list);
        let view = |recent: Recent| RecentView {
            name: recent.name,
            path: recent.path.display().to_string(),
        };
        recents.into_iter().flatten().map(view).collect()
    }

    /// Opens one of them, by its place in the list.
    pub fn open_recent(&mut self, number: u32) -> Result<WorkspaceView, ApiError> {
        let recents = self.recents.as_ref().map(Recents::list).unwrap_or_default();
        let number = usize::try_from(number).unwrap_or(usize::MAX);
        let recent = recents.get(number).ok_or_else(ApiError::internal)?;
        self.open(&recent.path)
    }

    /// Makes the sample's workspace in a folder for passing files and opens it.
    pub fn open_sample(&mut self) -> Result<WorkspaceView, ApiError> {
        self.open_sample_in(&std::env::temp_dir().join("missiv-exempel"))
    }

    fn open_sample_in(&mut self, folder: &Path) -> Result<WorkspaceView, ApiError> {
        // The open file is locked, and it may be the sample itself.
        let before = self.file.take().map(|file| file.path().to_owned());
        let sample = workspace::open_sample(folder, self.library()).map_err(ApiError::from);
        sample.and_then(|file| self.place(file)).inspect_err(|_| {
            // What was open is open again; where it cannot be, its own reason says so.
            if let Some(before) = before {
                let _ = self.open(&before);
            }
        })
    }

    /// Returns the templates, profiles and calendars to choose from; those of the program alone where a folder of
    /// others cannot be read.
    pub fn library(&self) -> Library {
        self.packs.library().unwrap_or_else(|_| Library::bundled())
    }

    /// Returns the packs with where they come from, and why those of a folder cannot be had.
    pub fn list_packs(&self) -> Result<PacksView, ApiError> {
        let fault = self.packs.library().err();
        Ok(PacksView {
            packs: match &self.file {
                Some(file) => file.packs()?,
                None => self.library().packs(),
            },
            fault: fault.map(|error| SentenceView {
                message: error.message,
                hints: error.hints,
            }),
        })
    }

    /// Takes the packs that have been loaded since the workspace was opened.
    pub fn look_again(&mut self) -> Result<(), ApiError> {
        let library = self.packs.library()?;
        if let Some(file) = &mut self.file {
            file.set_library(library);
        }
        Ok(())
    }

    /// Writes a document's PDF, and remembers where.
    pub fn export(
        &mut self,
        document: ObjectId,
        path: &Path,
        kept: &Kept,
    ) -> Result<ExportedView, ApiError> {
        let exported = self.workspace()?.export(document, path, kept)?;
        self.exported = Some(exported.path.clone());
        Ok(exported.into())
    }

    /// Writes a document's PDF to the folder that was chosen last.
    pub fn export_into(&mut self, document: ObjectId) -> Result<ExportedView, ApiError> {
        let folder = self.folder.clone().ok_or_else(ApiError::internal)?;
        self.export(document, &folder, &Kept::Newest)
    }

    /// Returns the PDF that was exported last.
    pub fn exported(&self) -> Result<PathBuf, ApiError> {
        self.exported.clone().ok_or_else(ApiError::internal)
    }

    /// Writes a document's PDF among passing files, for a viewer to print, and returns where it is.
    pub fn print(&mut self, document: ObjectId) -> Result<PathBuf, ApiError> {
        let (folder, count) = match self.prints.take() {
            Some(prints) => prints,
            None => (outside::passing_folder()?, 0),
        };
        // A viewer may hold the one before, which then cannot be replaced.
        let place = folder.path().join(count.to_string());
        self.prints = Some((folder, count + 1));
        outside::make_folder(&place)?;
        let exported = self.workspace()?.export(document, &place, &Kept::Newest)?;
        Ok(exported.path)
    }
}

#[cfg(test)]
pub mod tests {
    use super::*;
    use workspace::PersonForm;

    /// Makes a workspace file with a printed document and returns its path.
    pub fn made(path: &Path) -> PathBuf {
        let library = Library::bundled();
        let profile = library.profile_ids().next().unwrap().to_owned();
        let form = GroupForm {
            profile,
            name: "Gruppen".to_owned(),
            area: "Området".to_owned(),
        };
        let mut workspace = Workspace::create(path, library, &form).unwrap();
        let templates: Vec<String> = workspace
            .library()
            .template_ids()
            .map(str::to_owned)
            .collect();
        let begun = templates
            .iter()
            .filter(|id| workspace.begin(id, 2031).is_ok())
            .count();
        assert!(begun > 0);
        path.to_owned()
    }

    fn open(name: &str) -> (TempDir, Desk) {
        let folder = tempfile::tempdir().unwrap();
        let mut desk = Desk::default();
        desk.open(&made(&folder.path().join(name))).unwrap();
        (folder, desk)
    }

    fn printed(desk: &mut Desk) -> ObjectId {
        let lines = desk.workspace().unwrap().documents().unwrap();
        lines.iter().find(|line| line.printed).unwrap().id
    }

    fn new_form(name: &str) -> NewForm {
        NewForm {
            profile: Library::bundled().profile_ids().next().unwrap().to_owned(),
            name: "Gruppen".to_owned(),
            area: String::new(),
            me: PersonForm {
                name: name.to_owned(),
                ..PersonForm::default()
            },
        }
    }

    #[test]
    fn who_makes_a_file_is_not_undone() {
        let folder = tempfile::tempdir().unwrap();
        let mut desk = Desk::default();
        let made = desk.create(&folder.path().join("a.missiv"), new_form("A.L."));
        let me = made.unwrap().me;
        let workspace = desk.workspace().unwrap();
        assert_eq!(workspace.people().unwrap()[0].value, me.unwrap());
        assert_eq!(workspace.undoable().unwrap().undo, None);
    }

    #[test]
    fn nobody_makes_a_file_where_nobody_said_so() {
        let folder = tempfile::tempdir().unwrap();
        let mut desk = Desk::default();
        let made = desk.create(&folder.path().join("a.missiv"), new_form(" "));
        assert_eq!(made.unwrap().me, None);
        assert!(desk.workspace().unwrap().people().unwrap().is_empty());
    }

    #[test]
    fn a_back_up_is_read_and_is_not_among_those_that_were_opened() {
        let folder = tempfile::tempdir().unwrap();
        let mut desk = Desk {
            recents: Some(Recents::in_folder(folder.path())),
            ..Desk::default()
        };
        let path = made(&folder.path().join("a.missiv"));
        desk.open(&path).unwrap();
        let back_up = desk.workspace().unwrap().back_up().unwrap().path;
        let view = desk.open(&back_up).unwrap();
        assert!(view.read_only.unwrap().message.contains("säkerhetskopia"));
        let listed: Vec<String> = desk
            .recent()
            .into_iter()
            .map(|recent| recent.path)
            .collect();
        assert_eq!(listed, [path.display().to_string()]);
    }

    #[test]
    fn nothing_is_open_at_first() {
        let mut desk = Desk::default();
        assert_eq!(desk.current().unwrap(), None);
        assert_eq!(desk.workspace().err().unwrap().code, "internal");
    }

    #[test]
    fn an_opened_file_is_the_current_one_and_is_not_opened_once_more() {
        let (folder, mut desk) = open("a.missiv");
        let again = desk.open(&folder.path().join("a.missiv")).unwrap();
        assert_eq!(again.read_only, None);
        assert_eq!(desk.current().unwrap().unwrap().file, "a.missiv");
    }

    #[test]
    fn each_opening_leaves_a_back_up() {
        let (_folder, mut desk) = open("a.missiv");
        assert_eq!(desk.workspace().unwrap().back_ups().unwrap().len(), 1);
    }

    #[test]
    fn a_file_that_cannot_be_opened_leaves_its_reason() {
        let mut desk = Desk::default();
        let error = desk.open(Path::new("missing.missiv")).unwrap_err();
        assert_eq!(error.code, "file-missing");
        assert_eq!(desk.current().unwrap_err(), error);
    }

    #[test]
    fn what_is_open_stays_when_another_file_cannot_be_opened() {
        let (_folder, mut desk) = open("a.missiv");
        desk.open(Path::new("missing.missiv")).unwrap_err();
        assert_eq!(desk.current().unwrap().unwrap().file, "a.missiv");
    }

    #[test]
    fn what_is_open_is_open_again_when_the_sample_cannot_be_made() {
        let (folder, mut desk) = open("a.missiv");
        let file = folder.path().join("a.missiv");
        // No folder can be made below a file.
        assert!(desk.open_sample_in(&file.join("below")).is_err());
        let current = desk.current().unwrap().unwrap();
        assert_eq!(
            (current.file.as_str(), current.read_only),
            ("a.missiv", None)
        );
    }

    #[test]
    fn what_is_printed_lies_among_passing_files_until_the_desk_is_gone() {
        let (_folder, mut desk) = open("a.missiv");
        let document = printed(&mut desk);
        let prints = [(); 2].map(|()| desk.print(document).unwrap());
        assert!(prints[0] != prints[1] && prints.iter().all(|print| print.is_file()));
        assert_eq!(desk.exported().unwrap_err().code, "internal");
        drop(desk);
        assert!(!prints.iter().any(|print| print.exists()));
    }
}
