//! What is wrong with a document, said as codes with places. The sentences stand in the locale.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::id::ObjectId;

vocabulary! {
    /// What is wrong. The locale has `check-<code>` and `check-<code>-hint` for each.
    Code {
        /// A field that must be filled in is empty.
        RequiredMissing = "required-missing",
        /// A value does not fit its field's type.
        ValueMalformed = "value-malformed",
        /// What stands in the file for a field cannot be read, and is left out.
        ValueUnreadable = "value-unreadable",
        /// A choice holds a code that its scale lacks.
        ChoiceUnknown = "choice-unknown",
        /// A field names a person who is not in the group.
        PersonUnknown = "person-unknown",
        /// A text is longer than the template allows.
        TextTooLong = "text-too-long",
        /// A text has fewer lines than the template asks for.
        TextTooShort = "text-too-short",
        /// A field that the template does not have holds a value.
        FieldUnknown = "field-unknown",
        /// An object is of a kind that the template does not have, or stands where it may not.
        KindUnknown = "kind-unknown",
        /// There are fewer objects of a kind than the template asks for.
        TooFew = "too-few",
        /// There are more objects of a kind than the template allows.
        TooMany = "too-many",
        /// A character cannot be printed.
        CharacterUnprintable = "character-unprintable",
        /// A field has two values, each by its own author.
        Conflict = "conflict",
        /// An object's parent is gone, or it stands below itself.
        Misplaced = "misplaced",
        /// Two objects have the same number.
        NumberTwice = "number-twice",
        /// A title ends with a full stop.
        TitleFullStop = "title-full-stop",
        /// A picture has neither alternative text nor is said to be decorative.
        AltMissing = "alt-missing",
        /// The end is before the start.
        EndBeforeStart = "end-before-start",
        /// A date is outside the document's year.
        OutsidePeriod = "outside-period",
        /// A milestone is outside the activity's time.
        MilestoneOutside = "milestone-outside",
        /// The financing does not add up to the amount.
        FinancingDiffers = "financing-differs",
        /// The responsible person has no role in the group.
        ResponsibleOutside = "responsible-outside",
        /// A goal has no activity.
        GoalWithoutActivity = "goal-without-activity",
        /// A goal has no indicator.
        GoalWithoutIndicator = "goal-without-indicator",
        /// A target lies on the wrong side of the baseline.
        TargetAgainstDirection = "target-against-direction",
        /// A follow-up names neither a time nor a measure.
        FollowUpUnmeasurable = "follow-up-unmeasurable",
        /// A method is not a whole sentence.
        MethodNoSentence = "method-no-sentence",
        /// A status departs from the plan and nothing says why.
        DeviationUnexplained = "deviation-unexplained",
        /// A forecast differs from the amount and nothing says why.
        ForecastUnexplained = "forecast-unexplained",
        /// The document that this one follows up is not in the workspace.
        SourceMissing = "source-missing",
        /// The document that this one follows up is only a draft.
        SourceDraft = "source-draft",
        /// A row is about an object that is gone from its document.
        ObjectGone = "object-gone",
        /// The year's mandate, which a plan rests on, is not in the workspace.
        MandateMissing = "mandate-missing",
        /// An assessment is not what the indicators suggest, and nothing says why.
        AssessmentUnmotivated = "assessment-unmotivated",
        /// A text holds a personal number.
        PersonalNumber = "personal-number",
        /// A sentence is long.
        SentenceLong = "sentence-long",
        /// An abbreviation is not explained where it first stands.
        AbbreviationUnexplained = "abbreviation-unexplained",
        /// A decision point departs from the form of its mode.
        DecisionForm = "decision-form",
        /// A decision point has a sign of omission where a phrase is to be filled in.
        PhraseUnfilled = "phrase-unfilled",
        /// A document's date is before its group handled it.
        DateBeforeHandled = "date-before-handled",
        /// A report is dated before the time that it tells of.
        DateBeforePeriod = "date-before-period",
        /// A day that a document says of itself is after it was handed in or adopted, or far ahead.
        DateAhead = "date-ahead",
        /// A document's date is after the meeting that it is for.
        DateAfterMeeting = "date-after-meeting",
        /// A document's own title says only what kind of paper it is.
        TitleSaysNothing = "title-says-nothing",
        /// An amount is less than nothing.
        AmountNegative = "amount-negative",
        /// A day that people must keep is a holiday or in a weekend.
        DayOff = "day-off",
        /// Nobody holds an office that somebody should hold.
        OfficeVacant = "office-vacant",
        /// More people hold an office than may.
        OfficeCrowded = "office-crowded",
        /// A term ends soon, and nobody is there to follow.
        TermEnding = "term-ending",
        /// A term is over, and nobody has followed.
        TermOver = "term-over",
        /// A term is longer than the mandate allows.
        TermLong = "term-long",
        /// Whoever takes an office over begins beside the one who leaves later than the mandate wants.
        OverlapShort = "overlap-short",
        /// A person stands twice in the group.
        PersonTwice = "person-twice",
        /// A substitute cannot come: it is the person, replaces and is replaced by the same, or has left.
        SubstituteUnfit = "substitute-unfit",
        /// Two offices are held from the same side.
        SameSide = "same-side",
        /// One person holds an office and the one beside it.
        OfficesTogether = "offices-together",
        /// There are more or fewer members than the mandate says.
        MembershipCount = "membership-count",
        /// A huvudman has no member.
        PartyUnrepresented = "party-unrepresented",
        /// All leave at once who should leave by turns.
        LeaveTogether = "leave-together",
        /// A year has more or fewer meetings than the mandate says.
        MeetingsCount = "meetings-count",
        /// More or fewer meetings than the mandate says are held with another body.
        JointCount = "joint-count",
        /// No meeting prepares another as the mandate says.
        PreparingMissing = "preparing-missing",
        /// A preparing meeting is on another day than the mandate says.
        PreparingOff = "preparing-off",
        /// A meeting lacks something before it is held.
        MeetingLacks = "meeting-lacks",
        /// A meeting that was held lacks something.
        MeetingUnfinished = "meeting-unfinished",
        /// An agenda has no link to take part from elsewhere.
        LinkMissing = "link-missing",
        /// The matters take longer than the meeting lasts.
        AgendaOverruns = "agenda-overruns",
        /// An agenda says something else of its meeting than the year's plan.
        PlanDiffers = "plan-differs",
        /// A matter takes less than no time, or more than a day.
        MinutesImpossible = "minutes-impossible",
        /// A meeting's days or times cannot be so.
        MeetingDays = "meeting-days",
        /// A matter of money is decided by another body.
        EconomyElsewhere = "economy-elsewhere",
        /// Another body is to decide, and no memo goes with the matter.
        MemoMissing = "memo-missing",
        /// A decision does not say how its matter goes on.
        FurtherMissing = "further-missing",
        /// What a decision leads to is not said whole.
        FurtherIncomplete = "further-incomplete",
        /// A decision leads to an action, and there is none.
        ActionMissing = "action-missing",
        /// A decision about money does not go the way that the mandate says.
        EconomyRoute = "economy-route",
        /// A decision says that it is no question of money, and its matter says that it is one.
        EconomyContradicted = "economy-contradicted",
        /// No dialogue came before a decision.
        DialogueMissing = "dialogue-missing",
        /// The notes do not say how a decision was taken.
        DecidedByMissing = "decided-by-missing",
        /// Everybody must agree, and those who were absent have not been asked.
        PollMissing = "poll-missing",
        /// More people were brought along than the mandate allows.
        InvitedCrowded = "invited-crowded",
        /// Nothing says why somebody was brought along.
        InvitedUnmotivated = "invited-unmotivated",
        /// The party whose turn it was to take the notes was away.
        SecretaryAway = "secretary-away",
        /// The notes say nothing of a matter.
        MatterUnnoted = "matter-unnoted",
        /// The notes say nothing of some huvudmän.
        PartyUnaccounted = "party-unaccounted",
        /// A reply came after its last day.
        ReplyLate = "reply-late",
        /// Replies are still to come.
        PollOpen = "poll-open",
        /// A question was sent or is to be answered on a day when nobody could have answered it.
        PollDays = "poll-days",
        /// A party stands twice among the answers to a question.
        AnswerTwice = "answer-twice",
        /// A party that was at the meeting stands among those who were asked afterwards.
        AnswerPresent = "answer-present",
        /// A party that was absent does not stand among those who were asked.
        AnswerMissing = "answer-missing",
        /// Silence is counted as an answer before the last day is over.
        SilenceEarly = "silence-early",
        /// A mission is past the day when it was to be reported back.
        MissionOverdue = "mission-overdue",
        /// A representative has not shared another group's agenda or notes.
        NotShared = "not-shared",
        /// It does not stand who appointed a member, and when.
        AppointmentUnsaid = "appointment-unsaid",
        /// A listed bilaga has no file in the workspace.
        AttachmentMissing = "attachment-missing",
        /// A bilaga is locked.
        AttachmentEncrypted = "attachment-encrypted",
        /// A bilaga is no readable PDF.
        AttachmentDamaged = "attachment-damaged",
        /// A bilaga is an edition that a later one has taken the place of.
        AttachmentSuperseded = "attachment-superseded",
    }
}

vocabulary! {
    /// How much a fault weighs.
    Severity {
        /// The document cannot be handed in with it.
        Blocking = "blocking",
        /// It should be mended.
        Warning = "warning",
        /// Good to know.
        Hint = "hint",
    }
}

/// A fault that a user can mend.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Diagnostic {
    /// What is wrong.
    pub code: Code,
    /// How much it weighs.
    pub severity: Severity,
    /// Where.
    pub place: Place,
    /// What the sentence needs: names and values, ready to read.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub args: BTreeMap<String, String>,
}

/// Where a fault is.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
pub struct Place {
    /// The document.
    pub document: ObjectId,
    /// The object; the document's own id for its own fields.
    pub object: ObjectId,
    /// The field's id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
    /// The row of a small table, from 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub row: Option<usize>,
    /// The id of the small table's column.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub column: Option<String>,
    /// The place in words, outermost first: "Aktivitet 1.2", "Metod".
    pub words: Vec<String>,
}

impl Diagnostic {
    /// Returns a diagnostic without arguments.
    #[must_use]
    pub const fn new(code: Code, severity: Severity, place: Place) -> Self {
        Self {
            code,
            severity,
            place,
            args: BTreeMap::new(),
        }
    }

    /// Returns it with one more argument for its sentence.
    #[must_use]
    #[expect(
        clippy::needless_pass_by_value,
        reason = "literals and numbers are passed as they are"
    )]
    pub fn with(mut self, name: &str, value: impl ToString) -> Self {
        self.args.insert(name.to_owned(), value.to_string());
        self
    }
}

impl Place {
    /// Returns the place of a field of the same object.
    #[must_use]
    pub fn field(&self, id: &str, label: &str) -> Self {
        let mut place = self.clone();
        place.field = Some(id.to_owned());
        place.words.push(label.to_owned());
        place
    }

    /// Returns the place of a column of the field it names.
    #[must_use]
    pub fn column(&self, id: &str, label: &str) -> Self {
        let mut place = self.clone();
        place.column = Some(id.to_owned());
        place.words.push(label.to_owned());
        place
    }

    /// Returns the place of a row, counted from 1, of the field it names.
    #[must_use]
    pub fn row(&self, row: usize) -> Self {
        Self {
            row: Some(row),
            ..self.clone()
        }
    }
}
