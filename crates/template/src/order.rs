//! The order of the page: what it names is there, and what is there is named.

use std::collections::BTreeSet;

use model::schema::Template;
use model::vocabulary::{Concept, Role};

use crate::codes::FaultCode;
use crate::faults::Faults;
use crate::ids;
use crate::reader::Node;
use crate::scope::Scope;

/// Reports what is wrong with `order` and `head`, and with the ids that they name.
pub(crate) fn check(root: Node, scope: Scope, faults: &mut Faults) {
    let template = scope.template;
    let parts = ["field", "kind", "view"].map(|key| (key, root.tables(key)));
    let all: Vec<_> = parts
        .iter()
        .flat_map(|(_, tables)| tables)
        .filter_map(|part| part.word("id"))
        .collect();
    let ids: Vec<&str> = all.iter().map(|word| word.text).collect();
    let fields: Vec<&str> = template
        .fields
        .iter()
        .map(|field| field.id.as_str())
        .collect();
    ids::unique(all, faults);
    ids::all_known("head", &root.words("head"), &fields, faults);
    ids::all_known("order", &root.words("order"), &ids, faults);
    children(root, template, faults);
    // An order that cannot be read would have every part be missing from it.
    let readable = root
        .value("order")
        .is_none_or(|value| value.get_ref().as_array().is_some());
    for (key, tables) in parts.iter().filter(|_| readable) {
        never_shown(key, tables, template, faults);
    }
    date(root, scope, faults);
}

/// A kind below another is shown there; in the order it would find no objects.
fn children(root: Node, template: &Template, faults: &mut Faults) {
    for word in root.words("order") {
        let parent = template
            .kinds
            .iter()
            .find(|kind| kind.id != word.text && kind.children.iter().any(|id| id == word.text));
        if let Some(parent) = parent {
            faults.at(
                word.at,
                FaultCode::ChildInOrder,
                &[("id", word.text), ("parent", &parent.id)],
            );
        }
    }
}

fn never_shown(key: &str, tables: &[Node], template: &Template, faults: &mut Faults) {
    let below = template.kinds.iter().flat_map(|kind| &kind.children);
    let shown: BTreeSet<&str> = template
        .order
        .iter()
        .chain(&template.head)
        .chain(below)
        .map(String::as_str)
        .collect();
    for here in tables {
        let margin = here.has("print") && here.bool("print") != Some(true);
        // The document's own title is the heading of its first page.
        let heading = key == "field" && here.text("is") == Role::Title.as_str();
        if let Some(word) = here
            .word("id")
            .filter(|word| !margin && !heading && !shown.contains(word.text))
        {
            faults.at(
                word.at,
                FaultCode::NeverShown,
                &[("id", word.text), ("table", key)],
            );
        }
    }
}

/// A printed document has its date in the head: page head, metadata and the checks of dates read it there.
fn date(root: Node, scope: Scope, faults: &mut Faults) {
    let template = scope.template;
    let in_head = |id: &String| {
        template
            .field(id)
            .is_some_and(|field| field.is == Some(Role::Date))
    };
    if template.concept != Concept::Group && scope.words_known && !template.head.iter().any(in_head)
    {
        faults.at(root.at("head"), FaultCode::DateMissing, &[]);
    }
}
