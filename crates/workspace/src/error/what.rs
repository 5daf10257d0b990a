//! What a user names.

/// Something that a user names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// A file.
    File,
    /// A folder.
    Folder,
    /// A template.
    Template,
    /// A profile.
    Profile,
    /// A year's calendar.
    Calendar,
    /// A document of the workspace.
    Document,
    /// An object of a document.
    Object,
    /// A field of an object.
    Field,
    /// A kind of object.
    Kind,
    /// A person of the group.
    Person,
    /// An edition of a document.
    Edition,
    /// A section of a document.
    Section,
    /// A body whose meetings the group plans.
    Body,
}

impl What {
    /// Returns the code of the error that there is none of that name.
    pub(super) const fn not_found(self) -> &'static str {
        match self {
            Self::File => "no-file",
            Self::Folder => "no-folder",
            Self::Template => "no-template",
            Self::Profile => "no-profile",
            Self::Calendar => "no-calendar",
            Self::Document => "no-document",
            Self::Object => "no-object",
            Self::Field => "no-field",
            Self::Kind => "no-kind",
            Self::Person => "no-person",
            Self::Edition => "no-edition",
            Self::Section => "no-section",
            Self::Body => "no-body",
        }
    }
}
