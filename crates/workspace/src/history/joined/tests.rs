use serde_json::{Value, json};
use store::{Edit, Place};

use super::*;

/// A step at a minute that gave a field a value.
fn step(minute: u32, field: &str, old: &[&str], new: &str) -> Entry {
    let text = format!("2026-01-31T12:{minute:02}:00Z");
    let id = format!("01890000-0000-7000-8000-0000000000{minute:02}");
    let object: ObjectId = "01890000-0000-7000-8000-000000000999".parse().unwrap();
    Entry {
        step: id.parse().unwrap(),
        at: text.parse().unwrap(),
        author: Some(object),
        run: "01890000-0000-7000-8000-000000000998".parse().unwrap(),
        op: "set".to_owned(),
        args: Value::Null,
        undoes: None,
        undone: false,
        edits: vec![Edit {
            place: Place {
                doc: object,
                obj: object,
                field: field.to_owned(),
            },
            old: old.iter().map(|text| json!(text)).collect(),
            new: Some(json!(new)),
        }],
    }
}

/// How many steps each change has.
fn sizes(steps: &[Entry], editions: &[&str]) -> Vec<usize> {
    let editions: Vec<_> = editions.iter().map(|at| at.parse().unwrap()).collect();
    let found = join(steps.iter().rev().cloned().collect(), &editions);
    let sizes = found.iter().rev().map(|joined| joined.older.len() + 1);
    sizes.collect()
}

#[test]
fn what_is_typed_with_pauses_is_one_change_from_the_first_to_the_last() {
    let steps = [
        step(1, "a", &["Noll"], "Ett"),
        step(9, "a", &["Ett"], "Två"),
        step(19, "a", &["Två"], "Tre"),
    ];
    assert_eq!(sizes(&steps, &[]), [3]);
    let found = join(steps.iter().rev().cloned().collect(), &[]).remove(0);
    assert_eq!(found.entry.step, steps[2].step);
    assert_eq!(found.entry.edits[0].old, [json!("Noll")]);
    assert_eq!(found.entry.edits[0].new, Some(json!("Tre")));
    assert!(steps.iter().all(|step| found.holds(&step.step.to_string())));
}

#[test]
fn another_hand_field_operation_or_state_or_a_longer_pause_is_another_change() {
    let steps = || [step(1, "a", &[], "Ett"), step(11, "a", &["Ett"], "Två")];
    let with = |change: fn(&mut Entry)| {
        let mut steps = steps();
        change(&mut steps[1]);
        sizes(&steps, &[])
    };
    assert_eq!(with(|_| ()), [2]);
    assert_eq!(with(|step| step.author = None), [1, 1]);
    assert_eq!(
        with(|step| step.edits[0].place.field = "b".to_owned()),
        [1, 1]
    );
    assert_eq!(with(|step| step.op = "restore".to_owned()), [1, 1]);
    assert_eq!(with(|step| step.undone = true), [1, 1]);
    assert_eq!(with(|step| step.undoes = Some(step.step)), [1, 1]);
    assert_eq!(with(|step| step.at += TimeDelta::seconds(1)), [1, 1]);
    assert_eq!(with(|step| step.edits.push(step.edits[0].clone())), [1, 1]);
    // Written apart, as in a copy that did not know of it.
    assert_eq!(with(|step| step.edits[0].old.clear()), [1, 1]);
    assert_eq!(sizes(&steps(), &["2026-01-31T12:05:00Z"]), [1, 1]);
    assert_eq!(sizes(&steps(), &["2026-01-31T12:12:00Z"]), [2]);

    let between = step(6, "b", &[], "Annat");
    let [one, two] = steps();
    assert_eq!(sizes(&[one, between, two], &[]), [1, 1, 1]);
    let undone = steps().map(|step| Entry {
        undone: true,
        ..step
    });
    assert_eq!(sizes(&undone, &[]), [2]);
}
