// The list of commands: the only place where they are named. The access list (build.rs), the dispatch and the
// TypeScript bindings (api.rs) come from it, and a test holds capabilities/main.json to it.
macro_rules! with_commands {
    ($use:ident) => {
        $use!(
            current, open_dialog, documents, document, pages, page, spots, text, write_field, add_object,
            remove_object, move_object, duplicate_object, paste_table, undo, redo, mark_done
        )
    };
}
