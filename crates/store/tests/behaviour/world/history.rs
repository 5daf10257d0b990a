//! Histories that one copy of a file cannot make by itself: they come about by merging.

use model::id::{ObjectId, StepId};
use serde_json::{Value, json};
use store::Store;
use store::dump::{Change, Dump, FORMAT, Step};
use uuid::Uuid;

use super::{CHAIR, DOC, GOAL, WORKSPACE, World, run, second};

/// A history in the making.
pub struct Past {
    pub dump: Dump,
}

impl Past {
    pub fn new() -> Self {
        let workspace = WORKSPACE.to_string();
        Self {
            dump: Dump {
                format: FORMAT,
                workspace,
                steps: vec![],
                changes: vec![],
                blobs: vec![],
                editions: vec![],
            },
        }
    }

    /// Adds a step later than all others. The second run belongs to another person than the chair.
    pub fn step(&mut self, run_number: u128, undoes: Option<StepId>) -> StepId {
        let high = (1_775_001_600_000 + self.dump.steps.len() as u64) << 16 | 0x7000;
        let id = StepId(Uuid::from_u64_pair(high, 1 << 63));
        self.dump.steps.push(Step {
            id: id.to_string(),
            at: second(0).to_rfc3339(),
            author: if run_number == 2 { GOAL } else { CHAIR }.to_string(),
            run: run(run_number).to_string(),
            op: "op".to_owned(),
            args: json!({}),
            undoes: undoes.map(|target| target.to_string()),
        });
        id
    }

    pub fn change(
        &mut self,
        step: StepId,
        obj: ObjectId,
        field: &str,
        value: Option<Value>,
        replaces: &[StepId],
    ) {
        self.dump.changes.push(Change {
            step: step.to_string(),
            doc: DOC.to_string(),
            obj: obj.to_string(),
            field: field.to_owned(),
            value,
            replaces: replaces.iter().map(ToString::to_string).collect(),
        });
    }

    pub fn restore(&self) -> (World, Store) {
        let world = World::new();
        let store = Store::restore(&world.path, &self.dump).unwrap();
        (world, store)
    }
}

/// Two people gave one title different words.
pub fn with_a_conflict() -> (World, Store) {
    let mut past = Past::new();
    let first = past.step(1, None);
    past.change(first, DOC, "titel", Some(json!("Före")), &[]);
    for (run_number, words) in [(1, "Mitt"), (2, "Ditt")] {
        let step = past.step(run_number, None);
        past.change(step, DOC, "titel", Some(json!(words)), &[first]);
    }
    past.restore()
}
