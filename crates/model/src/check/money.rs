//! Amounts: budget, financing, forecast.

use super::Seen;
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::input::kronor;
use crate::paper::{Printed, Rows};
use crate::vocabulary::Role;

/// The financing adds up to the amount; an amount of nothing needs none, and one of less than nothing is no budget.
pub(super) fn financing(seen: &Seen) -> Vec<Diagnostic> {
    let Some(amount) = seen.money(Role::Amount) else {
        return Vec::new();
    };
    if amount < 0 {
        let found = seen.at(Role::Amount, Code::AmountNegative, Severity::Warning);
        return vec![found.with("amount", kronor(amount))];
    }
    let financed = seen.rows(Role::Financing).map_or(0, sum);
    if financed == amount {
        return Vec::new();
    }
    let at = if seen.cell(Role::Financing).is_some() {
        Role::Financing
    } else {
        Role::Amount
    };
    let difference = i64::try_from(amount.abs_diff(financed)).unwrap_or(i64::MAX);
    vec![
        seen.at(at, Code::FinancingDiffers, Severity::Blocking)
            .with("amount", kronor(amount))
            .with("paid", if financed == 0 { "nobody" } else { "some" })
            .with("lacks", lacks(seen))
            .with("financed", kronor(financed))
            .with("difference", kronor(difference)),
    ]
}

/// What a row of the financing lacks that says either how much or who.
fn lacks(seen: &Seen) -> &'static str {
    let Some(rows) = seen.rows(Role::Financing) else {
        return "none";
    };
    let lacks = |role: Role| {
        let mut columns = rows.columns.iter();
        let at = columns.position(|column| column.is == Some(role));
        at.is_some_and(|at| {
            let mut rows = rows.rows.iter();
            rows.any(|row| row.get(at).is_none_or(Option::is_none))
        })
    };
    match (lacks(Role::Amount), lacks(Role::Financier)) {
        (true, _) => "amount",
        (_, true) => "financier",
        _ => "none",
    }
}

/// A forecast that differs from the amount is explained.
pub(super) fn forecasts(seen: &Seen) -> Vec<Diagnostic> {
    match (seen.money(Role::Amount), seen.money(Role::Forecast)) {
        (Some(amount), Some(forecast))
            if amount != forecast && seen.text(Role::Comment).is_empty() =>
        {
            vec![
                seen.at(Role::Forecast, Code::ForecastUnexplained, Severity::Warning)
                    .with("amount", kronor(amount))
                    .with("forecast", kronor(forecast)),
            ]
        }
        _ => Vec::new(),
    }
}

/// Adds up the column with the role of an amount; all amounts where no column has it.
fn sum(rows: &Rows) -> i64 {
    let is_amount = |is: Option<Role>| is == Some(Role::Amount);
    let marked = rows.columns.iter().any(|column| is_amount(column.is));
    let amounts = rows.rows.iter().flat_map(|row| {
        row.iter().zip(&rows.columns).filter_map(|(cell, column)| {
            if let Some(Printed::Money(amount)) = cell
                && (!marked || is_amount(column.is))
            {
                Some(*amount)
            } else {
                None
            }
        })
    });
    amounts.fold(0, i64::saturating_add)
}
