// The list of commands: the only place where they are named. The access list (build.rs), the dispatch and the
// TypeScript bindings (api.rs) come from it, and a test holds capabilities/main.json to it.
macro_rules! with_commands {
    ($use:ident) => {
        $use!(
            current, open_dialog, open_recent, recent, profiles, create, open_sample, people, act_as, documents,
            document, year, begin, carry_over, prefill, pages, page, spots, text, write_field, add_object, remove_object,
            move_object, duplicate_object, paste_table, add_picture, picture, attach_file, undo, redo, mark_done, steps, compare,
            restore_before, conflicts, resolve, merge_dialog, copy_dialog, search, export_dialog, export_edition,
            open_exported, show_exported, submit, adopt, doubt_adoption, send, remit, register,
            returns, read_answers, take_answers, copies_beside, merge_beside, packs, load_pack, check_pack, copy_pack,
            export_folder, export_into, terms, save_calendar,
            meetings, plan_meetings, begin_agenda, begin_notes, begin_poll, secretary_of, mail_draft,
            matters, begin_register, add_matter, take_up, inform, begin_memo, begin_memo_about, actions, close_action, at_home, brought_home,
            about, crashed, open_logs, report_fault, hear_wishes, open_wished, close, print, zoom
        )
    };
}
