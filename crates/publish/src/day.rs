//! Days, counted, so that one can be taken from another.

use std::{env, fmt};

use lscb_content::{Date, Precision};

/// A day of the Gregorian calendar, counted from 1 January 1970.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Day(i64);

impl Day {
    /// The day of the build. It is asked of `SOURCE_DATE_EPOCH` (reproducible-builds.org) and
    /// never of the clock, so that two builds of the same content give the same bytes; without
    /// it, no contact is counted as overdue and no file as kept for long enough.
    pub(crate) fn of_build() -> Option<Self> {
        let seconds: i64 = env::var("SOURCE_DATE_EPOCH").ok()?.trim().parse().ok()?;
        Self::of_seconds(seconds)
    }

    /// The day, in UTC, of a time that is counted in seconds from the same day on. None before
    /// the year 1 and after 9999.
    pub(crate) fn of_seconds(seconds: i64) -> Option<Self> {
        let day = Self(seconds.div_euclid(86_400));
        let known = Self::of(1, 1, 1)..=Self::of(9999, 12, 31);
        known.contains(&day).then_some(day)
    }

    /// Reads `2026-11-25`. None if the calendar has no such day.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let date: Date = text.parse().ok()?;
        if date.precision() != Precision::Day {
            return None;
        }
        let mut parts = text.split('-').map(|part| part.parse().ok());
        Some(Self::of(parts.next()??, parts.next()??, parts.next()??))
    }

    /// How many days it is after another; less than nothing if it is before it.
    pub(crate) fn days_after(self, other: Self) -> i64 {
        self.0 - other.0
    }

    /// The date.
    pub(crate) fn date(self) -> Date {
        let text = self.to_string();
        text.parse().expect("a day of the years 1 to 9999")
    }

    /// H. Hinnant, "chrono-compatible low-level date algorithms", `days_from_civil`.
    fn of(year: i64, month: i64, day: i64) -> Self {
        let year = year - i64::from(month <= 2);
        let era = year.div_euclid(400);
        let shifted_month = (month + 9) % 12;
        let day_of_year = (153 * shifted_month + 2) / 5 + day - 1;
        let year_of_era = year.rem_euclid(400);
        let day_of_era = 365 * year_of_era + year_of_era / 4 - year_of_era / 100 + day_of_year;
        Self(era * 146_097 + day_of_era - 719_468)
    }
}

impl fmt::Display for Day {
    /// Writes the date in ISO 8601 (H. Hinnant, as above, `civil_from_days`).
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let days = self.0 + 719_468;
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
        write!(f, "{year:04}-{month:02}-{day:02}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_dates() {
        for (days, date) in [
            (0, "1970-01-01"),
            (11_016, "2000-02-29"),
            (18_078, "2019-07-01"),
        ] {
            assert_eq!(Day(days).to_string(), date);
        }
    }

    #[test]
    fn every_day_of_the_calendar_is_read_as_it_is_written() {
        let last = Day::of(9999, 12, 31);
        let mut day = Day::of(1, 1, 1);
        while day < last {
            assert_eq!(Day::parse(&day.to_string()), Some(day));
            // A prime, so that every date of the year has its turn.
            day.0 += 37;
        }
    }

    #[test]
    fn what_is_no_day_is_not_read() {
        for text in [
            "",
            "2026-11",
            "2026-02-29",
            "2026-11-25T00:00",
            "25-11-2026",
        ] {
            assert_eq!(Day::parse(text), None, "{text}");
        }
        assert_eq!(Day::of_seconds(i64::MAX), None);
    }
}
