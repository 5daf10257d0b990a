//! The checks that a template may ask for by name, and what each needs to find in it.

use std::fmt;

use crate::vocabulary::{Concept, Role};

/// A check beyond those that always run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum NamedCheck {
    /// The rows of an activity's financing add up to its amount.
    BudgetEqualsFinancing,
    /// Whoever is responsible has a role in the group.
    ResponsibleInGroup,
    /// An activity begins and ends within the document's period, in that order.
    DatesWithinPeriod,
    /// Each goal has an activity.
    GoalsHaveActivities,
    /// Each goal has an indicator.
    GoalsHaveIndicators,
    /// A target lies on the better side of its baseline.
    TargetsFollowDirection,
    /// A follow-up names a time or a measure.
    FollowUpIsMeasurable,
    /// A method is a whole sentence.
    MethodIsASentence,
    /// A status that departs from the plan has a comment.
    DeviationsAreExplained,
    /// A forecast that departs from the amount has a comment.
    ForecastsAreExplained,
    /// A milestone lies within its activity's dates.
    MilestonesWithinActivity,
}

/// Something that a check reads: objects of a concept, a field of theirs, or a column of a small table.
///
/// It prints as templates write paths: `activity`, `activity.amount`, `activity.financing.amount`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Need {
    /// Concept of the objects.
    pub concept: Concept,
    /// Role of the field; none where the objects are enough.
    pub role: Option<Role>,
    /// Role of the column, in a field of rows.
    pub column: Option<Role>,
}

impl NamedCheck {
    /// Every check, in the order of declaration.
    pub const ALL: &'static [Self] = &[
        Self::BudgetEqualsFinancing,
        Self::ResponsibleInGroup,
        Self::DatesWithinPeriod,
        Self::GoalsHaveActivities,
        Self::GoalsHaveIndicators,
        Self::TargetsFollowDirection,
        Self::FollowUpIsMeasurable,
        Self::MethodIsASentence,
        Self::DeviationsAreExplained,
        Self::ForecastsAreExplained,
        Self::MilestonesWithinActivity,
    ];

    /// Returns the name that templates write.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::BudgetEqualsFinancing => "budget_equals_financing",
            Self::ResponsibleInGroup => "responsible_in_group",
            Self::DatesWithinPeriod => "dates_within_period",
            Self::GoalsHaveActivities => "goals_have_activities",
            Self::GoalsHaveIndicators => "goals_have_indicators",
            Self::TargetsFollowDirection => "targets_follow_direction",
            Self::FollowUpIsMeasurable => "follow_up_is_measurable",
            Self::MethodIsASentence => "method_is_a_sentence",
            Self::DeviationsAreExplained => "deviations_are_explained",
            Self::ForecastsAreExplained => "forecasts_are_explained",
            Self::MilestonesWithinActivity => "milestones_within_activity",
        }
    }

    /// Returns the check of this name.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|check| check.as_str() == text)
    }

    /// Returns what the check reads. Where the template lacks some of it, the check is switched off.
    #[must_use]
    pub const fn needs(self) -> &'static [Need] {
        match self {
            Self::BudgetEqualsFinancing => {
                const { &[activity(Role::Amount), activity(Role::Financing), column(Role::Financing, Role::Amount)] }
            }
            Self::ResponsibleInGroup => const { &[activity(Role::Responsible)] },
            Self::DatesWithinPeriod => const { &[activity(Role::Start), activity(Role::End)] },
            Self::GoalsHaveActivities => const { &[objects(Concept::Goal), objects(Concept::Activity)] },
            Self::GoalsHaveIndicators => const { &[objects(Concept::Goal), objects(Concept::Indicator)] },
            Self::TargetsFollowDirection => {
                const { &[indicator(Role::Baseline), indicator(Role::Target), indicator(Role::Direction)] }
            }
            Self::FollowUpIsMeasurable => const { &[activity(Role::FollowUp)] },
            Self::MethodIsASentence => const { &[activity(Role::Method)] },
            Self::DeviationsAreExplained => const { &[activity(Role::Status), activity(Role::Comment)] },
            Self::ForecastsAreExplained => {
                const { &[activity(Role::Amount), activity(Role::Forecast), activity(Role::Comment)] }
            }
            Self::MilestonesWithinActivity => {
                const { &[activity(Role::Milestones), activity(Role::Start), activity(Role::End)] }
            }
        }
    }
}

impl fmt::Display for Need {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.concept.as_str())?;
        for role in [self.role, self.column].into_iter().flatten() {
            write!(f, ".{}", role.as_str())?;
        }
        Ok(())
    }
}

const fn objects(concept: Concept) -> Need {
    Need { concept, role: None, column: None }
}

const fn activity(role: Role) -> Need {
    Need { concept: Concept::Activity, role: Some(role), column: None }
}

const fn indicator(role: Role) -> Need {
    Need { concept: Concept::Indicator, role: Some(role), column: None }
}

const fn column(role: Role, column: Role) -> Need {
    Need { concept: Concept::Activity, role: Some(role), column: Some(column) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_reads_back() {
        for check in NamedCheck::ALL {
            assert_eq!(NamedCheck::parse(check.as_str()), Some(*check));
        }
    }

    #[test]
    fn a_need_prints_as_a_path() {
        let needs: Vec<String> = NamedCheck::BudgetEqualsFinancing.needs().iter().map(ToString::to_string).collect();
        assert_eq!(needs, ["activity.amount", "activity.financing", "activity.financing.amount"]);
    }
}
