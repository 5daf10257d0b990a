//! What a person does to a file: one of everything that the program can.

use std::collections::BTreeSet;

use missiv_tests::dice::Dice;
use model::id::WorkspaceId;
use model::paper::Paper;
use workspace::{Choice, Error, Input, Kept, LogWhat, ObjectId, Outcome, Placement, Workspace};

/// What every text begins with that is written here.
pub const MARK: &str = "Text nummer ";

const REPORT: &str = "halland_halvarsrapport";

/// What has been done, as the program said.
#[derive(Default)]
pub struct Done {
    pub steps: BTreeSet<String>,
    pub editions: BTreeSet<String>,
    texts: usize,
}

impl Done {
    /// A text that has never been written before.
    fn text(&mut self) -> Input {
        self.texts += 1;
        Input::Typed(format!("{MARK}{}.", self.texts))
    }

    fn step(&mut self, done: Result<store::Changes, Error>) {
        match done {
            Ok(changes) => self.steps.extend(changes.step.map(|step| step.to_string())),
            Err(error) => assert!(is_refusal(&error), "{error:?}"),
        }
    }

    fn outcome(&mut self, done: Result<Outcome, Error>) {
        self.step(done.map(|outcome| outcome.changes));
    }
}

/// The documents of the file; some of them are begun by whoever comes first, under the same identity.
#[derive(Debug, Clone, Copy)]
pub struct Documents {
    pub plan: ObjectId,
    pub next_plan: ObjectId,
    pub report: ObjectId,
    pub follow_up: ObjectId,
}

impl Documents {
    pub fn of(workspace: WorkspaceId) -> Self {
        let of = |concept: &str, period| ObjectId::of_document(workspace, concept, period);
        Self {
            plan: of("plan", "2025"),
            next_plan: of("plan", "2026"),
            report: of("report", "2025-1of2"),
            follow_up: of("follow_up_plan", "2025"),
        }
    }
}

/// One person at work on a file.
pub struct Person<'a> {
    pub own: &'a mut Workspace,
    pub known: Documents,
    pub dice: &'a mut Dice,
    pub done: &'a mut Done,
}

impl Person<'_> {
    /// Does one thing, where it can be done.
    pub fn act(&mut self) {
        match self.dice.roll(40) {
            0..=10 => self.write(),
            11..=15 => self.add(),
            16..=19 => self.remove(),
            20..=22 => self.move_one(),
            23..=26 => {
                let done = self.own.undo().map(|(_, changes)| changes);
                self.done.step(done);
            }
            27 | 28 => {
                let done = self.own.redo().map(|(_, changes)| changes);
                self.done.step(done);
            }
            29..=31 => self.resolve(),
            32 | 33 => {
                let done = self.own.carry_over(2025);
                self.done.outcome(done);
            }
            34..=37 => self.report(),
            38 => self.hand_in(),
            _ => self.adopt(),
        }
    }

    fn write(&mut self) {
        let Some(plan) = self.a_plan() else {
            return;
        };
        let (object, field) = match self.a(plan, &["goal", "activity"]) {
            Some((object, kind)) if self.dice.chance(80) => {
                let fields: &[&str] = match kind.as_str() {
                    "goal" => &["rubrik", "beskrivning"],
                    _ => &["rubrik", "metod", "metod", "syfte"],
                };
                (object.to_string(), *self.dice.pick(fields))
            }
            _ => (".".to_owned(), "sammanfattning"),
        };
        let text = self.done.text();
        let done = self.own.set(plan, &object, field, &text);
        self.done.outcome(done);
    }

    fn add(&mut self) {
        let Some(plan) = self.a_plan() else {
            return;
        };
        let goal = self.a(plan, &["goal"]).filter(|_| self.dice.chance(75));
        let kind = if goal.is_some() { "activity" } else { "goal" };
        let placement = Placement {
            below: goal.map(|(id, _)| id.to_string()),
            ..Placement::default()
        };
        let fields = [("rubrik".to_owned(), self.done.text())];
        let done = self.own.add(plan, kind, &placement, &fields);
        self.done.outcome(done);
    }

    fn remove(&mut self) {
        let Some(plan) = self.a_plan() else {
            return;
        };
        if let Some((object, _)) = self.a(plan, &["goal", "activity"]) {
            let done = self.own.remove(plan, &object.to_string());
            self.done.outcome(done);
        }
    }

    fn move_one(&mut self) {
        let Some(plan) = self.a_plan() else {
            return;
        };
        let activity = self.a(plan, &["activity"]);
        let goal = self.a(plan, &["goal"]);
        if let (Some((activity, _)), Some((goal, _))) = (activity, goal) {
            let placement = Placement {
                below: Some(goal.to_string()),
                first: self.dice.chance(50),
                ..Placement::default()
            };
            let done = self.own.relocate(plan, &activity.to_string(), &placement);
            self.done.outcome(done);
        }
    }

    fn resolve(&mut self) {
        let conflicts = self.own.conflicts().unwrap();
        if conflicts.is_empty() {
            return self.write();
        }
        let found = self.dice.pick(&conflicts);
        let choice = match self.dice.roll(4) {
            0 => Choice::Suggestion,
            1 => Choice::Other(self.done.text()),
            _ => Choice::Alternative(self.dice.roll(found.alternatives.len()) + 1),
        };
        let done = self
            .own
            .resolve(found.document, found.object, &found.field, &choice);
        self.done.outcome(done);
    }

    /// Begins the half-year report, or writes in a row of it that perhaps nobody has touched.
    fn report(&mut self) {
        let report = self.known.report;
        if self.own.data(report, &Kept::Draft).is_err() {
            let done = self.own.begin(REPORT, 2025);
            return self.done.outcome(done);
        }
        if let Some((row, _)) = self.a(report, &["goal", "activity"]) {
            let text = self.done.text();
            let done = self.own.set(report, &row.to_string(), "kommentar", &text);
            self.done.outcome(done);
        }
    }

    fn hand_in(&mut self) {
        let document = self.known.follow_up;
        let text = self.done.text();
        let done = self.own.set(document, ".", "sammanfattning", &text);
        self.done.outcome(done);
        match self.own.submit(document) {
            Ok(_) => self.editions(),
            Err(error) => assert!(is_refusal(&error), "{error:?}"),
        }
    }

    fn adopt(&mut self) {
        let document = self.known.follow_up;
        match self
            .own
            .adopt_by(document, "Strategisk nivå", "2025-12-05", None)
        {
            Ok(_) => self.editions(),
            Err(error) => assert!(is_refusal(&error), "{error:?}"),
        }
    }

    /// Remembers what the log says was handed in and adopted.
    fn editions(&mut self) {
        let log = self.own.log(self.known.follow_up).unwrap();
        let frozen = log
            .into_iter()
            .filter(|line| matches!(line.what, LogWhat::Submitted | LogWhat::Adopted));
        self.done.editions.extend(frozen.map(|line| line.id));
    }

    /// This year's plan, or next year's where it is begun.
    fn a_plan(&mut self) -> Option<ObjectId> {
        let plan = if self.dice.chance(25) {
            self.known.next_plan
        } else {
            self.known.plan
        };
        self.own.data(plan, &Kept::Draft).is_ok().then_some(plan)
    }

    /// An object of one of these kinds, with its kind.
    fn a(&mut self, document: ObjectId, kinds: &[&str]) -> Option<(ObjectId, String)> {
        let data = self.own.data(document, &Kept::Draft).unwrap();
        let paper = Paper::from_json(&data).unwrap();
        let items = paper.items().into_iter();
        let fitting = items.filter(|(objects, _)| kinds.contains(&objects.kind.as_str()));
        let found: Vec<_> = fitting
            .map(|(objects, item)| (item.id, objects.kind.clone()))
            .collect();
        (!found.is_empty()).then(|| self.dice.pick(&found).clone())
    }
}

/// What a person is told when something cannot be done; anything else is a fault.
fn is_refusal(error: &Error) -> bool {
    matches!(
        error,
        Error::NotFound { .. }
            | Error::NothingToUndo
            | Error::UndoEnds { .. }
            | Error::NoConflict
            | Error::NoAlternative(_)
            | Error::CannotStandThere { .. }
            | Error::FollowsAnother
            | Error::DocumentExists(_)
            | Error::Unchanged(_)
            | Error::Blocked(_)
            | Error::BadValue { .. }
    )
}
