//! The words that code may ask for: concepts, roles of fields, types, stages. Templates spell them in snake case.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Declares a closed vocabulary whose words are spelled in snake case in files.
macro_rules! vocabulary {
    ($(#[$doc:meta])* $name:ident { $($(#[$word_doc:meta])* $word:ident = $text:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
        pub enum $name { $($(#[$word_doc])* #[serde(rename = $text)] $word,)+ }

        impl $name {
            /// Every word, in the order of declaration.
            pub const ALL: &'static [Self] = &[$(Self::$word,)+];

            /// Returns the word as files spell it.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$word => $text,)+ }
            }

            /// Returns the word that files spell so.
            #[must_use]
            pub fn parse(text: &str) -> Option<Self> {
                match text { $($text => Some(Self::$word),)+ _ => None }
            }
        }
    };
}

vocabulary! {
    /// What a document or an object is to the program.
    Concept {
        /// Mål och handlingsplan, genomförandeplan: what a group means to do in a year.
        Plan = "plan",
        /// Mål, utvecklingsområde.
        Goal = "goal",
        /// Aktivitet, projekt, delprocess, uppdrag.
        Activity = "activity",
        /// Indikator.
        Indicator = "indicator",
        /// Halvårsrapport, årsrapport.
        Report = "report",
        /// Missiv, beslutsunderlag.
        Memo = "memo",
        /// Uppdragsbeskrivning.
        Mandate = "mandate",
        /// Uppföljningsplan.
        FollowUpPlan = "follow_up_plan",
        /// Kallelse, dagordning; in a meeting plan and in a calendar, one of the year's meetings.
        Meeting = "meeting",
        /// Minnesanteckningar, mötesanteckningar, protokoll: what was said and decided at a meeting.
        Notes = "notes",
        /// Mötesplan: a year's meetings.
        MeetingPlan = "meeting_plan",
        /// Ärendelista: a group's matters, missions and stances, over the years.
        Register = "register",
        /// Ärende.
        Matter = "matter",
        /// Beslut.
        Decision = "decision",
        /// Åtgärd som någon har åtagit sig.
        Action = "action",
        /// Fråga till frånvarande ledamöter, med sista svarsdatum.
        Poll = "poll",
        /// Svar på en sådan fråga.
        Answer = "answer",
        /// Deltagare vid ett möte: one who was there, or was missed.
        Attendance = "attendance",
        /// Särskilt uppdrag: given by another body, with a day by which it is reported back.
        Mission = "mission",
        /// Gemensam hållning towards other huvudmän.
        Stance = "stance",
        /// Område att forska kring.
        ResearchNeed = "research_need",
        /// Någon som företräder gruppen i en annan grupp.
        Representation = "representation",
        /// Iakttagelse i omvärlden.
        Watch = "watch",
        /// Risk.
        Risk = "risk",
        /// Omprioritering inom året.
        Reprioritisation = "reprioritisation",
        /// Förslag till ny samverkansprocess.
        Proposal = "proposal",
        /// Störning eller oklarhet i uppdraget.
        Disturbance = "disturbance",
        /// Överlämning.
        Handover = "handover",
        /// Anmälan, till exempel om ny ordförande.
        Notice = "notice",
        /// Gruppen själv: dess namn, adress, logotyper och personer.
        Group = "group",
        /// En person i gruppen.
        Person = "person",
    }
}

impl Concept {
    /// Returns whether a body adopts documents of this concept: plans, what follows them up, what is to be decided, and
    /// what a body gives to a group. A notice of a meeting, its notes or a handover holds as it stands.
    #[must_use]
    pub const fn is_adopted(self) -> bool {
        matches!(
            self,
            Self::Plan | Self::Report | Self::Memo | Self::Mandate | Self::FollowUpPlan
        )
    }

    /// Returns whether a memo carries documents of this concept to another body: what a group means to do in a year, and
    /// what became of it.
    #[must_use]
    pub const fn is_carried(self) -> bool {
        matches!(self, Self::Plan | Self::Report | Self::FollowUpPlan)
    }
}

vocabulary! {
    /// What a field is to the program.
    Role {
        /// Rubrik, namn.
        Title = "title",
        /// Sammanfattning; becomes the PDF's description.
        Summary = "summary",
        /// Kort beskrivning.
        Description = "description",
        /// Långsiktigt mål.
        Aim = "aim",
        /// Typ: aktivitet, projekt, delprocess, uppdrag.
        Type = "type",
        /// Metod.
        Method = "method",
        /// Ansvarig.
        Responsible = "responsible",
        /// Startdatum.
        Start = "start",
        /// Slutdatum, sista dag.
        End = "end",
        /// Milstolpar.
        Milestones = "milestones",
        /// Uppföljning.
        FollowUp = "follow_up",
        /// Belopp i hela kronor.
        Amount = "amount",
        /// Finansiering: rows of source and amount.
        Financing = "financing",
        /// Finansiär.
        Financier = "financier",
        /// Behov av samverkan.
        Collaboration = "collaboration",
        /// Går över flera år.
        Multiyear = "multiyear",
        /// Aktivitetens läge.
        Status = "status",
        /// Bedömning av ett mål: prognos eller måluppfyllelse.
        Assessment = "assessment",
        /// Kommentar.
        Comment = "comment",
        /// Motivering.
        Motivation = "motivation",
        /// Utfall i kronor.
        Outcome = "outcome",
        /// Prognos i kronor.
        Forecast = "forecast",
        /// Resultat.
        Result = "result",
        /// Förs över till nästa år.
        CarryOver = "carry_over",
        /// Utgångsvärde.
        Baseline = "baseline",
        /// Målvärde.
        Target = "target",
        /// Riktning: code `higher` or `lower` is better.
        Direction = "direction",
        /// Enhet.
        Unit = "unit",
        /// Uppmätt värde.
        Measured = "measured",
        /// Dokumentets datum.
        Date = "date",
        /// Diarienummer.
        RegistrationNumber = "registration_number",
        /// Dag då gruppen behandlade handlingen.
        HandledOn = "handled_on",
        /// Sammanträdets dag.
        MeetingDate = "meeting_date",
        /// Mottagare.
        Recipient = "recipient",
        /// Föredragande.
        Presenter = "presenter",
        /// Ärendetyp.
        MatterType = "matter_type",
        /// Tid i minuter.
        Minutes = "minutes",
        /// Förslag till beslut.
        DecisionPoints = "decision_points",
        /// Delges.
        Notified = "notified",
        /// Underskrift.
        Signature = "signature",
        /// Bilagor.
        Attachments = "attachments",
        /// Huvudman som svarar eller åtar sig.
        Party = "party",
        /// Svar.
        Reply = "reply",
        /// Dag då frågan sändes.
        SentOn = "sent_on",
        /// Dag då svaret kom.
        RepliedOn = "replied_on",
        /// Sista svarsdatum.
        ReplyBy = "reply_by",
        /// Dag för en rad, till exempel en milstolpe.
        Day = "day",
        /// Redovisningstillfällen: rows of what is accounted for, when and to whom.
        Occasions = "occasions",
        /// Tid som en redovisning gäller.
        Covers = "covers",
        /// Sista dag för gruppens egen behandling.
        GroupBy = "group_by",
        /// Sista dag hos mottagaren; of a planned meeting, the last day for its matters.
        SupportBy = "support_by",
        /// Det som ska lämnas in härnäst: rows of day, title and recipient, filled in when the document is begun.
        Deadlines = "deadlines",
        /// Möten som är bokade: rows of day and title, filled in when the document is begun.
        Bookings = "bookings",
        /// Beslut som gäller: rows of day, body and title, filled in when the document is begun.
        Decisions = "decisions",
        /// Kontakter: rows of office and purpose, filled in when the document is begun.
        Contacts = "contacts",
        /// Årets möten: rows of day, how many came and when the notes were published, filled in when a report is begun.
        Meetings = "meetings",
        /// Hur många huvudmän som var med på ett möte.
        Attending = "attending",
        /// Dagar då strategisk nivå behandlar handlingen, i ord.
        TakenUp = "taken_up",
        /// Vad som händer om kravet inte uppfylls.
        IfMissed = "if_missed",
        /// Underlag: the documents that this one rests on.
        Grounds = "grounds",
        /// Helt nytt område.
        NewArea = "new_area",
        /// Områden att forska kring: of a plan, for its report to begin from.
        ResearchNeeds = "research_needs",
        /// Särskilda uppdrag: likewise.
        Missions = "missions",
        /// Gemensam hållning: likewise.
        CommonStance = "common_stance",
        /// Gemensamt med sjukvårdshuvudmannen; lyfts vidare.
        Shared = "shared",
        /// Länk för att delta digitalt.
        MeetingLink = "meeting_link",
        /// Klockslag då ett möte börjar, och gärna slutar: "09.00–12.00".
        Time = "time",
        /// Lokal.
        Location = "location",
        /// Organ: whose meeting it is, or whom a matter is for.
        Body = "body",
        /// Organ som mötet är gemensamt med.
        JointWith = "joint_with",
        /// Dag då kallelsen sändes.
        CalledOn = "called_on",
        /// Dag då anteckningarna publicerades eller sändes ut.
        PublishedOn = "published_on",
        /// Att ordna inför mötet: fika, lokal, teknik.
        Arranged = "arranged",
        /// Dagordningen delades före mötet.
        SharedBefore = "shared_before",
        /// Anteckningarna delades efter mötet.
        SharedAfter = "shared_after",
        /// Vem som betalar vad.
        Costs = "costs",
        /// Ordförande vid mötet.
        Chair = "chair",
        /// Vid pennan.
        Secretary = "secretary",
        /// Kommun som har pennan.
        SecretaryParty = "secretary_party",
        /// Nästa möte.
        NextMeeting = "next_meeting",
        /// Väckt av.
        RaisedBy = "raised_by",
        /// Dag då ärendet kom in.
        RaisedOn = "raised_on",
        /// Väg: through whom it came or goes.
        Via = "via",
        /// Ekonomisk fråga.
        Economy = "economy",
        /// Bakgrund: why a matter is there.
        Background = "background",
        /// Noterat.
        Noted = "noted",
        /// Dialog har hållits.
        Dialogue = "dialogue",
        /// Hur beslutet fattades.
        DecidedBy = "decided_by",
        /// Beslutet behöver vara enhälligt.
        Unanimity = "unanimity",
        /// Fortsatt hantering: a choice whose words mean `inform`, `decide_further` or `act`.
        Further = "further",
        /// Till vem.
        ToWhom = "to_whom",
        /// Av vem.
        ByWhom = "by_whom",
        /// Återkoppling: how and when it is reported back.
        Feedback = "feedback",
        /// Närvaro: a choice whose words mean `present`, `remote`, `substituted`, `absent` or `invited`.
        Presence = "presence",
        /// Vem som gav uppdraget.
        OrderedBy = "ordered_by",
        /// Förankring i hemkommunen.
        AtHome = "at_home",
        /// Anteckning i marginalen, skrivs aldrig ut.
        MarginNote = "margin_note",
        /// Gruppens område, till exempel programområdet.
        Area = "area",
        /// Organisation: utgivare, huvudman.
        Organisation = "organisation",
        /// Enhet inom organisationen.
        Department = "department",
        /// Postadress.
        PostalAddress = "postal_address",
        /// Besöksadress.
        VisitingAddress = "visiting_address",
        /// Telefon.
        Phone = "phone",
        /// E-post.
        Email = "email",
        /// Webbplats.
        Web = "web",
        /// Logotyper.
        Logos = "logos",
        /// Namn eller initialer.
        Name = "name",
        /// Roll i gruppen, till exempel ordförande.
        Office = "office",
        /// Befattning.
        Position = "position",
        /// Fler uppdrag i gruppen: rows of office, start, end and who appointed.
        Offices = "offices",
        /// Ersättare.
        Substitute = "substitute",
        /// Utsedd av.
        AppointedBy = "appointed_by",
        /// Ingår i beredningen, som bereder gruppens möten.
        Prepares = "prepares",
        /// Den som lämnar ett uppdrag.
        Leaves = "leaves",
        /// Uppdragets sista dag för den som lämnar det.
        LeavesOn = "leaves_on",
        /// Den som står i stället för den som har ett uppdrag, till exempel vice ordförande.
        Deputy = "deputy",
        /// Dagen då den som tar över börjar gå bredvid.
        OverlapStart = "overlap_start",
        /// Dagen då överlämningen är klar.
        OverlapEnd = "overlap_end",
    }
}

vocabulary! {
    /// The type of a field's value.
    FieldType {
        /// One line of text.
        Line = "line",
        /// Text in the small Markdown.
        Text = "text",
        /// A day, ISO 8601.
        Date = "date",
        /// A decimal number.
        Number = "number",
        /// Whole kronor.
        Money = "money",
        /// Yes or no.
        Bool = "bool",
        /// A word of a scale.
        Choice = "choice",
        /// A person of the group.
        Person = "person",
        /// A huvudman or financier of the profile, or a free name.
        Party = "party",
        /// A body of the profile, or a free name.
        Body = "body",
        /// Several values of the type `of`.
        List = "list",
        /// A small table.
        Rows = "rows",
        /// A picture with its alternative text.
        Image = "image",
        /// A file: a bilaga.
        File = "file",
        /// A separately decided document: title, date, number.
        Reference = "reference",
        /// Decision points with mode and body.
        Decision = "decision",
    }
}

vocabulary! {
    /// What a word of a scale means to the program, where a rule asks. Its code and its label are the template's.
    Meaning {
        /// Informationsärende.
        Information = "information",
        /// Dialogärende.
        Discussion = "discussion",
        /// Beslutsärende.
        Decision = "decision",
        /// Ärendet står på en dagordning.
        Scheduled = "scheduled",
        /// Ärendet har behandlats på ett möte.
        Handled = "handled",
        /// Ärendet har skickats som information.
        Informed = "informed",
        /// Ärendet har lyfts till ett annat organ.
        Lifted = "lifted",
        /// Ett beslut leder till information.
        Inform = "inform",
        /// Ett beslut leder till fortsatt beslutsfattande.
        DecideFurther = "decide_further",
        /// Ett beslut leder till en åtgärd.
        Act = "act",
        /// Närvarande i rummet.
        Present = "present",
        /// Närvarande på distans.
        Remote = "remote",
        /// En ersättare var med.
        Substituted = "substituted",
        /// Frånvarande.
        Absent = "absent",
        /// Inbjuden utöver ledamöterna.
        Invited = "invited",
        /// Arbetet har inte börjat.
        NotStarted = "not_started",
        /// Arbetet pågår, i tid eller inte.
        InProgress = "in_progress",
        /// Arbetet är gjort.
        Completed = "completed",
        /// Arbetet är avslutat utan att ha blivit gjort.
        Discontinued = "discontinued",
        /// Svarade ja.
        Consent = "consent",
        /// Svarade nej.
        Dissent = "dissent",
        /// Svarade inte i tid.
        Silence = "silence",
    }
}

vocabulary! {
    /// How far a document has come.
    Stage {
        /// While it is written.
        Draft = "draft",
        /// When it is handed in.
        Submit = "submit",
        /// When another body adopts it.
        Adopt = "adopt",
    }
}
