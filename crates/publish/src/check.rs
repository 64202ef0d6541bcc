//! Checking the content.

use std::env;
use std::path::Path;

use anyhow::{Result, bail, ensure};
use lscb_content::Site;

use crate::folder;

/// Reads a content folder; an error lists every problem in it, one a line.
pub(crate) fn read(root: &Path) -> Result<Site> {
    ensure!(
        root.is_dir(),
        "There is no folder {}. Name the content folder with --content.",
        root.display()
    );
    let folder = folder::read(root);
    let reading = lscb_content::read(&folder.files, &folder.attachments, today());
    let mut problems = folder.problems;
    problems.extend(reading.problems);
    problems.sort();
    if !problems.is_empty() {
        let count = match problems.len() {
            1 => "1 problem".to_owned(),
            many => format!("{many} problems"),
        };
        let lines: Vec<String> = problems.iter().map(ToString::to_string).collect();
        bail!(
            "{}\n{count} in {}. Nothing was written.",
            lines.join("\n"),
            root.display()
        );
    }
    Ok(reading.site)
}

/// The command: says that all is well, or every problem.
pub fn check(root: &Path) -> Result<()> {
    let site = read(root)?;
    println!("{} pages, no problems.", site.paths().count());
    Ok(())
}

/// The day of the build. It is asked of `SOURCE_DATE_EPOCH` (reproducible-builds.org) and
/// never of the clock, so that two builds of the same content give the same bytes; without
/// it, no contact is counted as overdue.
fn today() -> Option<lscb_content::Date> {
    let seconds: i64 = env::var("SOURCE_DATE_EPOCH").ok()?.trim().parse().ok()?;
    date_of(seconds.div_euclid(86_400)).parse().ok()
}

/// The date, in ISO 8601, of a day counted from 1 January 1970 (H. Hinnant, "chrono-
/// compatible low-level date algorithms", `civil_from_days`).
fn date_of(days: i64) -> String {
    let days = days + 719_468;
    let era = days.div_euclid(146_097);
    let day_of_era = days.rem_euclid(146_097);
    let year_of_era =
        (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted_month = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * shifted_month + 2) / 5 + 1;
    let month = if shifted_month < 10 {
        shifted_month + 3
    } else {
        shifted_month - 9
    };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    format!("{year:04}-{month:02}-{day:02}")
}

#[cfg(test)]
mod tests {
    use super::date_of;

    #[test]
    fn days_are_dates() {
        for (days, date) in [
            (0, "1970-01-01"),
            (11_016, "2000-02-29"),
            (18_078, "2019-07-01"),
        ] {
            assert_eq!(date_of(days), date);
        }
    }
}
